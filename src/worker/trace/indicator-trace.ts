import type { Coverage, IndicatorTotal } from "../../core/consolidation/consolidation";
import type { Phrase } from "../../core/language";
import { elementByCode, elementsOf, indicatorByCode, membersOf, wholeLevel } from "../../core/plan/lookups";
import type { Indicator, Plan, Unit } from "../../core/plan/plan";
import { earlierPairs, type Pair } from "../../core/progress/evidence";
import { totalOf } from "../../core/progress/exact";
import { readingEvidence } from "../../core/reading/reading-evidence";
import { elementCell } from "../../core/reading/reading";
import { shown } from "../../core/show-number";
import type { Time } from "../../core/times";
import { answerPhrases, tableWords } from "../../words/outcomes";
import { coveragePhrase, percentPhrase, valuePhrase } from "../../words/values";
import type { TraceView } from "../engine";
import type { KeyedRow } from "../keyed-rows";
import { elementTrace } from "./element-trace";
import { isOfMany, nameOf, readingOf, type Aim, type Desk } from "./trace-desk";

type TracePart = TraceView["parts"][number];

/** The column of a side leads to that side's element; any other to the pairs of the units. */
export function indicatorTrace(desk: Desk, row: KeyedRow, aim: Aim): TraceView | null {
  const { plan, consolidation } = desk;
  const indicator = indicatorByCode(plan, row.code);
  const group = row.textAt("group") || null;
  const total =
    consolidation.indicators.find((one) => one.code === row.code && one.group === group) ??
    consolidation.indicators.find((one) => one.code === row.code);
  if (!indicator || !total) return null;
  const [first, second] = elementsOf(indicator);
  const side = aim.key === "numerator" ? first : aim.key === "denominator" ? second : undefined;
  const { kind } = indicator.measure;
  if (group === null && side !== undefined && (kind === "ratio" || (kind === "count" && side === first))) {
    return elementTrace(desk, side, { ...aim, key: "actual" });
  }
  // A cell of an earlier time that holds nothing, of what has no such value: the row is told of.
  const isEmpty = aim.time !== "actual" && valueAt(total, aim.time) === null;
  return pairsTrace(desk, { indicator, total }, isEmpty ? { ...aim, key: "", time: "actual" } : aim);
}

function valueAt(total: IndicatorTotal, time: Time): number | null {
  return { actual: total.value, baseline: total.baselineValue, last_year: total.lastYearValue }[time];
}

interface Line {
  readonly indicator: Indicator;
  readonly total: IndicatorTotal;
}

function pairsTrace(desk: Desk, line: Line, { key, time, of }: Aim): TraceView {
  const { plan } = desk;
  const { indicator, total } = line;
  const behind = membersBehind(plan, line).filter(({ code }) => of === null || code === of);
  const pairs = behind.map((unit) => ({ unit, pair: pairOf(desk, unit, { line, time }) }));
  const sum = totalOf(pairs.flatMap(({ pair }) => (pair ? [pair.n] : [])));
  const parts = pairs
    .flatMap(({ unit, pair }) => (pair ? [{ size: pair.n, part: partOf(desk, { indicator, unit, pair, time }) }] : []))
    .sort((a, b) => b.size - a.size)
    .map(({ size, part }): TracePart => {
      const hasShare = of === null && indicator.measure.kind !== "share" && sum !== null && sum !== 0;
      return { ...part, share: hasShare ? percentPhrase((100 * size) / sum) : null };
    });
  const value = valueAt(total, time);
  const ofAll = value === null ? tableWords.notThere : valuePhrase(indicator, value);
  const coverage: Coverage = [parts.length, behind.length];
  return {
    code: indicator.code,
    name: nameOf(desk, indicator.name, { time, group: total.group }),
    isOfCell: key === "value" || key === `${time}_value`,
    total: of === null ? ofAll : (parts[0]?.value ?? tableWords.notThere),
    coverage: coveragePhrase(coverage),
    parts,
    missing: pairs.filter(({ pair }) => !pair).map(({ unit }) => unit.name),
  };
}

function membersBehind(plan: Plan, { indicator, total: { group } }: Line): readonly Unit[] {
  if (group !== null) return membersOf(plan, group);
  const [first = ""] = elementsOf(indicator);
  return elementByCode(plan, first)?.by === wholeLevel(plan).id ? [plan.whole] : plan.units;
}

/** A unit's complete pair, as it enters the value of that time. */
function pairOf(
  desk: Desk,
  { code }: Unit,
  { line: { indicator, total }, time }: { readonly line: Line; readonly time: Time },
): Pair<number> | null {
  const reading = readingOf(desk, code);
  const own = reading ? readingEvidence(reading, indicator) : null;
  if (!own || time === "actual") return own?.actual ?? null;
  const { baseline, lastYear } = earlierPairs(own, { hasActual: total.evidence.actual !== null });
  return time === "baseline" ? baseline : lastYear;
}

function partOf(
  desk: Desk,
  {
    indicator,
    unit: { code, name },
    pair,
    time,
  }: { readonly indicator: Indicator; readonly unit: Unit; readonly pair: Pair<number>; readonly time: Time },
): Omit<TracePart, "share"> {
  const reading = readingOf(desk, code);
  const [first = ""] = elementsOf(indicator);
  const source = reading && time === "actual" ? elementCell(reading, first, time)?.at : null;
  return {
    unit: name,
    value: pairPhrase(indicator, pair, { isOfMany: isOfMany(desk, code) }),
    at: desk.placeOf(code, first, time),
    file: reading?.file ?? "",
    source: source ?? null,
  };
}

/** "612/4.312 (14,19%)"; of a count the count, of a share the answer, or how many of many answered yes. */
function pairPhrase(
  { measure: { kind } }: Indicator,
  { n, d }: Pair<number>,
  { isOfMany }: { readonly isOfMany: boolean },
): Phrase {
  if (kind === "count" || d === null) return shown(n);
  if (kind === "share" && !isOfMany) return n === 1 ? answerPhrases.yes : answerPhrases.no;
  const [top, bottom] = [shown(n), shown(d)];
  const rate = d > 0 ? percentPhrase((100 * n) / d) : null;
  return {
    vi: `${top.vi}/${bottom.vi}${rate ? ` (${rate.vi})` : ""}`,
    en: `${top.en}/${bottom.en}${rate ? ` (${rate.en})` : ""}`,
  };
}
