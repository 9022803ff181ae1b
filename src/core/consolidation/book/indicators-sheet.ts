import type { CellContents, SheetBlueprint } from "../../blueprint";
import { reference, toA1 } from "../../cell";
import { indicatorKeys, shownValue } from "../../form/computed-indicators";
import { indicatorColumns } from "../../form/indicator-columns";
import { indicatorRow } from "../../form/indicator-rows";
import { layoutOf, positionIn } from "../../form/sheet-layout";
import { tableSheet } from "../../form/table-sheet";
import { unconfirmedNote } from "../../form/unconfirmed";
import type { Column, Row, Table } from "../../form/table";
import { elementsOf, indicatorByCode } from "../../plan/lookups";
import type { Indicator } from "../../plan/plan";
import { nearest, type Exact } from "../../progress/exact";
import { goalOf, type Scope } from "../../progress/goal";
import { indicatorFormulas, type IndicatorKey } from "../../progress/indicator-formulas";
import type { IndicatorTotal } from "../consolidation";
import type { Time } from "../../times";
import { summarySheets, type Book, type BookUnit } from "./book";
import { elementCellAt, elementRange, groupRange, suppliers, type ElementsTable } from "./elements-table";
import { missingNames } from "./elements-sheet";
import { evidenceCells, evidenceCount, evidenceSum } from "./evidence-formulas";
import { summaryOwner } from "./summary-owner";

/** One row of TH Chỉ tiêu: an indicator of the whole or of a group. */
interface Line {
  readonly key: string;
  readonly indicator: Indicator;
  readonly total: IndicatorTotal;
}

/** TH Chỉ tiêu: the indicators of the whole and of each group, by the same formulas as a commune's (CO1 to CO4). */
export function indicatorsSheet(book: Book, elements: ElementsTable): SheetBlueprint {
  const { plan } = book.consolidation;
  const lines = linesOf(book);
  const table = indicatorsTable(book, lines);
  const layout = layoutOf(table);
  const byKey = new Map(
    lines.map((line) => {
      const ref = (key: string): string =>
        toA1({ row: layout.rows.get(line.key) ?? 0, column: layout.columns.get(key) ?? 0 });
      return [line.key, { line, formulas: lineFormulas(book, line, ref) }];
    }),
  );
  const fill = (row: Row, column: Column): CellContents => {
    const known = byKey.get(row.key ?? row.code);
    return known ? lineCell(book, elements, { ...known, column, row }) : { value: null };
  };
  const notes = [
    "Tỷ lệ = tổng tử số / tổng mẫu số của các đơn vị có đủ cả hai; không cộng, không bình quân các tỷ lệ.",
    "Mức thay đổi chỉ so các đơn vị có đủ số liệu cả hai kỳ. Đơn vị còn thiếu ghi ở cột Đơn vị chưa có số liệu.",
  ];
  const unconfirmed = unconfirmedNote(plan);
  return tableSheet(table, summaryOwner(book, unconfirmed === null ? notes : [...notes, unconfirmed]), fill);
}

function linesOf({ consolidation: { plan, indicators } }: Book): readonly Line[] {
  return indicators.flatMap((total): Line[] => {
    const indicator = indicatorByCode(plan, total.code);
    return indicator ? [{ key: lineKey(total), indicator, total }] : [];
  });
}

function indicatorsTable({ consolidation: { plan } }: Book, lines: readonly Line[]): Table<"summary-indicators"> {
  const groupNames = new Map(plan.groups.map((group) => [group.id, group.name.vi]));
  return {
    id: "summary-indicators",
    sheet: summarySheets.indicators,
    title: "TỔNG HỢP TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU KẾ HOẠCH",
    columns: indicatorColumns("summary"),
    rows: lines.map(({ key, indicator, total }) => {
      const row = indicatorRow(indicator);
      const group = total.group === null ? "" : (groupNames.get(total.group) ?? total.group);
      const label = group === "" ? row.label.vi : `${row.label.vi} – ${group}`;
      return { ...row, key, label: { ...row.label, vi: label } };
    }),
  };
}

/** How far one indicator is, and the cell of TH Chỉ tiêu that says so. */
export interface ProgressLine {
  readonly indicator: Indicator;
  readonly progress: number | null;
  readonly cell: string;
}

