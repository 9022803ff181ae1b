import type { BlueprintName, SheetBlueprint } from "./blueprint";
import type { Block, CellValue, Place } from "./cell";
import type { SheetSnapshot } from "./snapshot";

/** What a cell holds: a value, or a formula (without "=") with the value it gives. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
}

/** A change to one cell that says what it expects to find there (law ED1). */
export interface CellEdit {
  readonly at: Place;
  readonly expect: CellContent;
  readonly put: CellContent;
  /** The text put was converted out of a legacy encoding: the cell's font gives way to an ordinary one (law RD4). */
  readonly leavesLegacyFont?: boolean;
}

/** A change to a sheet as a whole; each says what it expects to find (law ED1). */
export type SheetEdit =
  /** The sheet gets another name, and every formula that names it follows. */
  | { readonly kind: "rename-sheet"; readonly sheet: string; readonly to: string }
  | { readonly kind: "show-sheet"; readonly sheet: string }
  /** Hidden rows and columns (zero-based) come into sight. */
  | {
      readonly kind: "show-lines";
      readonly sheet: string;
      readonly rows: readonly number[];
      readonly columns: readonly number[];
    }
  | { readonly kind: "unmerge"; readonly sheet: string; readonly block: Block }
  | PutSheet
  /** The sheet goes, with the names that lead into it and the cells it is expected to hold; formulas that lead to it hold it. */
  | {
      readonly kind: "drop-sheet";
      readonly sheet: string;
      readonly expect: SheetSnapshot["rows"];
    };

/** A sheet made anew: in place of another one, or behind the one named (null: in front of all). */
export interface PutSheet {
  readonly kind: "put-sheet";
  readonly sheet: SheetBlueprint;
  /** Workbook-wide names that lead into the sheet; they take the place of those of the same name. */
  readonly names: readonly BlueprintName[];
  /** The sheet that gives way, with the cells it is expected to hold; null where there is none. */
  readonly replaces: { readonly sheet: string; readonly expect: SheetSnapshot["rows"] } | null;
  readonly after: string | null;
}

/** Edits of cells come first, by the names and places that the workbook has as it is found; those of sheets follow in order. */
export type Edit = CellEdit | SheetEdit;

export function isCellEdit(edit: Edit): edit is CellEdit {
  return "at" in edit;
}

/** Why a list of edits was refused; nothing was written (law ED2). */
export interface EditRefusal {
  readonly at: Place;
  readonly reason:
    | "cell-has-changed"
    | "sheet-has-changed"
    | "no-such-sheet"
    | "name-is-taken"
    /** A sheet that is to go is the last in sight, or the formula at `at` leads to it. */
    | "sheet-is-needed"
    | "read-back-differs";
  readonly found: CellContent | null;
}
