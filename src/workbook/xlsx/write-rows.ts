import type { CellBlueprint, RowBlueprint, SheetBlueprint } from "../../core/blueprint";
import { columnLetters, maxColumns, maxRows, reference, toA1 } from "../../core/cell";
import { styleNumbers, type BookTables } from "./book-tables";
import { dateSerial } from "./date-serial";
import { elementText, toStoredText } from "./stored-text";

const longestText = 32_767;

/** The rows of a sheet as its part holds them, and how far they reach. */
export interface WrittenRows {
  readonly xml: string;
  readonly rows: number;
  readonly columns: number;
}

/** Throws a RangeError for what no cell can hold. */
export function writeRows(sheet: SheetBlueprint, tables: BookTables): WrittenRows {
  const grid = gridOf(sheet);
  const styleOf = styleNumbers(tables);
  const write = (cell: CellBlueprint): string => cellXml(cell, { sheet: sheet.name, style: styleOf(cell), tables });
  const written: string[] = [];
  let columns = 0;
  for (let row = 0; row < grid.length; row += 1) {
    const cells = grid[row];
    if (!cells) continue;
    columns = Math.max(columns, cells.length);
    let content = "";
    for (const cell of cells) if (cell) content += write(cell);
    const attributes = rowAttributes(sheet.rows.get(row));
    if (content !== "") written.push(`<row r="${row + 1}"${attributes}>${content}</row>`);
    else if (attributes !== "") written.push(`<row r="${row + 1}"${attributes}/>`);
  }
  const xml = written.length === 0 ? "<sheetData/>" : `<sheetData>${written.join("")}</sheetData>`;
  return { xml, rows: grid.length, columns };
}

type Grid = ((CellBlueprint | null)[] | undefined)[];

/** Cells by row and column; where two are described in one place, the later one stands. */
function gridOf({ name, cells, rows }: SheetBlueprint): Grid {
  const grid: Grid = [];
  const rowAt = (row: number): (CellBlueprint | null)[] => (grid[row] ??= []);
  for (const row of rows.keys()) rowAt(row).push(null);
  for (const cell of cells) {
    if (cell.column >= maxColumns || cell.row >= maxRows) {
      throw new RangeError(`${reference({ sheet: name, cell: toA1(cell) })}: beyond the end of a sheet`);
    }
    const row = rowAt(cell.row);
    while (row.length < cell.column) row.push(null);
    row[cell.column] = cell;
  }
  return grid;
}

function rowAttributes(row: RowBlueprint | undefined): string {
  const height = row?.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`;
  return row?.isHidden ? `${height} hidden="1"` : height;
}

interface Around {
  readonly sheet: string;
  readonly style: number;
  readonly tables: BookTables;
}

/** Texts stand in the shared table; errors and results of formulas in the cell. */
function cellXml(cell: CellBlueprint, { sheet, style, tables }: Around): string {
  const { value, formula } = cell;
  const at = `<c r="${columnLetters(cell.column)}${cell.row + 1}"`;
  const styled = ` s="${style}"`;
  if (typeof value === "string") {
    if (value.length > longestText) throw refused(cell, sheet, `a text of ${value.length} characters`);
    const stored = toStoredText(value);
    if (formula !== undefined) return `${at}${styled} t="str"><f>${elementText(formula)}</f>${resultXml(stored)}</c>`;
    if (stored === "") return `${at}${styled}/>`;
    // As a plain value "#N/A" would become the error of that name.
    if (stored.startsWith("#")) return `${at} t="inlineStr"${styled}><is><r>${textXml(stored)}</r></is></c>`;
    return `${at} t="s"${styled}><v>${tables.texts.numberOf(stored)}</v></c>`;
  }
  const made = formula === undefined ? "" : `<f>${elementText(formula)}</f>`;
  if (value === null) return made === "" ? `${at}${styled}/>` : `${at}${styled}>${made}</c>`;
  if (typeof value === "boolean") {
    const type = ' t="b"';
    return `${at}${made === "" ? type + styled : styled + type}>${made}<v>${value ? "1" : "0"}</v></c>`;
  }
  if (typeof value === "object" && "error" in value) {
    return `${at}${styled} t="e">${made}<v>${elementText(value.error)}</v></c>`;
  }
  return `${at}${styled}>${made}<v>${numberOf(cell, sheet)}</v></c>`;
}

function numberOf(cell: CellBlueprint, sheet: string): number {
  const { value } = cell;
  if (typeof value === "object" && value !== null && "date" in value) {
    const serial = dateSerial(value.date);
    if (serial === null) throw refused(cell, sheet, `not a date: ${value.date}`);
    return serial;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) throw refused(cell, sheet, "not a finite number");
  return value;
}

function refused({ row, column }: CellBlueprint, sheet: string, why: string): RangeError {
  return new RangeError(`${reference({ sheet, cell: toA1({ row, column }) })}: ${why}`);
}

function resultXml(stored: string): string {
  if (stored === "") return "<v/>";
  return /^\s|\s$/.test(stored)
    ? `<v xml:space="preserve">${elementText(stored)}</v>`
    : `<v>${elementText(stored)}</v>`;
}

/** A text's own element, in a cell or in the shared table. */
export function textXml(stored: string): string {
  const isKept = /^ | $|[\n\t]/.test(stored);
  return isKept ? `<t xml:space="preserve">${elementText(stored)}</t>` : `<t>${elementText(stored)}</t>`;
}
