import type { Phrase } from "../language";
import { elementByCode, membersOf, reportingLevel } from "./lookups";
import type { Plan, Relation } from "./plan";
import { planFault, type PlanFault, type PlanPath } from "./plan-fault";

type List = "agencies" | "calendars" | "elements" | "groups" | "levels" | "sections";

interface Reference {
  readonly path: PlanPath;
  readonly code: string;
  readonly among: List;
}

/** Codes that name nothing in the plan, and elements named where they cannot serve. */
export function* findBrokenReferences(plan: Plan): Generator<PlanFault> {
  const known: Readonly<Record<List, ReadonlySet<string>>> = {
    agencies: new Set(plan.agencies.map(({ id }) => id)),
    calendars: new Set(plan.calendars.map(({ id }) => id)),
    elements: new Set(plan.elements.map(({ code }) => code)),
    groups: new Set(plan.groups.map(({ id }) => id)),
    levels: new Set(plan.levels.map(({ id }) => id)),
    sections: new Set(plan.sections.map(({ id }) => id)),
  };
  for (const { path, code, among } of referencesOf(plan)) {
    if (!known[among].has(code)) yield planFault(path, listedIn(among), code);
  }
  yield* findBrokenLevels(plan);
  yield* findEmptyGroups(plan);
  yield* findUnfitElements(plan);
  yield* findUnknownColumns(plan);
}

/** As the sheets of the plan workbook are named. */
const listNames: Readonly<Record<List, string>> = {
  agencies: "Cơ quan",
  calendars: "Chế độ báo cáo",
  elements: "Số liệu",
  groups: "Nhóm đơn vị",
  levels: "Cấp",
  sections: "Phần mục",
};

function listedIn(list: List): Phrase {
  return { vi: `một mã có trong danh sách ${list} (${listNames[list]})`, en: `a code from the list ${list}` };
}

function* referencesOf(plan: Plan): Generator<Reference> {
  for (const [index, period] of plan.periods.entries()) {
    yield { path: ["periods", index, "calendar"], code: period.calendar, among: "calendars" };
    for (const level of Object.keys(period.due)) {
      yield { path: ["periods", index, "due", level], code: level, among: "levels" };
    }
  }
  for (const [index, indicator] of plan.indicators.entries()) {
    const path = ["indicators", index];
    yield { path: [...path, "agency"], code: indicator.agency, among: "agencies" };
    if (indicator.onlyGroup !== undefined) {
      yield { path: [...path, "onlyGroup"], code: indicator.onlyGroup, among: "groups" };
    }
  }
  for (const [index, task] of plan.tasks.entries()) {
    yield { path: ["tasks", index, "agency"], code: task.agency, among: "agencies" };
    if (plan.sections.length > 0) yield { path: ["tasks", index, "section"], code: task.section, among: "sections" };
  }
  for (const { path, code } of elementsNamed(plan)) yield { path, code, among: "elements" };
}

interface NamedElement {
  readonly path: PlanPath;
  readonly code: string;
  readonly content: "count" | "yes-no";
  /** Stands in the reporting units' form, beside the other sheets. */
  readonly isOfUnits: boolean;
}

function* elementsNamed(plan: Plan): Generator<NamedElement> {
  for (const [index, { measure }] of plan.indicators.entries()) {
    const path = ["indicators", index, "measure"];
    const count = { content: "count", isOfUnits: false } as const;
    if (measure.kind === "ratio") {
      yield { path: [...path, "numerator"], code: measure.numerator, ...count };
      yield { path: [...path, "denominator"], code: measure.denominator, ...count };
    } else if (measure.kind === "count") {
      yield { path: [...path, "element"], code: measure.element, ...count };
    } else {
      for (const [place, code] of measure.elements.entries()) {
        yield { path: [...path, "elements", place], code, content: "yes-no", isOfUnits: false };
      }
    }
  }
  for (const [index, relation] of plan.relations.entries()) {
    for (const { key, code } of relationEnds(relation)) {
      yield { path: ["relations", index, key], code, content: "count", isOfUnits: "column" in relation };
    }
  }
  if (plan.shortfalls) {
    const { poor, nearPoor } = plan.shortfalls;
    yield { path: ["shortfalls", "poor"], code: poor, content: "count", isOfUnits: true };
    yield { path: ["shortfalls", "nearPoor"], code: nearPoor, content: "count", isOfUnits: true };
  }
}

