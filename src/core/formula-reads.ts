import { blockFromA1, fromA1, maxColumns, maxRows, type Block, type Place } from "./cell";

/** Texts; a sheet's name before its mark; cells and ranges; whole columns and rows; words. */
const parts =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')*)'|([\p{L}_][\p{L}\p{N}_.]*))!|(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(.])|(\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})|([\p{L}_\\][\p{L}\p{N}_.]*)(\s*\()?|\d+(?:\.\d+)?/giu;

/** Functions whose arguments do not say which cells they read. */
const farReaching = new Set(["INDIRECT", "OFFSET"]);

/**
 * Whether a formula (without "=", standing on `sheet`) may read one of the cells. What cannot be told – a defined name,
 * INDIRECT, another workbook – counts as yes: a value is given up rather than trusted wrongly.
 */
export function mayRead(formula: string, sheet: string, cells: readonly Place[]): boolean {
  let on = sheet;
  for (const [, quoted, plain, cell, lines, word, isCall] of formula.matchAll(parts)) {
    const named = quoted?.replaceAll("''", "'") ?? plain;
    if (named !== undefined) {
      if (named.includes("[") || named.includes(":")) return true;
      on = named;
      continue;
    }
    const block = cell === undefined ? lines && linesBlock(lines) : blockFromA1(cell);
    if (block && holdsOne(block, on, cells)) return true;
    if (word !== undefined && isCall === undefined && !/^(?:TRUE|FALSE)$/i.test(word)) return true;
    if (word !== undefined && farReaching.has(word.toUpperCase())) return true;
    on = sheet;
  }
  return formula.includes("[");
}

/** The cells and ranges that a formula (without "=", standing on `sheet`) names, each with its sheet; nothing far-reaching. */
export function blocksRead(formula: string, sheet: string): { readonly sheet: string; readonly block: Block }[] {
  const read: { sheet: string; block: Block }[] = [];
  let on = sheet;
  for (const [, quoted, plain, cell] of formula.matchAll(parts)) {
    const named = quoted?.replaceAll("''", "'") ?? plain;
    const block = cell === undefined ? null : blockFromA1(cell);
    if (block) read.push({ sheet: on, block });
    on = named ?? sheet;
  }
  return read;
}

function holdsOne({ top, left, bottom, right }: Block, sheet: string, cells: readonly Place[]): boolean {
  return cells.some((place) => {
    const position = fromA1(place.cell);
    if (!position || place.sheet.toLowerCase() !== sheet.toLowerCase()) return false;
    const { row, column } = position;
    return row >= top && row <= bottom && column >= left && column <= right;
  });
}

/** "A:C" or "3:5" as a block. */
function linesBlock(text: string): Block | null {
  const [from = "", to = ""] = text.replaceAll("$", "").split(":");
  const areRows = /^\d/.test(from);
  return areRows
    ? (blockFromA1(`A${from}:XFD${to}`) ?? { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 })
    : blockFromA1(`${from}1:${to}${maxRows}`);
}
