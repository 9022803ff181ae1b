import type { Cell } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { coverSheet } from "../../src/core/form/cover";
import { layoutOf } from "../../src/core/form/sheet-layout";
import type { Column, Table } from "../../src/core/form/table";
import type { SheetSnapshot } from "../../src/core/snapshot";
import { small } from "../plans/opened";

const tables = tablesOf(small, "04063");

/** A sheet while it is being drawn on. */
export type Rows = Map<number, Map<number, Cell>>;
export type Sheets = Map<string, { name: string; readonly rows: Rows; rest: Omit<SheetSnapshot, "name" | "rows"> }>;

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export function isSheet(line: string): boolean {
  return line === coverSheet || tables.some((table) => table.sheet === line);
}

export function tableOf(sheet: string): Table {
  const table = tables.find((candidate) => candidate.sheet === sheet);
  if (!table) throw new Error(`No sheet "${sheet}".`);
  return table;
}

/** A column by its heading; where two have the same, by the group and the official number: "Hộ cận nghèo 5". */
export function columnOf(table: Table, heading: string): Column {
  const found = table.columns.filter(({ tiers, number }) =>
    [tiers.at(-1), `${tiers[0] ?? ""} ${number.split("=")[0] ?? ""}`].includes(heading),
  );
  const [column] = found;
  if (!column || found.length > 1) throw new Error(`${table.sheet} has ${found.length} columns "${heading}".`);
  return column;
}

export function put(sheets: Sheets, { sheet, row, column }: Spot, cell: Cell): void {
  const rows = sheets.get(sheet)?.rows;
  const cells = rows?.get(row) ?? new Map<number, Cell>();
  rows?.set(row, cells);
  if (cell.value === null && cell.formula === undefined) cells.delete(column);
  else cells.set(column, cell);
}

export function rowsOf(sheets: Sheets, sheet: string): Rows {
  const found = sheets.get(sheet);
  if (!found) throw new Error(`No sheet "${sheet}".`);
  return found.rows;
}

export function rowIndex(sheet: string, code: string): number {
  const index = layoutOf(tableOf(sheet)).rows.get(code);
  if (index === undefined) throw new Error(`${sheet} has no row ${code}.`);
  return index;
}

export function columnIndex(sheet: string, heading: string): number {
  return tableOf(sheet).columns.indexOf(columnOf(tableOf(sheet), heading));
}
