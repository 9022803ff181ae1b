import { fromA1, toA1, type Place } from "../core/cell";
import { consolidate } from "../core/consolidation/consolidate";
import type { Consolidation, Coverage, ElementTotal, IndicatorTotal } from "../core/consolidation/consolidation";
import { readCarried } from "../core/consolidation/read-summary-book";
import { traceAt, type TracedPart } from "../core/consolidation/trace";
import type { Phrase } from "../core/language";
import { elementByCode, elementsOf, indicatorByCode, membersOf, unitByCode, wholeLevel } from "../core/plan/lookups";
import type { Indicator, Plan, Unit } from "../core/plan/plan";
import type { Evidence, Pair } from "../core/progress/evidence";
import { totalOf } from "../core/progress/exact";
import { readingEvidence } from "../core/reading/reading-evidence";
import { isReading, readReport } from "../core/reading/read-report";
import { elementCell, type Reading, type Time } from "../core/reading/reading";
import type { Snapshot } from "../core/snapshot";
import { shown } from "../core/show-number";
import { changeName } from "../words/change-phrases";
import { answerPhrases, tableWords } from "../words/outcomes";
import { coveragePhrase, percentPhrase, valuePhrase } from "../words/values";
import type { TraceView } from "./engine";
import { rowsOf, type KeyedRow } from "./keyed-rows";

type TracePart = TraceView["parts"][number];

/** A summary being looked into. */
interface Desk {
  readonly plan: Plan;
  readonly consolidation: Consolidation;
  /** Where a unit's figure stands on its sheet. */
  readonly placeOf: (unit: string, element: string, time: Time) => Place | null;
}

/** What the selected cell tells, by the key of its column. */
interface Aim {
  /** Without the unit or group: "actual", "baseline_value", "rank"; "" in a column without a key. */
  readonly key: string;
  readonly time: Time;
  /** A unit's code or a group's id; null for all units. */
  readonly of: string | null;
}

/** What stands behind the selected cell of a summary: its row's total, or one unit's own figure on the unit's sheet. */
export function traceView(plan: Plan, book: Snapshot, at: Place): TraceView | null {
  const row = rowAt(book, at);
  const reading = row && readReport(plan, book);
  const carried = reading && isReading(reading) && reading.summary ? readCarried(plan, book) : null;
  if (!row || !carried) return null;
  const consolidation = consolidate(plan, carried.period, carried);
  const desk: Desk = { plan, consolidation, placeOf: placesIn(book) };
  const aim = aimAt(row, at);
  switch (row.table) {
    case "summary-elements":
      return elementTrace(desk, row.code, aim);
    case "summary-indicators":
    case "summary-by-unit":
      return indicatorTrace(desk, row, aim);
    case "elements":
      return elementTrace(desk, row.code, { ...aim, of: row.unit });
    default:
      return null;
  }
}

function rowAt({ sheets }: Snapshot, { sheet: name, cell }: Place): KeyedRow | null {
  const sheet = sheets.find((one) => one.name === name);
  const position = fromA1(cell);
  return (sheet && position && rowsOf(sheet).find(({ row }) => row === position.row)) ?? null;
}

function aimAt({ columns }: KeyedRow, { cell }: Place): Aim {
  const column = fromA1(cell)?.column;
  const whole = [...columns].find(([, place]) => place === column)?.[0] ?? "";
  const [key = "", of = null] = whole.split(".");
  const time = key.startsWith("baseline") ? "baseline" : key.startsWith("last_year") ? "last_year" : "actual";
  return { key, time, of };
}

/** The units' own sheets name the source of each figure; sheets copied into the same workbook do not. */
function placesIn({ sheets }: Snapshot): Desk["placeOf"] {
  const rows = new Map<string, KeyedRow>();
  for (const sheet of sheets) {
    for (const row of rowsOf(sheet)) {
      if (row.table === "elements" && row.columns.has("source")) rows.set(`${row.unit}/${row.code}`, row);
    }
  }
  return (unit, element, time) => {
    const found = rows.get(`${unit}/${element}`);
    const column = found?.columns.get(time);
    return found && column !== undefined ? { sheet: found.sheet, cell: toA1({ row: found.row, column }) } : null;
  };
}

