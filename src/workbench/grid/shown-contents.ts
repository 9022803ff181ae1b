import { fromA1, sameValue, type Place } from "../../core/cell";
import { cellAt, type SheetSnapshot } from "../../core/snapshot";
import type { CellContent } from "../../core/edit";
import { mayType } from "./grid-book";
import type { ShownBook } from "./grid";

/** What the grid was given to show and what was typed since: changes are told by comparing with it. */
export class ShownContents {
  readonly #sheets: ReadonlyMap<string, SheetSnapshot>;
  readonly #formats: ReadonlyMap<string, (row: number, column: number) => string | null>;
  readonly #since = new Map<string, CellContent>();

  constructor(readonly book: ShownBook) {
    this.#sheets = new Map(book.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    this.#formats = new Map(
      book.looks.sheets.map(({ name, cells, looks }) => [
        name,
        (row, column) => looks[cells.get(row)?.get(column) ?? -1]?.format ?? null,
      ]),
    );
  }

  at(place: Place): CellContent {
    const since = this.#since.get(keyOf(place));
    if (since) return since;
    const at = fromA1(place.cell);
    const sheet = this.#sheets.get(place.sheet);
    const cell = at && sheet ? cellAt(sheet, at.row, at.column) : undefined;
    if (!cell) return { value: null };
    return cell.formula === undefined ? { value: cell.value } : { value: cell.value, formula: cell.formula };
  }

  set(place: Place, content: CellContent): void {
    this.#since.set(keyOf(place), content);
  }

  /** The number format of a cell; null where it has none. */
  formatAt({ sheet, cell }: Place): string | null {
    const at = fromA1(cell);
    return at ? (this.#formats.get(sheet)?.(at.row, at.column) ?? null) : null;
  }

  mayType(place: Place): boolean {
    return mayType(this.book, place);
  }

  sheet(name: string): SheetSnapshot | undefined {
    return this.#sheets.get(name);
  }
}

function keyOf({ sheet, cell }: Place): string {
  return `${cell} ${sheet}`;
}

/** Whether two contents are one; numbers that differ only behind the fifteenth digit are the same. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  return a.formula === b.formula && sameCalculated(a.value, b.value);
}

/** As `sameValue`, but nothing and a formula's empty text are the same, and so are numbers no one can tell apart. */
export function sameCalculated(a: CellContent["value"], b: CellContent["value"]): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  return sameValue(a === "" ? null : a, b === "" ? null : b);
}