/** The indicators that the plan sets a number for: those of the whole, and those of one group alone (law CO3). */
export function progressLines(book: Book): readonly ProgressLine[] {
  const { plan, period } = book.consolidation;
  const lines = linesOf(book);
  const layout = layoutOf(indicatorsTable(book, lines));
  return lines.flatMap(({ key, indicator, total }): ProgressLine[] => {
    const { full, kind, comparesWithBaseline } = goalOf(plan, indicator, { scope: scopeOf(total), period });
    const hasProgress = full !== null && full.compare(0) !== 0 && (kind !== "fall" || comparesWithBaseline);
    const at = positionIn(layout, key, "progress");
    const isOwn = total.group === (indicator.onlyGroup ?? null);
    if (!hasProgress || !at || !isOwn) return [];
    return [
      { indicator, progress: total.progress, cell: reference({ sheet: summarySheets.indicators, cell: toA1(at) }) },
    ];
  });
}

function scopeOf({ group }: IndicatorTotal): Scope {
  return group === null ? { kind: "whole" } : { kind: "group", id: group };
}

function lineKey({ code, group }: IndicatorTotal): string {
  return group === null ? code : `${code}/${group}`;
}

function lineCell(
  book: Book,
  elements: ElementsTable,
  { line, formulas, column, row }: { line: Line; formulas: LineFormulas; column: Column; row: Row },
): CellContents {
  const { indicator, total } = line;
  switch (column.key) {
    case "code":
      return { value: indicator.code };
    case "name":
      return { value: row.label.vi };
    case "unit":
      return { value: indicator.unit.vi };
    case "group":
      return { value: total.group };
    case "target":
      return { value: total.target };
    case "coverage":
      return coverageCell(book, elements, line);
    case "missing":
      return missingCell(book, elements, line);
  }
  const pair = pairCell(book, elements, { line, key: column.key });
  if (pair) return pair;
  const key = indicatorKeys.find((candidate) => candidate === column.key);
  if (!key) return { value: null };
  const formula = formulas[key];
  if (formula === null) return { value: null };
  return { formula, value: shownValue(key, total, total.evidence.actual !== null) };
}

type LineFormulas = Readonly<Record<IndicatorKey, string | null>>;

function lineFormulas(
  { consolidation: { plan, period } }: Book,
  { indicator, total }: Line,
  ref: (key: string) => string,
): LineFormulas {
  const goal = goalOf(plan, indicator, { scope: scopeOf(total), period });
  const pair = (prefix: string) => ({ n: ref(`${prefix}numerator`), d: ref(`${prefix}denominator`) });
  return indicatorFormulas(goal, {
    actual: pair(""),
    both: pair("both_"),
    baseline: pair("baseline_"),
    lastBoth: pair("last_both_"),
    lastYear: pair("last_year_"),
  });
}

/** The pairs of the row: which times must be complete, and which time is summed. */
const pairKeys: Readonly<
  Record<string, { readonly sum: Time; readonly needs: readonly Time[]; readonly side: "n" | "d" }>
> = {
  numerator: { sum: "actual", needs: ["actual"], side: "n" },
  denominator: { sum: "actual", needs: ["actual"], side: "d" },
  both_numerator: { sum: "actual", needs: ["actual", "baseline"], side: "n" },
  both_denominator: { sum: "actual", needs: ["actual", "baseline"], side: "d" },
  baseline_numerator: { sum: "baseline", needs: ["actual", "baseline"], side: "n" },
  baseline_denominator: { sum: "baseline", needs: ["actual", "baseline"], side: "d" },
  last_both_numerator: { sum: "actual", needs: ["actual", "last_year"], side: "n" },
  last_both_denominator: { sum: "actual", needs: ["actual", "last_year"], side: "d" },
  last_year_numerator: { sum: "last_year", needs: ["actual", "last_year"], side: "n" },
  last_year_denominator: { sum: "last_year", needs: ["actual", "last_year"], side: "d" },
};

/** A pair's side by SUMIFS over the complete pairs; earlier pairs fall back on all that have them (law CO4). */
function pairCell(
  book: Book,
  elements: ElementsTable,
  { line, key }: { readonly line: Line; readonly key: string },
): CellContents | null {
  const how = pairKeys[key];
  if (!how) return null;
  const { indicator, total } = line;
  if (indicator.measure.kind === "count" && how.side === "d") return { value: null };
  const over = (needs: readonly Time[]): string => {
    const conditions = conditionsFor(book, elements, { line, times: needs });
    const sum = sideFormula(book, elements, { line, how, conditions });
    return `IF(COUNTIFS(${conditions})=0,"",${sum})`;
  };
  const value = pairValue(total, key);
  if (isPassedUp(book, line)) return { formula: evidenceSum(membersOf(book, line), total.code, key), value };
  if (how.sum === "actual") return { formula: over(how.needs), value };
  const isAlone = `COUNTIFS(${conditionsFor(book, elements, { line, times: ["actual"] })})=0`;
  return { formula: `IF(${isAlone},${over([how.sum])},${over(how.needs)})`, value };
}

