import type { Place } from "../core/cell";
import type { Edit, EditRefusal } from "../core/edit";
import type { Phrase } from "../core/language";
import type { Snapshot } from "../core/snapshot";

/** A workbook that can be read and written: what every door of this folder gives. */
export interface Workbook {
  readonly read: () => Promise<Snapshot>;
  /** Makes every edit, or gives the first refusal and makes none (laws ED1, ED2). */
  readonly write: (edits: readonly Edit[]) => Promise<EditRefusal | null>;
}

/** One thing a person asked for: written as a whole, undone as a whole (laws ED2, ED3). */
export interface Operation {
  /** As people know it: "Sửa 2 lỗi". */
  readonly name: Phrase;
  /** Written one after another; each round expects what the one before it left. */
  readonly rounds: readonly (readonly Edit[])[];
  /** Needed where a round puts sheets. */
  readonly drawn: DrawnBook | null;
}

/**
 * A .xlsx workbook that holds every sheet an operation puts, drawn by this program's own writer from the same blueprints;
 * behind them a blank sheet for each other one that their formulas name, so that the file is whole.
 */
export interface DrawnBook {
  readonly bytes: Uint8Array;
}

/** A finding shown in the sheet itself; a mark changes no value and is never sent along. */
export interface Mark {
  readonly at: Place;
  readonly severity: "error" | "warning" | "note";
}

/** What became of an undo: `user-changed` names a cell that was changed since, and nothing is undone (law ED3). */
export type Undone =
  | { readonly kind: "undone"; readonly name: Phrase }
  | { readonly kind: "nothing-to-undo" }
  | { readonly kind: "user-changed"; readonly name: Phrase; readonly at: Place };

/** A workbook that is open before a person, and goes on changing under their hands. */
export interface LiveWorkbook {
  readonly read: () => Promise<Snapshot>;
  /** All of an operation or none of it; a refusal says where the workbook is not what was expected. Throws WorkbookTrouble. */
  readonly write: (operation: Operation) => Promise<EditRefusal | null>;
  /** The operation that one press of undo takes back; null where there is none. */
  readonly undoable: () => Promise<Phrase | null>;
  readonly undo: () => Promise<Undone>;
  /** These marks and no others; an empty list takes all of them away. */
  readonly mark: (marks: readonly Mark[]) => Promise<void>;
  /** Goes to a cell, so that the person sees it. */
  readonly reveal: (place: Place) => Promise<void>;
  readonly selected: () => Promise<Place | null>;
  /** Calls back when something may have changed or been selected: hints, never facts. Gives the way to stop. */
  readonly onHint: (listener: (hint: Hint) => void) => () => void;
  /** Opens another workbook in a window of its own; this one stays as it is. */
  readonly openNew: (book: NewBook) => Promise<void>;
}

export type Hint = "changed" | "selected";

export interface NewBook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What can stand between this program and an open workbook (law XL5); `words/troubles.ts` says each to a person. */
export type TroubleKind =
  | "sheet-is-protected"
  | "cell-is-being-edited"
  | "workbook-is-read-only"
  | "too-much-at-once"
  | "no-answer"
  | "item-is-gone"
  | "host-is-busy"
  | "host-is-too-old"
  | "unknown";

/** The workbook could not be read or written; unless `isUnsure`, it is as it was before. */
export class WorkbookTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    readonly about: {
      /** The sheet it happened on, where that is known. */
      readonly sheet: string | null;
      /** Nobody can say whether the workbook was changed: it must be looked at again. */
      readonly isUnsure: boolean;
      /** For the log, never for the official. */
      readonly detail: string;
    },
  ) {
    super(`${kind}: ${about.detail}`);
    this.name = "WorkbookTrouble";
  }
}
