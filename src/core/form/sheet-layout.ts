import type { Position } from "../cell";
import type { Row, Table } from "./table";

/** Where the rows and columns of a table stand on the sheets that this program makes; all zero-based. */
export interface SheetLayout {
  readonly keyRow: number;
  readonly markRow: number;
  readonly helperRows: ReadonlyMap<string, number>;
  readonly letterheadRow: number;
  readonly titleRow: number;
  readonly subtitleRow: number;
  readonly firstHeaderRow: number;
  readonly tiers: number;
  readonly numberRow: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  readonly headings: readonly { readonly row: number; readonly text: string }[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** `top` moves the whole table down, where a sheet holds several. */
export function layoutOf(table: Table<string>, top = 0): SheetLayout {
  const helpers = table.helperRows ?? [];
  const letterheadRow = top + 2 + helpers.length;
  const firstHeaderRow = letterheadRow + 4;
  const tiers = Math.max(...table.columns.map((column) => column.tiers.length));
  const numberRow = firstHeaderRow + tiers;
  const rows = new Map<string, number>();
  const headings: { row: number; text: string }[] = [];
  let next = numberRow + 1;
  let lastHeading: string | undefined;
  for (const row of table.rows) {
    if (row.heading !== undefined && row.heading !== lastHeading) headings.push({ row: next++, text: row.heading });
    lastHeading = row.heading ?? lastHeading;
    rows.set(rowKey(row), next++);
  }
  return {
    keyRow: top,
    markRow: top + 1,
    helperRows: new Map(helpers.map(({ key }, index) => [key, top + 2 + index])),
    letterheadRow,
    titleRow: letterheadRow + 1,
    subtitleRow: letterheadRow + 2,
    firstHeaderRow,
    tiers,
    numberRow,
    rows,
    columns: new Map(table.columns.map((column, index) => [column.key, index])),
    headings,
    firstRow: numberRow + 1,
    lastRow: next - 1,
  };
}

/** Rows of one code for several groups (TH Chỉ tiêu) are told apart by a key of their own. */
function rowKey(row: Row): string {
  return row.key ?? row.code;
}

/** Where a cell stands; null for a row or column that the table does not have. */
export function positionIn(layout: SheetLayout, code: string, key: string): Position | null {
  const row = layout.rows.get(code);
  const column = layout.columns.get(key);
  return row === undefined || column === undefined ? null : { row, column };
}
