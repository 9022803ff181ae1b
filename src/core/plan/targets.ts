import type { Phrase } from "../language";
import { elementByCode, elementsOf, membersOf, wholeLevel } from "./lookups";
import type { Indicator, Plan, Target } from "./plan";
import { planFault, type PlanFault, type PlanPath } from "./plan-fault";

type TargetOf<Kind extends Target["kind"]> = Extract<Target, { kind: Kind }>;

/** Targets that no figure could be judged by, and shares of a total that are nobody's or that somebody lacks. */
export function* findUnfitTargets(plan: Plan): Generator<PlanFault> {
  for (const [index, indicator] of plan.indicators.entries()) {
    const path: PlanPath = ["indicators", index];
    yield* findUnlikeLevels(plan, indicator, path);
    yield* findUnlikeMeasure(indicator, path);
    yield* findUnfitNumbers(plan, indicator, [...path, "target"]);
  }
}

/** One form holds all that an indicator rests on; groups are of reporting units. */
function* findUnlikeLevels(plan: Plan, indicator: Indicator, path: PlanPath): Generator<PlanFault> {
  const [first, ...others] = elementsOf(indicator).map((code) => elementByCode(plan, code));
  const { measure } = indicator;
  for (const other of others) {
    if (!first || !other || other.by === first.by) continue;
    const expected: Phrase = {
      vi: `các số liệu cùng một cấp báo cáo (${first.code} do cấp "${first.by}")`,
      en: `elements supplied by the same level (${first.code} is by "${first.by}")`,
    };
    yield planFault([...path, "measure", measure.kind === "ratio" ? "denominator" : "elements"], expected, other.code);
  }
  if (measure.kind === "ratio" && measure.numerator === measure.denominator) {
    const expected: Phrase = { vi: "một mã khác với tử số", en: "a code other than the numerator's" };
    yield planFault([...path, "measure", "denominator"], expected, measure.denominator);
  }
  if (indicator.onlyGroup !== undefined && isOfWhole(plan, indicator)) {
    const expected: Phrase = {
      vi: "không có mục này: số liệu do cấp tiếp nhận cung cấp thì không chia theo nhóm đơn vị",
      en: "no group: what the receiving level supplies is not split by groups of units",
    };
    yield planFault([...path, "onlyGroup"], expected, indicator.onlyGroup);
  }
}

function isOfWhole(plan: Plan, indicator: Indicator): boolean {
  return elementsOf(indicator).every((code) => elementByCode(plan, code)?.by === wholeLevel(plan).id);
}

function* findUnlikeMeasure({ measure, target }: Indicator, path: PlanPath): Generator<PlanFault> {
  const isCount = measure.kind === "count";
  if (target.kind === "watched" || isCount === (target.kind === "total")) return;
  const expected: Phrase = isCount
    ? {
        vi: 'mục tiêu dạng Tổng số ("total") hoặc Theo dõi ("watched") cho chỉ tiêu đếm',
        en: 'a target of kind "total" or "watched" for a count',
      }
    : {
        vi: 'mục tiêu dạng Đạt mức ("level"), Trong khoảng ("range"), Giảm ("fall") hoặc Theo dõi ("watched") cho chỉ tiêu tỷ lệ',
        en: 'a target of kind "level", "range", "fall" or "watched" for a percentage',
      };
  yield planFault([...path, "target", "kind"], expected, target.kind);
}

function* findUnfitNumbers(plan: Plan, indicator: Indicator, path: PlanPath): Generator<PlanFault> {
  const { target } = indicator;
  switch (target.kind) {
    case "level":
      yield* findUnfitLevel(target, path);
      return;
    case "range":
      if (target.lo <= 0) yield planFault([...path, "lo"], above(0), target.lo);
      if (target.hi > 100) yield planFault([...path, "hi"], percent, target.hi);
      if (target.lo >= target.hi) yield planFault([...path, "hi"], above(target.lo), target.hi);
      return;
    case "fall":
      yield* findUnfitFall(target, path);
      return;
    case "total":
      yield* findUnfitTotal(plan, { indicator, target, path });
      return;
    case "watched":
  }
}

function above(number: number): Phrase {
  return { vi: `một số lớn hơn ${number}`, en: `a number above ${number}` };
}

const percent: Phrase = { vi: "một số không quá 100 (%)", en: "a number of 100 (%) or less" };

function* findUnfitLevel({ value, isStrict }: TargetOf<"level">, path: PlanPath): Generator<PlanFault> {
  if (value <= 0) yield planFault([...path, "value"], above(0), value);
  if (value > 100) yield planFault([...path, "value"], percent, value);
  if (isStrict && value === 100) {
    const expected: Phrase = {
      vi: "một số nhỏ hơn 100: không thể trên 100%",
      en: "a number below 100: nothing is above 100%",
    };
    yield planFault([...path, "value"], expected, value);
  }
}

function* findUnfitFall({ by, upTo, progressAgainst }: TargetOf<"fall">, path: PlanPath): Generator<PlanFault> {
  if (by > 100) yield planFault([...path, "by"], percent, by);
  if (upTo === undefined && progressAgainst === "upTo") {
    yield planFault(
      [...path, "upTo"],
      { vi: 'một số, vì progressAgainst là "upTo"', en: 'a number, as progressAgainst is "upTo"' },
      upTo,
    );
  }
  if (upTo !== undefined && upTo <= by) yield planFault([...path, "upTo"], above(by), upTo);
  if (upTo !== undefined && upTo > 100) yield planFault([...path, "upTo"], percent, upTo);
}

const wholeCount: Phrase = { vi: "một số nguyên, vì đây là số đếm", en: "a whole number, as this is a count" };

interface Handed {
  readonly indicator: Indicator;
  readonly target: TargetOf<"total">;
  readonly path: PlanPath;
}

/**
 * The shares are those of the units asked, each once; what the whole itself counts has none. That they add up to the
 * total is asked when reports are laid together (allocations-add-up): a plan under discussion may be unfinished.
 */
function* findUnfitTotal(plan: Plan, { indicator, target, path }: Handed): Generator<PlanFault> {
  if (!Number.isInteger(target.value)) yield planFault([...path, "value"], wholeCount, target.value);
  const shares = new Map(Object.entries(target.allocation));
  const members = indicator.onlyGroup === undefined ? plan.units : membersOf(plan, indicator.onlyGroup);
  const units = new Set(isOfWhole(plan, indicator) ? [] : members.map((unit) => unit.code));
  for (const [code, share] of shares) {
    if (!units.has(code)) yield planFault([...path, "allocation", code], notAsked, share);
    if (!Number.isInteger(share)) yield planFault([...path, "allocation", code], wholeCount, share);
  }
  for (const code of units) {
    if (!shares.has(code))
      yield planFault(
        [...path, "allocation", code],
        { vi: `số giao cho đơn vị ${code}`, en: `the share of unit ${code}` },
        undefined,
      );
  }
}

const notAsked: Phrase = {
  vi: "mã của một đơn vị được giao chỉ tiêu này",
  en: "the code of a unit that this target is handed to",
};
