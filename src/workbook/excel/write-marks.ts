import type { Mark } from "../workbook";
import type { BookPicture } from "./book-picture";
import { markFormula } from "./mark-formula";
import { guardedSheets, protectAgain, unprotect, type Guarded } from "./protection";

/** A word stands beside every colour in the pane, and errors are bold besides: never colour alone. */
const looks = {
  error: { fill: "#F9D6D5", isBold: true },
  warning: { fill: "#FFE7A6", isBold: false },
  note: { fill: "#D5E6F7", isBold: false },
} as const;

/** Addresses are bounded; so many cells stay far below. */
const cellsOfAddress = 500;

/** The protected sheets that have marks or get some. */
export function guardedByMarks(book: BookPicture, marks: readonly Mark[]): Guarded[] {
  const marked = [...book.sheets.values()].filter((sheet) => sheet.marks.length > 0);
  return guardedSheets(book, [...marked.map(({ snapshot }) => snapshot.name), ...marks.map(({ at }) => at.sheet)]);
}

/**
 * Takes the marks away that are there and sets these, in one batch: a conditional format for each severity and sheet,
 * which shows and prints but is no part of any value. Gives the marks that then stand, by the ids of their sheets.
 */
export async function writeMarks(
  context: Excel.RequestContext,
  book: BookPicture,
  { marks, day }: { readonly marks: readonly Mark[]; readonly day: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { worksheets } = context.workbook;
  const guarded = guardedByMarks(book, marks);
  unprotect(context, guarded);
  for (const { id, marks: old } of book.sheets.values()) {
    const conditions = worksheets.getItem(id).getRange().conditionalFormats;
    for (const mark of old) conditions.getItem(mark).delete();
  }
  const added: { readonly sheet: string; readonly condition: Excel.ConditionalFormat }[] = [];
  for (const { id, snapshot } of book.sheets.values()) {
    const ofSheet = marks.filter(({ at }) => at.sheet === snapshot.name);
    // Excel puts a new one on top of the others, so the most severe comes last.
    for (const severity of ["note", "warning", "error"] as const) {
      const cells = [...new Set(ofSheet.filter((mark) => mark.severity === severity).map(({ at }) => at.cell))];
      for (let start = 0; start < cells.length; start += cellsOfAddress) {
        const areas = worksheets.getItem(id).getRanges(cells.slice(start, start + cellsOfAddress).join(","));
        const condition = areas.conditionalFormats.add("Custom");
        condition.custom.rule.formula = markFormula(day);
        condition.custom.format.fill.color = looks[severity].fill;
        if (looks[severity].isBold) condition.custom.format.font.bold = true;
        condition.load("id");
        added.push({ sheet: id, condition });
      }
    }
  }
  protectAgain(context, guarded);
  await context.sync();
  const standing = new Map<string, string[]>();
  for (const { sheet, condition } of added) standing.set(sheet, [...(standing.get(sheet) ?? []), condition.id]);
  return standing;
}
