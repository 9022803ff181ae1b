import { fromA1, toA1, type Place } from "../core/cell";
import { consolidate } from "../core/consolidation/consolidate";
import type { Consolidation, IndicatorTotal } from "../core/consolidation/consolidation";
import { readCarried } from "../core/consolidation/read-summary-book";
import { traceTotal } from "../core/consolidation/trace";
import type { Phrase } from "../core/language";
import { elementByCode, elementsOf, indicatorByCode, membersOf, unitByCode, wholeLevel } from "../core/plan/lookups";
import type { Indicator, Plan, Unit } from "../core/plan/plan";
import { isReading, readReport } from "../core/reading/read-report";
import { elementCell, figureOf, type Reading } from "../core/reading/reading";
import type { Snapshot } from "../core/snapshot";
import { shown } from "../core/show-number";
import { answerPhrases, tableWords } from "../words/outcomes";
import { coveragePhrase, percentPhrase, valuePhrase } from "../words/values";
import type { TraceView } from "./engine";
import { rowsOf, type KeyedRow } from "./keyed-rows";

type TracePart = TraceView["parts"][number];

/** A summary being looked into. */
interface Desk {
  readonly plan: Plan;
  readonly book: Snapshot;
  readonly consolidation: Consolidation;
  /** Where a unit's figure of this period stands on its sheet. */
  readonly placeOf: (unit: string, element: string) => Place | null;
}

/** What stands behind the selected cell of a summary: its row's total, or one unit's own figure on the unit's sheet. */
export function traceView(plan: Plan, book: Snapshot, at: Place): TraceView | null {
  const row = rowAt(book, at);
  const reading = row && readReport(plan, book);
  const carried = reading && isReading(reading) && reading.summary ? readCarried(plan, book) : null;
  if (!row || !carried) return null;
  const consolidation = consolidate(plan, carried.period, carried);
  const desk: Desk = { plan, book, consolidation, placeOf: placesIn(book) };
  switch (row.table) {
    case "summary-elements":
      return elementTrace(desk, row.code);
    case "summary-indicators":
    case "summary-by-unit":
      return indicatorTrace(desk, row, at);
    case "elements":
      return ownTrace(desk, row);
    default:
      return null;
  }
}

function rowAt({ sheets }: Snapshot, { sheet: name, cell }: Place): KeyedRow | null {
  const sheet = sheets.find((one) => one.name === name);
  const position = fromA1(cell);
  return (sheet && position && rowsOf(sheet).find(({ row }) => row === position.row)) ?? null;
}

/** The units' own sheets name the source of each figure; sheets copied into the same workbook do not. */
function placesIn({ sheets }: Snapshot): Desk["placeOf"] {
  const places = new Map<string, Place>();
  for (const sheet of sheets) {
    for (const { table, unit, code, row, columns } of rowsOf(sheet)) {
      const column = columns.get("actual");
      if (table !== "elements" || !columns.has("source") || column === undefined) continue;
      places.set(`${unit}/${code}`, { sheet: sheet.name, cell: toA1({ row, column }) });
    }
  }
  return (unit, element) => places.get(`${unit}/${element}`) ?? null;
}

function elementTrace({ plan, book, placeOf }: Desk, code: string): TraceView | null {
  const [trace] = (elementByCode(plan, code) && traceTotal(plan, book, code)) ?? [];
  if (!trace) return null;
  return {
    code,
    name: trace.label,
    total: trace.total === null ? tableWords.notThere : shown(trace.total),
    coverage: coveragePhrase(trace.coverage),
    parts: trace.parts.map(({ unit, name, file, sheet, cell, value, share }) => ({
      unit: name,
      value: elementValue(plan, code, value),
      share: share === null ? null : percentPhrase(share),
      at: placeOf(unit, code),
      file,
      source: { sheet, cell },
    })),
    missing: namesOf(plan, trace.missing),
  };
}

/** One unit's own figure, with the cell of the unit's file that it came from. */
function ownTrace({ plan, consolidation, placeOf }: Desk, { unit, code }: KeyedRow): TraceView | null {
  const total = consolidation.elements.find((one) => one.code === code);
  const element = elementByCode(plan, code);
  const part = total?.parts.find((one) => one.unit === unit);
  if (!total || !element) return null;
  const name = nameOf(plan, unit);
  const value = part ? elementValue(plan, code, part.value) : tableWords.notThere;
  return {
    code,
    name: element.label,
    total: value,
    coverage: coveragePhrase([part ? 1 : 0, 1]),
    parts: part
      ? [
          {
            unit: name,
            value,
            share: null,
            at: placeOf(unit, code),
            file: part.file,
            source: { sheet: part.sheet, cell: part.cell },
          },
        ]
      : [],
    missing: part ? [] : [name],
  };
}

