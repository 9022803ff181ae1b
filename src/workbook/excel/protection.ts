import type { BookPicture } from "./book-picture";
import type { Step } from "./step";

/** A protected sheet that has to be opened for a batch, with what its protection allows. */
export interface Guarded {
  readonly id: string;
  readonly name: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

/** The protected sheets that steps write into, by the names that sheets have in `book`. */
export function guardedBy(book: BookPicture, steps: readonly Step[]): Guarded[] {
  const renamed = new Map<string, string>();
  const touched = new Set<string>();
  for (const step of steps) {
    if (step.kind === "name") continue;
    const name = renamed.get(step.sheet) ?? step.sheet;
    if (step.kind === "rename") renamed.set(step.to, name);
    if (step.kind === "cells" || step.kind === "lines" || step.kind === "merge") touched.add(name);
  }
  return guardedSheets(book, touched);
}

/** Those of the named sheets that are protected. */
export function guardedSheets({ sheets }: BookPicture, names: Iterable<string>): Guarded[] {
  return [...new Set(names)].flatMap((name) => {
    const sheet = sheets.get(name);
    return sheet?.protection ? [{ id: sheet.id, name, options: sheet.protection }] : [];
  });
}

/** First of all in a batch: a sheet with a password refuses, and then nothing has been written. */
export function unprotect({ workbook }: Excel.RequestContext, sheets: readonly Guarded[]): void {
  for (const { id } of sheets) workbook.worksheets.getItem(id).protection.unprotect();
}

/** With the very options that were there. */
export function protectAgain({ workbook }: Excel.RequestContext, sheets: readonly Guarded[]): void {
  for (const { id, options } of sheets) workbook.worksheets.getItem(id).protection.protect(options);
}
