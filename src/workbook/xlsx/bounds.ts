import type { Blueprint } from "../../core/blueprint";
import { tooLarge } from "./fault";

const mebibyte = 1024 * 1024;

/** What a commune's file may ask of the machine; hundreds of times what an honest report needs. */
export const maxEntries = 2000;
export const maxPartBytes = 64 * mebibyte;
export const maxArchiveBytes = 200 * mebibyte;
export const maxRatio = 200;
/** Small parts of repeated text honestly shrink by more than `maxRatio`, and harm nobody. */
export const bytesFreeOfRatio = mebibyte;
export const maxNesting = 64;
/** As long as Excel lets a formula be. */
export const maxFormulaLength = 8192;
/** What all the cells that a workbook may have are written with: blank cells and foreign elements take as much time. */
const maxElements = 1_500_000;
/** One tag, comment or text of a part, in pieces of a mebibyte as they are read. */
export const maxPiecesWithoutTag = 4;

const allowances = {
  // A report has 3,000; a summary of four hundred units has as many as this.
  cells: 600_000,
  elements: maxElements,
  attributes: 3_000_000,
  merges: 100_000,
  "hidden rows and columns": 2_000_000,
  "characters of shared formulas": 20_000_000,
};

/** A cell with a text of its own is four elements. */
const elementsOfCell = 4;

/** Whether a workbook, as it is described, stays within what is read. */
export function canBeReadBack({ sheets }: Blueprint): boolean {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  return cells <= Math.min(allowances.cells, maxElements / elementsOfCell);
}

export type Allowed = keyof typeof allowances;

/** Counts what one workbook has used, over all its sheets; throws a PartError once it is too much. */
export class Allowance {
  readonly #left = new Map<string, number>(Object.entries(allowances));

  spend(what: Allowed, count: number): void {
    const left = (this.#left.get(what) ?? 0) - count;
    if (left < 0) throw tooLarge(`more than ${allowances[what]} ${what}`);
    this.#left.set(what, left);
  }
}
