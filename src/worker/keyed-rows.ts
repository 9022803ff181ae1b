import { sheetMarks } from "../core/form/cover";
import { plainText } from "../core/plain-text";
import { cellAt, type SheetSnapshot, type Snapshot } from "../core/snapshot";

/** A row of a table of a summary, found by the table's hidden keys and marks (law RD1); all zero-based. */
export interface KeyedRow {
  readonly sheet: string;
  readonly table: string;
  /** Whose table it is: a unit's code. */
  readonly unit: string;
  readonly row: number;
  readonly code: string;
  readonly columns: ReadonlyMap<string, number>;
  /** The text of the row's cell in a column; "" where it holds none. */
  readonly textAt: (key: string) => string;
}

/** The rows of every table with one id, in the order of sheets. */
export function keyedRows(book: Snapshot, table: string): KeyedRow[] {
  return book.sheets.flatMap((sheet) => rowsOf(sheet)).filter((row) => row.table === table);
}

/** The rows of all tables of a sheet. */
export function rowsOf(sheet: SheetSnapshot): KeyedRow[] {
  const blocks = [...sheet.rows]
    .filter(([, cells]) => cells.get(0)?.value === sheetMarks.unit)
    .map(([row]) => row)
    .sort((a, b) => a - b);
  return blocks.flatMap((marks, index) => rowsBelow(sheet, marks, (blocks[index + 1] ?? Infinity) - 1));
}

function rowsBelow(sheet: SheetSnapshot, marks: number, end: number): KeyedRow[] {
  const columns = new Map(
    [...(sheet.rows.get(marks - 1) ?? [])].flatMap(([column, { value }]) =>
      typeof value === "string" ? [[value.trim(), column] as const] : [],
    ),
  );
  const textIn = (row: number, column: number | undefined): string => {
    const value = column === undefined ? null : (cellAt(sheet, row, column)?.value ?? null);
    return value === null || typeof value === "object" ? "" : plainText(String(value));
  };
  const [unit, table] = [textIn(marks, 1), textIn(marks, 5)];
  return [...sheet.rows.keys()]
    .filter((row) => row > marks && row < end)
    .sort((a, b) => a - b)
    .flatMap((row): KeyedRow[] => {
      const code = textIn(row, columns.get("code"));
      const textAt = (key: string): string => textIn(row, columns.get(key));
      return code === "" ? [] : [{ sheet: sheet.name, table, unit, row, code, columns, textAt }];
    });
}
