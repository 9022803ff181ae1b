import { renameSheetIn } from "../../src/core/sheet-in-formula";
import type { HostBook } from "./book";

/** Every formula of the workbook, of cells and of names, made anew. */
export function rewriteFormulas(book: HostBook, change: (formula: string) => string): void {
  for (const { cells, conditions } of book.sheets) {
    for (const [row, line] of cells.rows) {
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        const formula = change(cell.formula);
        if (formula !== cell.formula) cells.put(row, column, { ...cell, formula });
      }
    }
    for (const condition of conditions) condition.formula = change(condition.formula);
  }
  for (const name of book.names) name.formula = change(name.formula);
}

/** Formulas follow a sheet that is renamed. */
export function followRename(book: HostBook, from: string, to: string): void {
  rewriteFormulas(book, (formula) => renameSheetIn(formula, from, to));
}

/** References to a sheet that is gone become #REF!, as Excel writes them: "#REF!A1" (the file has it so too). */
export function breakReferences(book: HostBook, sheet: string): void {
  const gone = "\u0001";
  rewriteFormulas(book, (formula) => renameSheetIn(formula, sheet, gone).replaceAll(`'${gone}'!`, "#REF!"));
}
