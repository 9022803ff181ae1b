/*
 * Programs write one formula in several ways when they save: "$" and spaces, capitals, quotes around the names of
 * sheets, prefixes of newer functions. None of that changes what it computes.
 */

/** Texts, names of sheets, numbers, words, and whatever else stands between them, one after another. */
const parts =
  /("(?:[^"]|"")*")|'((?:[^']|'')*)'!?|([\p{L}_][\p{L}\p{N}_.]*)!|((?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)|(TRUE|FALSE)\(\)|([\p{L}_$\\][\p{L}\p{N}_.$]*)|\s+|./giu;

/** Whether two formulas (without "=") compute the same, apart from the ways in which programs write them. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || standardFormula(one) === standardFormula(other);
}

/** The one spelling of all formulas (without "=") that compute the same; for comparing only, Excel cannot read it. */
export function standardFormula(formula: string): string {
  let written = "";
  for (const [part, text, quotedSheet, plainSheet, number, truth, word] of formula.matchAll(parts)) {
    const sheet = quotedSheet?.replaceAll("''", "'") ?? plainSheet;
    if (text !== undefined) written += text;
    else if (sheet !== undefined) written += `'${sheet}'!`;
    else if (number !== undefined) written += String(Number(number));
    else if (truth !== undefined) written += truth.toUpperCase();
    else if (word !== undefined) written += standardWord(word);
    else if (part.trim() !== "" && part !== "$") written += part;
  }
  return written;
}

function standardWord(word: string): string {
  return word
    .replaceAll("$", "")
    .toUpperCase()
    .replace(/^(?:_XLFN\.|_XLWS\.)+/, "");
}
