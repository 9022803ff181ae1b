import type { ICellData, IRange } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";
import type { CellContent } from "../../core/edit";
import { isTextFormat, readTyped } from "./read-typed";
import { richText } from "./univer-cell";

/** A cell of the sheet before the person, and what Univer would put there. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly cell: ICellData | null;
}

/** The cells of a `set-range-values` command: one for a whole range, a table of them, or rows and columns by number. */
export function rawCells(value: unknown, range: IRange): RawCell[] {
  const cells: RawCell[] = [];
  if (Array.isArray(value) || !isCell(value)) {
    const origin = Array.isArray(value) ? { row: range.startRow, column: range.startColumn } : { row: 0, column: 0 };
    for (const [row, line] of entriesOf(value))
      for (const [column, cell] of entriesOf(line))
        cells.push({ row: origin.row + row, column: origin.column + column, cell: isCell(cell) ? cell : null });
    return cells;
  }
  for (let row = range.startRow; row <= range.endRow; row += 1)
    for (let column = range.startColumn; column <= range.endColumn; column += 1)
      cells.push({ row, column, cell: value });
  return cells;
}

function entriesOf(value: unknown): [number, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, entry]) => [Number(key), entry]);
}

function isCell(value: unknown): value is ICellData {
  return typeof value === "object" && value !== null && ["v", "f", "p", "t", "s"].some((key) => key in value);
}

/** What a person put in a cell through the cell's editor or its list. */
export function typedContent(cell: ICellData | null, format: string | null): CellContent {
  if (cell?.f?.startsWith("="))
    return isTextFormat(format) ? { value: cell.f } : { value: null, formula: cell.f.slice(1) };
  const raw = cell?.v ?? richText(cell) ?? "";
  if (typeof raw === "number") return { value: raw };
  if (typeof raw === "boolean") return { value: raw };
  // An apostrophe before it, which Univer has taken away already.
  if (cell?.t === CellValueType.FORCE_STRING) return { value: raw };
  return readTyped(raw, { format, from: "keyboard" });
}

/** Whether a text left in the editor is the one it opened with, so that nothing was typed. */
export function isAsShown(
  text: string,
  { value, shown }: { readonly value: unknown; readonly shown: string },
): boolean {
  if (value === null) return false;
  if (text === shown) return true;
  if (typeof value === "number" && /^-?\d+(?:\.\d+)?$/.test(text))
    return Number(text) === Number(value.toPrecision(15));
  return text === value;
}
