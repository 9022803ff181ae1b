import type { Blueprint, SheetBlueprint } from "../../core/blueprint";
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
/** One tag, comment or text of a part. */
export const maxBytesWithoutTag = 4 * mebibyte;

const allowances = {
  // A report has 3,000; a summary of four hundred units has as many as this.
  cells: 600_000,
  elements: maxElements,
  attributes: 3_000_000,
  merges: 100_000,
  "hidden rows and columns": 2_000_000,
  "characters of shared formulas": 20_000_000,
};

/** What a workbook will ask of whoever reads it, counted while its sheets are described. */
export class AskedOfReader {
  #cells = 0;
  #elements = 0;
  /** Each stands once in a part of its own, with an element around it. */
  readonly #texts = new Set<string>();

  add({ cells }: SheetBlueprint): void {
    this.#cells += cells.length;
    for (const { formula, value } of cells) {
      this.#elements += 1 + (formula === undefined ? 0 : 1) + (value === null ? 0 : 1);
      if (typeof value === "string" && formula === undefined) this.#texts.add(value);
    }
  }

  get isTooMuch(): boolean {
    return this.#cells > allowances.cells || this.#elements + 2 * this.#texts.size > allowances.elements;
  }
}

/** Whether a workbook, as it is described, stays within what is read. */
export function canBeReadBack({ sheets }: Blueprint): boolean {
  const asked = new AskedOfReader();
  for (const sheet of sheets) asked.add(sheet);
  return !asked.isTooMuch;
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
