import type { CellContents } from "../../blueprint";
import { toA1 } from "../../cell";
import { orBlank } from "../../form/figures";
import { formats } from "../../form/formats";
import { layoutOf } from "../../form/sheet-layout";
import type { Column, Row, Table } from "../../form/table";
import { elementsOf, indicatorsAskedOf } from "../../plan/lookups";
import type { Indicator } from "../../plan/plan";
import { all, orEmpty, quoted } from "../../progress/formula-parts";
import { goalOf } from "../../progress/goal";
import type { Progress } from "../../progress/measure";
import { progressIn } from "../../reading/reading-progress";
import { shortName, summarySheets, type Book, type BookUnit } from "./book";
import { unitValueCells } from "./by-unit-sheet";
import { elementCellAt, type ElementsTable } from "./elements-table";
import { evidenceCells } from "./evidence-formulas";
import { progressLines } from "./indicators-sheet";

/** A table that charts are drawn from, from the row `top` on. */
export interface ChartTable {
  readonly table: Table<string>;
  readonly fill: (row: Row, column: Column) => CellContents;
}

/** What stands behind a name whose figure is missing: a bar of no height says nothing by itself. */
const missingMark = " (thiếu)";

const code: Column = { key: "code", tiers: ["Mã số"], number: "", width: 9, content: "code" };

function figure(key: string, heading: string, format: string = formats.percent): Column {
  return { key, tiers: [heading], number: "", width: 13, content: "computed", format };
}

function named(heading: string): Column[] {
  return [
    { key: "name", tiers: [heading], number: "", width: 44, content: "label" },
    { key: "category", tiers: ["Tên trên biểu đồ"], number: "", width: 20, content: "computed", holdsWords: true },
  ];
}

function link(cell: string): string {
  return orEmpty(`ISNUMBER(${cell})`, cell);
}

/** The name in a chart, which says when a figure is missing. */
function category(
  name: { readonly value: string; readonly formula: string },
  figures: { readonly cells: string; readonly values: readonly unknown[] },
): CellContents {
  const isWhole = figures.values.every((value) => value !== null);
  return {
    formula: `${name.formula}&IF(COUNT(${figures.cells})=${figures.values.length},"",${quoted(missingMark)})`,
    value: `${name.value}${isWhole ? "" : missingMark}`,
  };
}

/** Percent of plan, one row an indicator, beside the plan's 100. */
export function progressTable(book: Book, top: number): ChartTable {
  const lines = progressLines(book);
  const table: Table<string> = {
    id: "summary-chart-progress",
    sheet: summarySheets.charts,
    title: "Số liệu của biểu đồ tiến độ",
    columns: [code, ...named("Chỉ tiêu"), figure("progress", "Tiến độ (%)"), figure("plan", "Kế hoạch (%)")],
    rows: lines.map(({ indicator }) => ({ code: indicator.code, label: indicator.name })),
  };
  const at = cellsOf(table, top);
  const byCode = new Map(lines.map((line) => [line.indicator.code, line]));
  return {
    table,
    fill: (row, column) => {
      const line = byCode.get(row.code);
      switch (column.key) {
        case "code":
          return { value: row.code };
        case "name":
          return { value: row.label.vi };
        case "category":
          return category(
            { formula: at(row.code, "code"), value: row.code },
            { cells: at(row.code, "progress"), values: [line?.progress ?? null] },
          );
        case "progress":
          return line ? { formula: link(line.cell), value: orBlank(line.progress) } : { value: null };
        default:
          return { formula: "100", value: 100 };
      }
    },
  };
}

/** The poverty rate that the plan wants to fall in every unit; null where the plan has none. */
export function povertyRate(book: Book): Indicator | null {
  const { plan } = book.consolidation;
  const asked = new Set(
    book.units.flatMap(({ unit }) => indicatorsAskedOf(plan, unit.code).map((indicator) => indicator.code)),
  );
  const falling = plan.indicators.filter(
    ({ code: own, target, measure, onlyGroup }) =>
      target.kind === "fall" && measure.kind === "ratio" && onlyGroup === undefined && asked.has(own),
  );
  return falling[0] ?? null;
}

/** Whether the rate may be laid beside the baseline: not across two poverty standards (law AR7). */
export function comparesWithBaseline({ consolidation: { plan, period } }: Book, indicator: Indicator): boolean {
  return goalOf(plan, indicator, { scope: { kind: "whole" }, period }).comparesWithBaseline;
}

