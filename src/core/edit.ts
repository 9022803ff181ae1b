import type { CellValue, Place } from "./cell";

/** What a cell holds: a value, or a formula (without "=") with the value it gives. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
}

/** A change to one cell that says what it expects to find there (law ED1). */
export interface Edit {
  readonly at: Place;
  readonly expect: CellContent;
  readonly put: CellContent;
}

/** Why a list of edits was refused; nothing was written (law ED2). */
export interface EditRefusal {
  readonly at: Place;
  readonly reason: "cell-has-changed" | "no-such-sheet" | "read-back-differs";
  readonly found: CellContent | null;
}
