import { columnLetters, maxColumns, maxRows } from "../../core/cell";

/** How far a formula moves, in rows and columns. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/**
 * What may look like a reference: texts and quoted sheet names (passed over), cells and ranges ("$A1", "B2:C3"), whole
 * columns ("A:C") and whole rows ("1:3"); the look-arounds leave out names, functions and numbers.
 */
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\u00C0-\uFFFF])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!\u00C0-\uFFFF])|(?<![\w.$:\u00C0-\uFFFF])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!:\u00C0-\uFFFF])|(?<![\w.$:\u00C0-\uFFFF])(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\w.(!:\u00C0-\uFFFF])/g;

/** A shared formula as another cell of its group has it: relative references moved, "#REF!" beyond the sheet's edge. */
export function shiftFormula(formula: string, shift: Shift): string {
  return formula.replace(token, (...found: (string | undefined)[]) => {
    const [whole = "", c, column, r, row, c1, first, c2, last, r1, top, r2, bottom] = found;
    if (column !== undefined && row !== undefined) {
      const moved = [movedColumn(c, column, shift), movedRow(r, row, shift)];
      return moved.includes(null) ? "#REF!" : moved.join("");
    }
    if (first !== undefined && last !== undefined) {
      const moved = [movedColumn(c1, first, shift), movedColumn(c2, last, shift)];
      return moved.includes(null) ? "#REF!" : moved.join(":");
    }
    if (top !== undefined && bottom !== undefined) {
      const moved = [movedRow(r1, top, shift), movedRow(r2, bottom, shift)];
      return moved.includes(null) ? "#REF!" : moved.join(":");
    }
    return whole;
  });
}

function movedColumn(mark: string | undefined, letters: string, { columns }: Shift): string | null {
  if (mark === "$") return `$${letters}`;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  const moved = index - 1 + columns;
  return moved < 0 || moved >= maxColumns ? null : columnLetters(moved);
}

function movedRow(mark: string | undefined, digits: string, { rows }: Shift): string | null {
  if (mark === "$") return `$${digits}`;
  const moved = Number(digits) + rows;
  return moved < 1 || moved > maxRows ? null : String(moved);
}
