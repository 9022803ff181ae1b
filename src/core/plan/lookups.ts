import type { Phrase } from "../language";
import type { Element, Indicator, Level, Period, Plan, Unit } from "./plan";

interface Index {
  readonly units: ReadonlyMap<string, Unit>;
  readonly periods: ReadonlyMap<string, Period>;
  readonly elements: ReadonlyMap<string, Element>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly members: ReadonlyMap<string, readonly Unit[]>;
  /** What each of the two kinds of form asks for: the reporting units' and the whole's own. */
  readonly asked: Readonly<
    Record<"unit" | "whole", { elements: readonly Element[]; indicators: readonly Indicator[] }>
  >;
  /** For each group, the codes of its members. */
  readonly memberCodes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A plan is a value that never changes, so what is derived from it may be kept beside it: there are 10,598 communes. */
const indexes = new WeakMap<Plan, Index>();

function indexOf(plan: Plan): Index {
  const known = indexes.get(plan);
  if (known) return known;
  const index = buildIndex(plan);
  indexes.set(plan, index);
  return index;
}

function buildIndex(plan: Plan): Index {
  const elements = new Map(plan.elements.map((element) => [element.code, element]));
  const members = new Map(
    plan.groups.map((group) => {
      const values = new Set(group.where.isOneOf);
      return [group.id, plan.units.filter((unit) => values.has(traitOf(unit, group.where.trait) ?? ""))];
    }),
  );
  const askedBy = (level: string) => ({
    elements: plan.elements.filter((element) => element.by === level),
    indicators: plan.indicators.filter((indicator) =>
      elementsOf(indicator).every((code) => elements.get(code)?.by === level),
    ),
  });
  return {
    units: new Map([plan.whole, ...plan.units].map((unit) => [unit.code, unit])),
    periods: new Map(plan.periods.map((period) => [period.id, period])),
    elements,
    indicators: new Map(plan.indicators.map((indicator) => [indicator.code, indicator])),
    members,
    memberCodes: new Map([...members].map(([group, units]) => [group, new Set(units.map((unit) => unit.code))])),
    asked: { unit: askedBy(reportingLevel(plan).id), whole: askedBy(wholeLevel(plan).id) },
  };
}

/** A unit's trait, or undefined where it has none of that name. */
export function traitOf(unit: Unit, trait: string): string | boolean | undefined {
  return Object.hasOwn(unit.traits, trait) ? unit.traits[trait] : undefined;
}

/** What a target allots to a unit: nothing where it names none for it. */
export function shareOf(allocation: Readonly<Record<string, number>>, unitCode: string): number {
  return Object.hasOwn(allocation, unitCode) ? (allocation[unitCode] ?? 0) : 0;
}

/** The unit with a code, the whole included. */
export function unitByCode(plan: Plan, code: string): Unit | undefined {
  return indexOf(plan).units.get(code);
}

/** The units of a group, in the plan's order; none for a group that the plan does not know. */
export function membersOf(plan: Plan, groupId: string): readonly Unit[] {
  return indexOf(plan).members.get(groupId) ?? [];
}

export function periodById(plan: Plan, id: string): Period | undefined {
  return indexOf(plan).periods.get(id);
}

/**
 * The period that comes next after one of this plan or of an earlier one: the first to end after it, of its own calendar
 * where the plan keeps that; undefined after the last.
 */
export function periodAfter(plan: Plan, { end, calendar }: Period): Period | undefined {
  // ISO dates sort as text.
  const later = plan.periods
    .filter((period) => period.end > end)
    .sort((one, other) => (one.end < other.end ? -1 : one.end > other.end ? 1 : 0));
  return later.find((period) => period.calendar === calendar) ?? later[0];
}

export function elementByCode(plan: Plan, code: string): Element | undefined {
  return indexOf(plan).elements.get(code);
}

export function indicatorByCode(plan: Plan, code: string): Indicator | undefined {
  return indexOf(plan).indicators.get(code);
}

/** The level of the units that report: the first. */
export function reportingLevel(plan: Plan): Level {
  return plan.levels[0];
}

/** The level of the whole that receives their reports: the second. */
export function wholeLevel(plan: Plan): Level {
  return plan.levels[1];
}

/** When a unit's report is due; undefined where the period names no date for its level. */
export function dueDate(plan: Plan, period: Period, unitCode: string): string | undefined {
  const level = unitCode === plan.whole.code ? wholeLevel(plan) : reportingLevel(plan);
  return new Map(Object.entries(period.due)).get(level.id);
}

/** The elements that a unit's form asks for: the whole's own are those of its level, every other unit's those of the first. */
export function elementsAskedOf(plan: Plan, unitCode: string): readonly Element[] {
  const { asked } = indexOf(plan);
  return unitCode === plan.whole.code ? asked.whole.elements : asked.unit.elements;
}

/** The indicators of a unit's form; those of one group stand in its members' forms only (law AR11). */
export function indicatorsAskedOf(plan: Plan, unitCode: string): readonly Indicator[] {
  const { asked, memberCodes } = indexOf(plan);
  if (unitCode === plan.whole.code) return asked.whole.indicators;
  return asked.unit.indicators.filter(
    ({ onlyGroup }) => onlyGroup === undefined || memberCodes.get(onlyGroup)?.has(unitCode) === true,
  );
}

/** The codes of the elements that an indicator rests on: numerator first, then denominator. */
export function elementsOf({ measure }: Indicator): readonly string[] {
  switch (measure.kind) {
    case "ratio":
      return [measure.numerator, measure.denominator];
    case "count":
      return [measure.element];
    case "share":
      return measure.elements;
  }
}

/** Whether an indicator rests on the poverty standard, so that it does not compare across two of them (law AR7). */
export function restsOnStandard(plan: Plan, indicator: Indicator): boolean {
  return elementsOf(indicator).some((code) => elementByCode(plan, code)?.restsOnStandard === true);
}

/** Whether what an indicator counts is counted since the start of the year (law AR6). */
export function hasFlowNumerator(plan: Plan, indicator: Indicator): boolean {
  const { measure } = indicator;
  const counted = measure.kind === "ratio" ? [measure.numerator] : elementsOf(indicator);
  return counted.some((code) => elementByCode(plan, code)?.kind === "flow");
}

/** A unit as headings write it: "Xã Chiềng Đông". */
export function unitName({ prefix, name }: Unit): string {
  return prefix === "" ? name : `${prefix} ${name}`;
}

/** In names of their own the common noun is a part of the name. */
const wholeNames = /^(?:Thủ đô Hà Nội|Thành phố Hồ Chí Minh)$/;
const commonNoun = /^(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh)(?= )/;

/** A unit as sentences write it: in Vietnamese "xã Chiềng Đông" (Decree 30/2020/NĐ-CP, appendix II, III.1). */
export function unitInText(unit: Unit): Phrase {
  const name = unitName(unit);
  return { vi: wholeNames.test(name) ? name : name.replace(commonNoun, (noun) => noun.toLowerCase()), en: name };
}
