import { fromA1, quotedSheet } from "./cell";

const word = String.raw`[\p{L}_][\p{L}\p{N}_.]*`;

/** Texts, and names of sheets (or of the first and the last of several) with the mark behind them. */
const namesOfSheets = new RegExp(
  String.raw`"(?:[^"]|"")*"|'((?:[^']|'')*)'!|(?<![\]\p{L}\p{N}_.:$])(${word}):(${word})!|(?<![\]\p{L}\p{N}_.])(${word})!`,
  "gu",
);

/** A formula (without "=") in which one sheet has got another name; texts and other workbooks' sheets stay. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mayName(formula, from)) return formula;
  const wanted = from.toLowerCase();
  const renamed = (name: string) => (name.toLowerCase() === wanted ? to : name);
  return formula.replace(namesOfSheets, (part: string, ...found: (string | undefined)[]) => {
    const [quoted, first, last, plain] = found;
    if (first !== undefined && last !== undefined) {
      // "A1:Bìa!B2" leads from a cell to a cell, "Bìa:Cuối!B2" through all sheets in between.
      if (fromA1(first)) return last.toLowerCase() === wanted ? `${first}:${quotedSheet(to)}!` : part;
      return rewritten(part, `${first}:${last}`, `${renamed(first)}:${renamed(last)}`);
    }
    const names = quoted?.replaceAll("''", "'") ?? plain;
    // No sheet's name has a colon.
    return names === undefined ? part : rewritten(part, names, names.split(":").map(renamed).join(":"));
  });
}

/** Quick, since a workbook has many formulas and few lead to one sheet: false only where none can. */
function mayName(formula: string, sheet: string): boolean {
  return formula.includes("!") && lowered(formula).includes(lowered(sheet.replaceAll("'", "''")));
}

/** The one letter whose lower case follows from its neighbours gets one form. */
function lowered(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}

function rewritten(part: string, before: string, after: string): string {
  return after === before ? part : `${quotedSheet(after)}!`;
}

/** Whether a formula names one of the sheets (in lower case). */
export function leadsTo(formula: string, sheets: ReadonlySet<string>): boolean {
  return [...sheets].some((name) => renameSheetIn(formula, name, "") !== formula);
}