/** The rate by unit, before and now, and the change in points. */
export function ratesTable(
  book: Book,
  elements: ElementsTable,
  { indicator, top }: { readonly indicator: Indicator; readonly top: number },
): ChartTable {
  const compares = comparesWithBaseline(book, indicator);
  const units = new Map(book.units.map((unit) => [unit.unit.code, unit]));
  const table: Table<string> = {
    id: "summary-chart-rates",
    sheet: summarySheets.charts,
    title: `Số liệu của biểu đồ theo đơn vị: ${indicator.name.vi}`,
    columns: [
      code,
      ...named("Đơn vị"),
      ...(compares ? [figure("baseline", "Kỳ gốc (%)")] : []),
      figure("value", "Thực hiện (%)"),
      ...(compares ? [figure("change", "Tăng, giảm (điểm %)", formats.signed)] : []),
    ],
    rows: book.units.map((unit) => ({ code: unit.unit.code, label: { vi: shortName(unit), en: shortName(unit) } })),
  };
  const at = cellsOf(table, top);
  const values = unitValueCells(book, indicator.code);
  const progress = new Map(book.units.map((unit) => [unit.unit.code, progressOf(book, unit, indicator)]));
  return {
    table,
    fill: (row, column) => {
      const unit = units.get(row.code);
      const own = progress.get(row.code) ?? null;
      if (!unit) return { value: null };
      switch (column.key) {
        case "code":
          return { value: row.code };
        case "name":
          return { value: row.label.vi };
        case "category": {
          const shown = compares ? (["baseline", "value"] as const) : (["value"] as const);
          const cells = shown.map((key) => at(row.code, key)).join(",");
          const figures = shown.map((key) => (key === "value" ? own?.value : own?.baselineValue) ?? null);
          return category({ formula: at(row.code, "name"), value: row.label.vi }, { cells, values: figures });
        }
        case "baseline":
          return {
            formula: baselineFormula(book, elements, { unit, indicator }),
            value: orBlank(own?.baselineValue ?? null),
          };
        case "value":
          return { formula: link(values.get(row.code) ?? '""'), value: orBlank(own?.value ?? null) };
        default:
          return {
            formula: changeFormula(book, {
              unit,
              indicator,
              cells: { now: at(row.code, "value"), then: at(row.code, "baseline") },
            }),
            value: orBlank(own?.change ?? null),
          };
      }
    },
  };
}

function progressOf({ consolidation }: Book, { status }: BookUnit, indicator: Indicator): Progress | null {
  if (!status.reading) return null;
  return progressIn(consolidation.plan, status.reading).find(({ code: own }) => own === indicator.code) ?? null;
}

function cellsOf(table: Table<string>, top: number): (row: string, key: string) => string {
  const layout = layoutOf(table, top);
  return (row, key) => toA1({ row: layout.rows.get(row) ?? 0, column: layout.columns.get(key) ?? 0 });
}

function rate(n: string, d: string): string {
  return `100*${n}/${d}`;
}

function isRate(n: string, d: string): string {
  return all([`ISNUMBER(${n})`, `N(${d})>0`]);
}

/** From the unit's pair of figures, or from the pairs that a summary passed up (law CO9). */
function baselineFormula(
  book: Book,
  elements: ElementsTable,
  { unit, indicator }: { readonly unit: BookUnit; readonly indicator: Indicator },
): string {
  const ofPair = (n: string, d: string): string => orEmpty(isRate(n, d), rate(n, d));
  if (!book.isOfSummaries) {
    const [n = "", d = ""] = elementsOf(indicator).map((element) =>
      elementCellAt(elements, { element, unit: unit.unit.code, time: "baseline", isOutside: true }),
    );
    return ofPair(n, d);
  }
  const cell = passedUp(unit, indicator);
  const alone = ofPair(cell("all_baseline_numerator"), cell("all_baseline_denominator"));
  const both = ofPair(cell("baseline_numerator"), cell("baseline_denominator"));
  return `IF(ISNUMBER(${cell("numerator")}),${both},${alone})`;
}

/** A summary changed by what its units that have both periods changed (law CO4). */
function changeFormula(
  book: Book,
  {
    unit,
    indicator,
    cells: { now, then },
  }: {
    readonly unit: BookUnit;
    readonly indicator: Indicator;
    readonly cells: { readonly now: string; readonly then: string };
  },
): string {
  if (!book.isOfSummaries) return orEmpty(`COUNT(${now},${then})=2`, `${now}-${then}`);
  const cell = passedUp(unit, indicator);
  const [n, d] = [cell("both_numerator"), cell("both_denominator")];
  const [n0, d0] = [cell("baseline_numerator"), cell("baseline_denominator")];
  return orEmpty(all([isRate(n, d), isRate(n0, d0)]), `${rate(n, d)}-${rate(n0, d0)}`);
}

function passedUp(unit: BookUnit, { code: own }: Indicator): (key: string) => string {
  return (key) => evidenceCells([unit], own, key)[0] ?? '""';
}
