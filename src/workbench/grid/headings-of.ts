import type { Position } from "../../core/cell";
import { cellAt, type SheetSnapshot } from "../../core/snapshot";

const longest = 80;

/** What names a cell: the longest text to the left in its row, and the nearest one above that nobody types. */
export function headingsOf(sheet: SheetSnapshot, at: Position, isInput: (at: Position) => boolean): string[] {
  return [leftOf(sheet, at), above(sheet, at, isInput)].filter((text) => text !== "");
}

function leftOf(sheet: SheetSnapshot, { row, column }: Position): string {
  const texts: string[] = [];
  for (const [at, { value }] of sheet.rows.get(row) ?? []) {
    if (at < column && typeof value === "string" && /\p{L}{2}/u.test(value)) texts.push(value);
  }
  return cut(texts.sort((a, b) => b.length - a.length)[0]);
}

function above(sheet: SheetSnapshot, { row, column }: Position, isInput: (at: Position) => boolean): string {
  for (let at = row - 1; at >= 0; at -= 1) {
    const cell = cellAt(sheet, at, column);
    if (!cell || cell.formula !== undefined || typeof cell.value !== "string" || isInput({ row: at, column })) continue;
    if (/\p{L}{2}/u.test(cell.value)) return cut(cell.value);
  }
  return "";
}

function cut(text = ""): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
