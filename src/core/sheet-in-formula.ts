import { quotedSheet } from "./cell";

/** Texts, and names of sheets with the mark behind them. */
const namesOfSheets = /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|(?<![\]\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula (without "=") in which one sheet has got another name; texts and other workbooks' sheets stay. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  return formula.replace(namesOfSheets, (part: string, quoted: string | undefined, plain: string | undefined) => {
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    return sheet?.toLowerCase() === wanted ? `${quotedSheet(to)}!` : part;
  });
}