const isFigure = '">=-1E+300"';

/** Range and criterion pairs: a member of the group, with every figure of the indicator at these times. */
function conditionsFor(
  book: Book,
  elements: ElementsTable,
  { line, times: needed }: { readonly line: Line; readonly times: readonly Time[] },
): string {
  const { indicator, total } = line;
  const figures = needed.flatMap((time) =>
    elementsOf(indicator).map(
      (element) => `${elementRange(book, elements, { element, time, isOutside: true })},${isFigure}`,
    ),
  );
  const members =
    total.group === null ? [] : [`${groupRange(book, elements, { group: total.group, isOutside: true })},1`];
  return [...members, ...figures].join(",");
}

function sideFormula(
  book: Book,
  elements: ElementsTable,
  { line, how, conditions }: { line: Line; how: { sum: Time; side: "n" | "d" }; conditions: string },
): string {
  const { measure } = line.indicator;
  const range = (element: string): string => elementRange(book, elements, { element, time: how.sum, isOutside: true });
  if (measure.kind === "share") {
    if (how.side === "d") return `COUNTIFS(${conditions})`;
    return `COUNTIFS(${conditions},${measure.elements.map((element) => `${range(element)},1`).join(",")})`;
  }
  const summed =
    measure.kind === "count" ? measure.element : how.side === "n" ? measure.numerator : measure.denominator;
  return `SUMIFS(${range(summed)},${conditions})`;
}

/** What the pair's cell shows: the core's own evidence. */
function pairValue({ evidence }: IndicatorTotal, key: string): number | "" {
  const isAlone = evidence.actual === null;
  const pairs = {
    "": evidence.actual,
    both_: evidence.both?.now ?? null,
    baseline_: isAlone ? evidence.baseline : (evidence.both?.then ?? null),
    last_both_: evidence.lastBoth?.now ?? null,
    last_year_: isAlone ? evidence.lastYear : (evidence.lastBoth?.then ?? null),
  };
  for (const [prefix, pair] of Object.entries(pairs)) {
    if (key === `${prefix}numerator`) return sideValue(pair?.n ?? null);
    if (key === `${prefix}denominator`) return sideValue(pair?.d ?? null);
  }
  return "";
}

function sideValue(side: Exact | null): number | "" {
  return side ? (nearest(side) ?? "") : "";
}

function coverageCell(book: Book, elements: ElementsTable, line: Line): CellContents {
  const { total } = line;
  if (isPassedUp(book, line)) {
    const count = evidenceCount(membersOf(book, line), total.code);
    return { formula: `${count}&"/${total.coverage[1]}"`, value: total.coverage.join("/") };
  }
  const there = `COUNTIFS(${conditionsFor(book, elements, { line, times: ["actual"] })})`;
  return { formula: `${there}&"/${total.coverage[1]}"`, value: total.coverage.join("/") };
}

function missingCell(book: Book, elements: ElementsTable, line: Line): CellContents {
  const { indicator, total } = line;
  const codes = elementsOf(indicator);
  return missingNames(membersOf(book, line), {
    missing: total.missing,
    isThere: (unit) => {
      if (isPassedUp(book, line)) return `ISNUMBER(${evidenceCells([unit], indicator.code, "numerator").join("")})`;
      const cells = codes.map((element) =>
        elementCellAt(elements, { element, unit: unit.unit.code, time: "actual", isOutside: true }),
      );
      return `COUNT(${cells.join(",")})=${cells.length}`;
    },
  });
}

/** The units whose reports stand behind a line. */
function membersOf(book: Book, { indicator, total }: Line): readonly BookUnit[] {
  const all = suppliers(book, elementsOf(indicator)[0] ?? "");
  const inGroup = total.group === null ? null : book.groupMembers.get(total.group);
  return inGroup ? all.filter(({ unit }) => inGroup.has(unit.code)) : all;
}

/** Summaries of a lower level pass up pairs, which are added as they are (law CO9). */
function isPassedUp(book: Book, { indicator }: Line): boolean {
  return book.isOfSummaries && suppliers(book, elementsOf(indicator)[0] ?? "") === book.units;
}