function relationEnds(relation: Relation): { key: string; code: string }[] {
  switch (relation.kind) {
    case "parts-within-whole":
      return [...relation.parts.map((code) => ({ key: "parts", code })), { key: "whole", code: relation.whole }];
    case "part-within-whole":
      return [
        { key: "part", code: relation.part },
        { key: "whole", code: relation.whole },
      ];
    case "at-least":
      return [
        { key: "element", code: relation.element },
        { key: "atLeast", code: relation.atLeast },
      ];
    default:
      return [{ key: "element", code: relation.element }];
  }
}

/** The first level reports to the second, and so on up; figures come from the first two, which have forms. */
function* findBrokenLevels(plan: Plan): Generator<PlanFault> {
  for (const [index, { parent }] of plan.levels.entries()) {
    const next = plan.levels[index + 1]?.id ?? null;
    if (parent === next) continue;
    const expected: Phrase =
      next === null
        ? { vi: "null, vì đây là cấp cuối danh sách", en: "null, as this is the last level of the list" }
        : { vi: `"${next}", là cấp kế tiếp trong danh sách`, en: `"${next}", the next level of the list` };
    yield planFault(["levels", index, "parent"], expected, parent);
  }
  const [first, second] = plan.levels;
  for (const [index, { by }] of plan.elements.entries()) {
    if (by === first.id || by === second.id) continue;
    const expected: Phrase = {
      vi: `một trong hai cấp có biểu mẫu: "${first.id}" hoặc "${second.id}"`,
      en: `one of the two levels that have forms: "${first.id}" or "${second.id}"`,
    };
    yield planFault(["elements", index, "by"], expected, by);
  }
}

function* findEmptyGroups(plan: Plan): Generator<PlanFault> {
  for (const [index, { id, where }] of plan.groups.entries()) {
    if (membersOf(plan, id).length > 0) continue;
    const expected: Phrase = {
      vi: "một đặc điểm (traits) mà ít nhất một đơn vị trong units có",
      en: "a trait that at least one of the units has",
    };
    yield planFault(["groups", index, "where"], expected, `${where.trait}: ${where.isOneOf.join(", ")}`);
  }
}

function* findUnfitElements(plan: Plan): Generator<PlanFault> {
  for (const { path, code, content, isOfUnits } of elementsNamed(plan)) {
    const element = elementByCode(plan, code);
    if (!element) continue;
    if (element.content !== content) yield planFault(path, contentWords[content], code);
    const level = reportingLevel(plan).id;
    if (isOfUnits && element.by !== level) {
      const expected: Phrase = {
        vi: `số liệu do cấp "${level}" báo cáo`,
        en: `an element supplied by the level "${level}"`,
      };
      yield planFault(path, expected, code);
    }
  }
}

const contentWords: Readonly<Record<"count" | "yes-no", Phrase>> = {
  count: { vi: 'số liệu dạng số đếm (content là "count")', en: 'an element that is counted (content "count")' },
  "yes-no": { vi: 'số liệu dạng có/không (content là "yes-no")', en: 'a yes/no element (content "yes-no")' },
};

const column = /^(?:households|[pn][1-9])$/;

function* findUnknownColumns(plan: Plan): Generator<PlanFault> {
  for (const [index, relation] of plan.relations.entries()) {
    if (!("column" in relation)) {
      yield* findUnlikeEnds(plan, relation, index);
      continue;
    }
    if (!column.test(relation.column)) {
      const expected: Phrase = {
        vi: "một cột của bảng hộ nghèo: households, p1 đến p9, n1 đến n9",
        en: "a column of the household table: households, p1 to p9, n1 to n9",
      };
      yield planFault(["relations", index, "column"], expected, relation.column);
    }
    if (!plan.households) {
      const expected: Phrase = {
        vi: "không dùng cột khi kế hoạch không có bảng hộ nghèo (households là null)",
        en: "no column where the plan has no household table (households is null)",
      };
      yield planFault(["relations", index, "column"], expected, relation.column);
    }
  }
}

/** Both figures stand in one report, and are not the same one. */
function* findUnlikeEnds(plan: Plan, relation: Relation, index: number): Generator<PlanFault> {
  const [one, other] = relationEnds(relation);
  if (!one || !other) return;
  const path = ["relations", index, other.key];
  if (one.code === other.code) {
    yield planFault(path, { vi: `một mã khác với ${one.key}`, en: `a code other than that of ${one.key}` }, other.code);
  }
  const level = elementByCode(plan, one.code)?.by;
  const otherLevel = elementByCode(plan, other.code)?.by;
  if (level !== undefined && otherLevel !== undefined && level !== otherLevel) {
    const expected: Phrase = {
      vi: `số liệu cùng cấp "${level}" với ${one.key}`,
      en: `an element of the level "${level}", as ${one.key}`,
    };
    yield planFault(path, expected, other.code);
  }
}
