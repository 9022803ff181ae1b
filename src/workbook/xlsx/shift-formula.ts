import { columnLetters, fromA1, maxColumns, maxRows } from "../../core/cell";

/** How far a formula moves, in rows and columns. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** A part of a formula: its text, or the words that may be references. */
type Piece = string | { readonly first: string; readonly last: string | undefined; readonly mark: string };

// A name, a number, a cell, or two of them as a range; and what stands after: "LOG10(", "T1!", "Table1[" are no cells.
const words = /([\p{L}_\\$\d.][\p{L}\p{M}\p{N}_.\\?$]*)(?::([\p{L}_\\$\d.][\p{L}\p{M}\p{N}_.\\?$]*))?(?=([(![]?))/uy;

/**
 * A shared formula, to be had as the other cells of its group have it: relative references moved, "#REF!" beyond the
 * sheet's edge. It is taken apart once, in time that grows with its length, however many cells share it.
 */
export function shiftable(formula: string): (shift: Shift) => string {
  const pieces: Piece[] = [];
  let literalStart = 0;
  for (let at = 0; at < formula.length;) {
    words.lastIndex = at;
    const [whole, first, last, mark = ""] = words.exec(formula) ?? [];
    if (whole === undefined || first === undefined) {
      at += literalLength(formula, at);
    } else {
      pieces.push(formula.slice(literalStart, at), { first, last, mark });
      at += whole.length;
      literalStart = at;
    }
  }
  pieces.push(formula.slice(literalStart));
  return (shift) => pieces.map((piece) => (typeof piece === "string" ? piece : moved(piece, shift))).join("");
}

/** Of a text, a quoted sheet, a table's columns or another workbook in brackets; of anything else one character. */
function literalLength(formula: string, from: number): number {
  const opening = formula[from];
  if (opening === '"' || opening === "'") {
    // A doubled quote is read as two texts side by side, which moves nothing either.
    const end = formula.indexOf(opening, from + 1);
    return end < 0 ? formula.length - from : end + 1 - from;
  }
  if (opening !== "[") return 1;
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1 - from;
  }
  return formula.length - from;
}

function moved({ first, last, mark }: Exclude<Piece, string>, shift: Shift): string {
  if (last === undefined) return mark === "" ? movedCell(first, shift) : first;
  const start = movedCell(first, shift);
  // "A1:INDEX(": what the mark belongs to is no cell.
  if (mark !== "") return `${start}:${last}`;
  return movedWhole(first, last, shift) ?? `${start}:${movedCell(last, shift)}`;
}

/** The word as it was where it is no cell. */
function movedCell(word: string, shift: Shift): string {
  if (!fromA1(word)) return word;
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] = /^(\$?)([A-Z]+)(\$?)(\d+)$/i.exec(word) ?? [];
  const [column, row] = [movedColumn(columnMark, letters, shift), movedRow(rowMark, digits, shift)];
  return column === null || row === null ? "#REF!" : `${column}${row}`;
}

/** Whole columns ("A:C") or whole rows ("1:3"); null where the words are neither. */
function movedWhole(first: string, last: string, shift: Shift): string | null {
  const kinds = [
    { end: /^(\$?)([A-Z]{1,3})$/i, move: movedColumn },
    { end: /^(\$?)([1-9]\d{0,6})$/, move: movedRow },
  ];
  for (const { end, move } of kinds) {
    const ends = [end.exec(first), end.exec(last)];
    if (ends.includes(null)) continue;
    const texts = ends.map((match) => move(match?.[1] ?? "", match?.[2] ?? "", shift));
    return texts.includes(null) ? "#REF!" : texts.join(":");
  }
  return null;
}

function movedColumn(mark: string, letters: string, { columns }: Shift): string | null {
  if (mark !== "") return `${mark}${letters}`;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  const column = index - 1 + columns;
  return column < 0 || column >= maxColumns ? null : columnLetters(column);
}

function movedRow(mark: string, digits: string, { rows }: Shift): string | null {
  if (mark !== "") return `${mark}${digits}`;
  const row = Number(digits) + rows;
  return row < 1 || row > maxRows ? null : String(row);
}
