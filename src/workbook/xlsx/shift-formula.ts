import { columnLetters, fromA1, maxColumns, maxRows } from "../../core/cell";

/** How far a formula moves, in rows and columns. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

type Piece = string | ((shift: Shift) => string);

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
      pieces.push(formula.slice(literalStart, at), ...wordPieces(first, last, mark));
      at += whole.length;
      literalStart = at;
    }
  }
  pieces.push(formula.slice(literalStart));
  // Joined at once: a text made by adding pieces keeps each of them in memory.
  return (shift) => pieces.map((piece) => (typeof piece === "string" ? piece : piece(shift))).join("");
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

function wordPieces(first: string, last: string | undefined, mark: string): Piece[] {
  if (last === undefined) return [mark === "" ? cellPiece(first) : first];
  // "A1:INDEX(": what the mark belongs to is no cell.
  if (mark !== "") return [cellPiece(first), ":", last];
  const whole = wholePiece(first, last);
  return whole === null ? [cellPiece(first), ":", cellPiece(last)] : [whole];
}

/** The word itself where it is no cell. */
function cellPiece(word: string): Piece {
  if (!fromA1(word)) return word;
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] = /^(\$?)([A-Z]+)(\$?)(\d+)$/i.exec(word) ?? [];
  const [columnAt, rowAt] = [columnMover(columnMark, letters), rowMover(rowMark, digits)];
  return (shift) => {
    const [column, row] = [columnAt(shift), rowAt(shift)];
    return column === null || row === null ? "#REF!" : column + row;
  };
}

/** Whole columns ("A:C") or whole rows ("1:3"); null where the words are neither. */
function wholePiece(first: string, last: string): Piece | null {
  const kinds = [
    { end: /^(\$?)([A-Z]{1,3})$/i, mover: columnMover },
    { end: /^(\$?)([1-9]\d{0,6})$/, mover: rowMover },
  ];
  for (const { end, mover } of kinds) {
    const [from, to] = [end.exec(first), end.exec(last)];
    if (!from || !to) continue;
    const [fromAt, toAt] = [mover(from[1] ?? "", from[2] ?? ""), mover(to[1] ?? "", to[2] ?? "")];
    return (shift) => {
      const ends = [fromAt(shift), toAt(shift)];
      return ends.includes(null) ? "#REF!" : ends.join(":");
    };
  }
  return null;
}

/** Gives null beyond the sheet's edge, as `rowMover` does. */
function columnMover(mark: string, letters: string): (shift: Shift) => string | null {
  if (mark !== "") return () => `$${letters}`;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return ({ columns }) => {
    const column = index - 1 + columns;
    return column < 0 || column >= maxColumns ? null : columnLetters(column);
  };
}

function rowMover(mark: string, digits: string): (shift: Shift) => string | null {
  if (mark !== "") return () => `$${digits}`;
  const index = Number(digits);
  return ({ rows }) => {
    const row = index + rows;
    return row < 1 || row > maxRows ? null : row.toString();
  };
}