function elementTrace(desk: Desk, code: string, { key, time, of }: Aim): TraceView | null {
  const { plan, consolidation, placeOf } = desk;
  const element = elementByCode(plan, code);
  const group = of === null ? undefined : consolidation.groups.get(of);
  const total = (group ?? consolidation.elements).find((one) => one.code === code);
  if (!element || !total) return null;
  const trace = traceAt(consolidation, of === null || group ? total : ofUnit(total, of), time);
  const isOne = of !== null && !group;
  const [only] = isOne ? trace.parts : [];
  return {
    code,
    name: nameAt(time, element.label),
    isOfCell: isFigure(key),
    total: only ? elementValue(desk, code, only) : valueOrNone(trace.total),
    coverage: coveragePhrase(trace.coverage),
    parts: trace.parts.map((part) => ({
      unit: part.name,
      value: elementValue(desk, code, part),
      share: isOne || part.share === null ? null : percentPhrase(part.share),
      at: placeOf(part.unit, code, time),
      file: part.file,
      source: time === "actual" ? { sheet: part.sheet, cell: part.cell } : null,
    })),
    missing: namesOf(plan, trace.missing),
  };
}

/** A total of one unit alone. */
function ofUnit(total: ElementTotal, unit: string): ElementTotal {
  const parts = total.parts.filter((part) => part.unit === unit);
  return { ...total, parts, missing: parts.length > 0 ? [] : [unit] };
}

function isFigure(key: string): boolean {
  return key === "actual" || key === "baseline" || key === "last_year";
}

function nameAt(time: Time, name: Phrase): Phrase {
  return changeName(time === "actual" ? "element" : time, name);
}

function valueOrNone(value: number | null): Phrase {
  return value === null ? tableWords.notThere : shown(value);
}

/** The column of a side leads to that side's element; any other to the pairs of the units. */
function indicatorTrace(desk: Desk, row: KeyedRow, aim: Aim): TraceView | null {
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
  return pairsTrace(desk, { indicator, total }, aim);
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
  const value = { actual: total.value, baseline: total.baselineValue, last_year: total.lastYearValue }[time];
  const ofAll = value === null ? tableWords.notThere : valuePhrase(indicator, value);
  const coverage: Coverage = [parts.length, behind.length];
  return {
    code: indicator.code,
    name: nameAt(time, indicator.name),
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

/** A unit's complete pair, as it enters the value of that time (law CO4): an earlier one stands beside the actual pair. */
function pairOf(
  desk: Desk,
  { code }: Unit,
  { line: { indicator, total }, time }: { readonly line: Line; readonly time: Time },
): Pair<number> | null {
  const reading = readingOf(desk, code);
  const own: Evidence<number> | null = reading ? readingEvidence(reading, indicator) : null;
  if (time === "actual") return own?.actual ?? null;
  const [both, all] = time === "baseline" ? [own?.both, own?.baseline] : [own?.lastBoth, own?.lastYear];
  return (total.evidence.actual ? both?.then : all) ?? null;
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

function readingOf({ consolidation }: Desk, unit: string): Reading | null {
  return consolidation.units.find((one) => one.unit.code === unit)?.reading ?? null;
}

/** What a unit passes up is of all its own units where it is a summary: answers are counts then (law CO9). */
function isOfMany(desk: Desk, unit: string): boolean {
  return Boolean(readingOf(desk, unit)?.summary);
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

function elementValue(desk: Desk, code: string, { unit, value }: TracedPart): Phrase {
  if (elementByCode(desk.plan, code)?.content !== "yes-no" || isOfMany(desk, unit)) return shown(value);
  return value === 1 ? answerPhrases.yes : answerPhrases.no;
}

function namesOf(plan: Plan, units: readonly string[]): string[] {
  return units.map((unit) => unitByCode(plan, unit)?.name ?? unit);
}
