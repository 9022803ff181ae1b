/*
 * Pieces of spreadsheet formulas. Only functions of Excel 2010 that LibreOffice computes alike. Texts are quoted here
 * and nowhere else, so that no name from a plan can become part of a formula.
 */

/** What a cell says once spaces are put aside, no-break ones too (law RD4). */
function plain(cell: string): string {
  return `TRIM(SUBSTITUTE(${cell},"\u00A0"," "))`;
}

/**
 * True where a text is one of these; error-proof. Not MATCH, to which "?" and "*" in the cell stand for any text. TRIM
 * leaves no two spaces together, so that only a whole word is found between them.
 */
function isOneOf(text: string, words: readonly string[]): string {
  return `ISNUMBER(FIND("  "&${text}&"  ",${quoted(`  ${words.join("  ")}  `)}))`;
}

const dashes = ["-", "–", "—", "−"];

/** A text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** True where the cell holds a figure: a number, or one of the dashes of "không phát sinh" (law RD2); error-proof. */
export function isFigure(cell: string): string {
  return `OR(ISNUMBER(${cell}),${isDash(cell)})`;
}

export function isDash(cell: string): string {
  return isOneOf(plain(cell), dashes);
}

/** True where nothing but spaces stands in the cell. */
export function isBlank(cell: string): string {
  return `${plain(cell)}=""`;
}

/** True where a part is above a whole that is there. AND would not stop at an error value in the whole. */
export function isAbove(part: string, whole: string): string {
  return `IF(${isFigure(whole)},N(${part})>N(${whole}),FALSE)`;
}

/** True where a yes/no cell is answered; error-proof. */
export function isAnswered(cell: string): string {
  return isOneOf(`LOWER(${plain(cell)})`, ["có", "không"]);
}

export function isYes(cell: string): string {
  return isOneOf(`LOWER(${plain(cell)})`, ["có"]);
}

export function all(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? "TRUE") : `AND(${conditions.join(",")})`;
}

/** `then` where the condition holds, else empty: a missing figure is an empty cell, never 0 (law AR10). */
export function orEmpty(condition: string, then: string): string {
  return `IF(${condition},${then},"")`;
}

/** How many figures a range holds, dashes included. */
export function countFigures(range: string): string {
  return `COUNT(${range})+SUMPRODUCT(--${isDash(range)})`;
}

/** The sum of a range, empty where no figure stands in it; SUMIF, unlike SUM, is not stopped by an error value. */
export function total(range: string): string {
  return `IF(${countFigures(range)}=0,"",SUMIF(${range},">=-1E+300"))`;
}
