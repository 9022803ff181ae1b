import { fromA1 } from "../../src/core/cell";
import { layoutOf } from "../../src/core/form/sheet-layout";
import type { SheetSnapshot } from "../../src/core/snapshot";
import { cellFrom } from "./drawn-page";
import { columnIndex, put, rowIndex, rowsOf, tableOf, type Rows, type Sheets } from "./drawn-sheets";

type Act = (sheets: Sheets, sheet: string, words: readonly string[]) => void;

/** What is done to keys, headings, merged cells and what is in sight. */
export const structureActs: readonly (readonly [Act, RegExp])[] = [
  [(sheets, sheet) => void rowsOf(sheets, sheet).delete(layoutOf(tableOf(sheet)).keyRow), /^Xóa dòng khóa$/],
  [cutKeyRow, /^Xóa hẳn dòng khóa$/],
  [clearKey, /^Xóa khóa của cột (.+)$/],
  [(sheets, sheet, [code = ""]) => void rowsOf(sheets, sheet).get(rowIndex(sheet, code))?.delete(0), /^Xóa mã (\S+)$/],
  [rewordHeading, /^Đổi tiêu đề (.+) thành (.+)$/],
  [typeInto, /^Ghi (.+) vào ô ([A-Z]+\d+)$/],
  [mergeCells, /^Gộp ô của (\S+) từ (.+) đến (.+)$/],
  [(sheets, sheet, [code = ""]) => hide(sheets, sheet, { hiddenRows: rowIndex(sheet, code) }), /^Ẩn dòng (\S+)$/],
  [
    (sheets, sheet, [heading = ""]) => hide(sheets, sheet, { hiddenColumns: columnIndex(sheet, heading) }),
    /^Ẩn cột (.+)$/,
  ],
  [hideSheet, /^Ẩn sheet (.+)$/],
  // `drawnForm` makes the form of that version.
  [() => undefined, /^Biểu mẫu phiên bản \d+$/],
  [copySheet, /^Chép sheet (.+) thành ([^,]+)(?:, ghi (.+) vào ô ([A-Z]+\d+))?$/],
  [addSheet, /^Thêm sheet (.+) có (?:chữ|số) (.+)$/],
];

/** As a spreadsheet does it: all that is below moves up. Formulas stay: only the check column of such a sheet is wrong. */
function cutKeyRow(sheets: Sheets, sheet: string): void {
  const found = sheets.get(sheet);
  if (!found) return;
  const { keyRow } = layoutOf(tableOf(sheet));
  const up = (row: number): number => (row > keyRow ? row - 1 : row);
  const moved = [...found.rows].filter(([row]) => row !== keyRow).map(([row, cells]) => [up(row), cells] as const);
  found.rows.clear();
  for (const [row, cells] of moved) found.rows.set(row, cells);
  found.rest = {
    ...found.rest,
    merges: found.rest.merges.map((merge) => ({ ...merge, top: up(merge.top), bottom: up(merge.bottom) })),
    hiddenRows: new Set([...found.rest.hiddenRows].filter((row) => row !== keyRow).map(up)),
  };
}

function clearKey(sheets: Sheets, sheet: string, [heading = ""]: readonly string[]): void {
  rowsOf(sheets, sheet)
    .get(layoutOf(tableOf(sheet)).keyRow)
    ?.delete(columnIndex(sheet, heading));
}

/** The lowest words above a column. */
function rewordHeading(sheets: Sheets, sheet: string, [heading = "", to = ""]: readonly string[]): void {
  const column = columnIndex(sheet, heading);
  const { firstHeaderRow, numberRow } = layoutOf(tableOf(sheet));
  for (let row = numberRow - 1; row >= firstHeaderRow; row--) {
    if (rowsOf(sheets, sheet).get(row)?.get(column)?.value === undefined) continue;
    put(sheets, { sheet, row, column }, { value: to });
    return;
  }
}

function typeInto(sheets: Sheets, sheet: string, [drawn = "", cell = ""]: readonly string[]): void {
  const position = fromA1(cell);
  if (position) put(sheets, { sheet, ...position }, cellFrom(drawn));
}

/** As a spreadsheet does it: the first cell keeps what it holds, the others lose it. */
function mergeCells(sheets: Sheets, sheet: string, [code = "", from = "", to = ""]: readonly string[]): void {
  const found = sheets.get(sheet);
  const row = rowIndex(sheet, code);
  const [left, right] = [columnIndex(sheet, from), columnIndex(sheet, to)];
  for (let column = left + 1; column <= right; column++) found?.rows.get(row)?.delete(column);
  if (found) found.rest = { ...found.rest, merges: [...found.rest.merges, { top: row, bottom: row, left, right }] };
}

function hide(sheets: Sheets, sheet: string, lines: { hiddenRows?: number; hiddenColumns?: number }): void {
  const found = sheets.get(sheet);
  if (!found) return;
  const { hiddenRows, hiddenColumns } = found.rest;
  found.rest = {
    ...found.rest,
    hiddenRows: lines.hiddenRows === undefined ? hiddenRows : new Set([...hiddenRows, lines.hiddenRows]),
    hiddenColumns: lines.hiddenColumns === undefined ? hiddenColumns : new Set([...hiddenColumns, lines.hiddenColumns]),
  };
}

function hideSheet(sheets: Sheets, _: string, [name = ""]: readonly string[]): void {
  const found = sheets.get(name);
  if (found) found.rest = { ...found.rest, visibility: "hidden" };
}

function copySheet(sheets: Sheets, _: string, [from = "", name = "", drawn, cell = ""]: readonly string[]): void {
  const found = sheets.get(from);
  if (!found) return;
  sheets.set(name, { ...found, name, rows: new Map([...found.rows].map(([row, cells]) => [row, new Map(cells)])) });
  const position = fromA1(cell);
  if (drawn !== undefined && position) put(sheets, { sheet: name, ...position }, cellFrom(drawn));
}

function addSheet(sheets: Sheets, _: string, [name = "", drawn = ""]: readonly string[]): void {
  const rest: Omit<SheetSnapshot, "name" | "rows"> = {
    visibility: "visible",
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isProtected: false,
  };
  const rows: Rows = new Map([[0, new Map([[0, cellFrom(drawn)]])]]);
  sheets.set(name, { name, rows, rest });
}
