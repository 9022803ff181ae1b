import type { CellContents, SheetBlueprint } from "../../blueprint";
import { columnLetters, type CellValue } from "../../cell";
import { totalCode } from "../../form/commune-tables";
import { orBlank, sumOf } from "../../form/figures";
import { layoutOf } from "../../form/sheet-layout";
import { tableSheet } from "../../form/table-sheet";
import type { Column, Row, Table } from "../../form/table";
import { unitName } from "../../plan/lookups";
import type { Book, BookUnit } from "./book";
import { summaryOwner } from "./summary-owner";

/** A column of a sheet with one row a unit. */
export interface UnitColumn {
  readonly column: Column;
  /** What stands in a unit's row; `ref` names another column's cell of the same row. */
  readonly fill: (unit: BookUnit, ref: (key: string) => string) => CellContents;
  /** sum: the units' figures added up; a maker: computed from the units' cells; none: blank. */
  readonly total: "sum" | "none" | ((units: UnitCells) => CellContents);
}

/** The cells of all units by column: where they stand, and the figures in them. */
export interface UnitCells {
  readonly range: (key: string) => string;
  readonly figures: (key: string) => readonly (number | null)[];
}

export interface UnitRowsTable {
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  readonly nameHeading: string;
  readonly columns: readonly UnitColumn[];
  readonly notes: readonly string[];
}

/** One row a unit, linked to its sheet, and a row of totals over those that report. */
export function unitRowsSheet(
  book: Book,
  { id, sheet, title, nameHeading, columns, notes }: UnitRowsTable,
): SheetBlueprint {
  const rows: Row[] = book.units.map(({ unit }) => ({
    code: unit.code,
    label: { vi: unitName(unit), en: unitName(unit) },
  }));
  const totalRow: Row = { code: totalCode, label: { vi: "Tổng cộng", en: "Total" }, isTotal: true };
  const table: Table<string> = {
    id,
    sheet,
    title,
    columns: [
      { key: "code", tiers: ["Mã đơn vị"], number: "A", width: 9, content: "code" },
      { key: "name", tiers: [nameHeading], number: "B", width: 24, content: "label" },
      ...columns.map(({ column }) => column),
    ],
    rows: [...rows, totalRow],
  };
  const layout = layoutOf(table);
  const units = new Map(book.units.map((unit) => [unit.unit.code, unit]));
  const byKey = new Map(columns.map((column) => [column.column.key, column]));
  const letters = (key: string): string => columnLetters(layout.columns.get(key) ?? 0);
  const refIn = (code: string) => (key: string) => `${letters(key)}${(layout.rows.get(code) ?? 0) + 1}`;
  const contents = new Map(
    book.units.map((unit) => [
      unit.unit.code,
      new Map(columns.map(({ column, fill }) => [column.key, fill(unit, refIn(unit.unit.code))])),
    ]),
  );
  const figures = (key: string): (number | null)[] =>
    book.units.map(({ unit }) => numberOf(contents.get(unit.code)?.get(key)?.value));
  const first = (layout.rows.get(book.units[0]?.unit.code ?? "") ?? 0) + 1;
  const last = (layout.rows.get(book.units.at(-1)?.unit.code ?? "") ?? 0) + 1;
  const range = (key: string): string => `${letters(key)}${first}:${letters(key)}${last}`;
  const totalCell = (key: string): CellContents => {
    const how = byKey.get(key)?.total ?? "none";
    if (how === "none") return { value: null };
    if (how !== "sum") return how({ range, figures });
    return { formula: `IF(COUNT(${range(key)})=0,"",SUM(${range(key)}))`, value: orBlank(sumOf(figures(key))) };
  };
  return tableSheet(table, summaryOwner(book, notes), (row, column) => {
    if (column.key === "code") return { value: row.code };
    if (column.key === "name") return { value: row.label.vi };
    if (row.isTotal) return totalCell(column.key);
    return units.has(row.code) ? (contents.get(row.code)?.get(column.key) ?? { value: null }) : { value: null };
  });
}

function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}
