/** What a cell shows. `null` is blank; a date is ISO `yyyy-mm-dd` (with time if there is one). */
export type CellValue = null | number | string | boolean | { readonly error: string } | { readonly date: string };

/** One cell as found. `formula` is without its leading "="; a formula with a `null` value was never calculated. */
export interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
  /** The font's name, only where it is one of the legacy Vietnamese encodings' (.Vn…, VNI-…): law RD4. */
  readonly legacyFont?: string;
}

/** Where a figure stands: the sheet's name and the cell in A1 form ("F12", no dollar signs). */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Zero-based row and column. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** An inclusive zero-based block of cells. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** Letters of the columns that tables have: made once, asked for a hundred thousand times. */
const knownLetters = Array.from({ length: 26 * 27 }, (_, column) => spelled(column));

/** 0 → "A", 27 → "AB". */
export function columnLetters(column: number): string {
  return knownLetters[column] ?? spelled(column);
}

function spelled(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Position → "F12". */
export function toA1({ row, column }: Position): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "F12" or "$F$12" → position; null for anything that is not one cell of a worksheet. */
export function fromA1(text: string): Position | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row > maxRows || column > maxColumns ? null : { row: row - 1, column: column - 1 };
}

/** "B2:D9" (or "B2") → block; null for anything else. */
export function blockFromA1(text: string): Block | null {
  const [from, to = from, ...rest] = text.split(":");
  const start = from === undefined ? null : fromA1(from);
  const end = to === undefined ? null : fromA1(to);
  if (!start || !end || rest.length > 0) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

/** Block → "B2:D9", or "B2" for a single cell. */
export function blockToA1({ top, left, bottom, right }: Block): string {
  const start = toA1({ row: top, column: left });
  return top === bottom && left === right ? start : `${start}:${toA1({ row: bottom, column: right })}`;
}

/** A sheet's name as formulas write it: always quoted, quotes doubled, so that no name can break out. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Place → "'Số liệu'!F12". */
export function reference({ sheet, cell }: Place): string {
  return `${quotedSheet(sheet)}!${cell}`;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && a.cell === b.cell;
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object")
    return Object.is(a, b) || (a === 0 && b === 0);
  if ("error" in a) return "error" in b && a.error === b.error;
  return "date" in b && a.date === b.date;
}
