import type { CellValue } from "../cell";
import { contentsKey, type Contents } from "../form/contents";
import type { TableId } from "../form/table";

/** What may be carried: the columns baseline and last year, the openings of the villages, and their names. */
export type CarriedPart = "baseline" | "last_year" | "openings" | "villages";

/** Why a part, or some rows of it (by code), stays blank in the new form. */
export interface LeftBlank {
  readonly part: CarriedPart;
  readonly reason:
    /** Neither of the same year nor of the year before. */
    | "another-year"
    /** Of the right year, but of a period whose figures mean something else here. */
    | "another-period"
    | "another-standard"
    | "blank"
    | "not-a-figure"
    /** The new form has no such row. */
    | "another-row"
    /** The code is there, but its label, its kind or its unit is another: it may count something else. */
    | "another-meaning"
    /** Of a unit that was made of several: answers do not add up. */
    | "not-additive"
    /** … and its form has fewer rows than they had villages. */
    | "too-many-villages";
  readonly codes: readonly string[];
}

/** The contents of a new form, with what was carried into it and what was not. */
export interface CarriedOver extends Contents {
  readonly counts: ReadonlyMap<CarriedPart, number>;
  readonly left: readonly LeftBlank[];
}

/** Collects what is carried and, by part and reason, the rows that are not. */
export class Carrier {
  readonly #cells = new Map<string, CellValue>();
  readonly #counts = new Map<CarriedPart, number>();
  readonly #left = new Map<string, { part: CarriedPart; reason: LeftBlank["reason"]; codes: string[] }>();

  put(part: CarriedPart, cell: { table: TableId; code: string; key: string }, value: CellValue): void {
    this.#cells.set(contentsKey(cell), value);
    this.#counts.set(part, (this.#counts.get(part) ?? 0) + 1);
  }

  leave(part: CarriedPart, reason: LeftBlank["reason"], code?: string): void {
    const key = `${part}/${reason}`;
    const entry = this.#left.get(key) ?? { part, reason, codes: [] };
    if (code !== undefined && !entry.codes.includes(code)) entry.codes.push(code);
    this.#left.set(key, entry);
  }

  outcome(): CarriedOver {
    return { cover: new Map(), cells: this.#cells, counts: this.#counts, left: [...this.#left.values()] };
  }
}