/** The column of a side leads to that side's element; any other to the pairs of the units. */
function indicatorTrace(desk: Desk, row: KeyedRow, at: Place): TraceView | null {
  const { plan, consolidation } = desk;
  const indicator = indicatorByCode(plan, row.code);
  const group = row.textAt("group") || null;
  const total =
    consolidation.indicators.find((one) => one.code === row.code && one.group === group) ??
    consolidation.indicators.find((one) => one.code === row.code);
  if (!indicator || !total) return null;
  const column = fromA1(at.cell)?.column;
  const key = [...row.columns].find(([, place]) => place === column)?.[0];
  const [first, second] = elementsOf(indicator);
  if (group === null && key === "numerator" && first !== undefined && indicator.measure.kind !== "share") {
    return elementTrace(desk, first);
  }
  if (group === null && key === "denominator" && second !== undefined && indicator.measure.kind === "ratio") {
    return elementTrace(desk, second);
  }
  return pairsTrace(desk, indicator, total);
}

function pairsTrace(desk: Desk, indicator: Indicator, total: IndicatorTotal): TraceView {
  const { plan } = desk;
  const missing = new Set(total.missing);
  const parts = membersBehind(plan, indicator, total)
    .filter(({ code }) => !missing.has(code))
    .flatMap((unit) => partOf(desk, unit, { indicator, total }))
    .sort((a, b) => b.size - a.size);
  return {
    code: indicator.code,
    name: indicator.name,
    total: total.value === null ? tableWords.notThere : valuePhrase(indicator, total.value),
    coverage: coveragePhrase(total.coverage),
    parts: parts.map(({ part }) => part),
    missing: namesOf(plan, total.missing),
  };
}

function membersBehind(plan: Plan, indicator: Indicator, { group }: IndicatorTotal): readonly Unit[] {
  if (group !== null) return membersOf(plan, group);
  const [first = ""] = elementsOf(indicator);
  return elementByCode(plan, first)?.by === wholeLevel(plan).id ? [plan.whole] : plan.units;
}

function partOf(
  { consolidation, placeOf }: Desk,
  { code, name }: Unit,
  { indicator, total }: { readonly indicator: Indicator; readonly total: IndicatorTotal },
): { readonly size: number; readonly part: TracePart }[] {
  const reading = consolidation.units.find(({ unit }) => unit.code === code)?.reading;
  const codes = elementsOf(indicator);
  const [first = ""] = codes;
  const source = reading && elementCell(reading, first, "actual")?.at;
  if (!reading || !source) return [];
  const figures = codes.map((element) => figureIn(reading, element));
  const [size = 0] = figures;
  const share = indicator.measure.kind !== "share" && total.numerator ? (100 * size) / total.numerator : null;
  const part = {
    unit: name,
    value: pairPhrase(indicator, figures),
    share: share === null ? null : percentPhrase(share),
    at: placeOf(code, first),
    file: reading.file,
    source,
  };
  return [{ size, part }];
}

function figureIn(reading: Reading, element: string): number {
  return figureOf(elementCell(reading, element, "actual")) ?? 0;
}

/** "612/4.312 (14,19%)"; of a count the count, of a share the answer. */
function pairPhrase(indicator: Indicator, figures: readonly number[]): Phrase {
  const { kind } = indicator.measure;
  const [n = 0, d = 0] = figures;
  if (kind === "count") return shown(n);
  if (kind === "share") return figures.every((answer) => answer === 1) ? answerPhrases.yes : answerPhrases.no;
  const [top, bottom] = [shown(n), shown(d)];
  const rate = d > 0 ? percentPhrase((100 * n) / d) : null;
  return {
    vi: `${top.vi}/${bottom.vi}${rate ? ` (${rate.vi})` : ""}`,
    en: `${top.en}/${bottom.en}${rate ? ` (${rate.en})` : ""}`,
  };
}

function elementValue(plan: Plan, code: string, value: number): Phrase {
  if (elementByCode(plan, code)?.content !== "yes-no") return shown(value);
  return value === 1 ? answerPhrases.yes : answerPhrases.no;
}

function namesOf(plan: Plan, units: readonly string[]): string[] {
  return units.map((unit) => nameOf(plan, unit));
}

function nameOf(plan: Plan, unit: string): string {
  return unitByCode(plan, unit)?.name ?? unit;
}
