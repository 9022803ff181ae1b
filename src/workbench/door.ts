import type { CellEdit, EditRefusal } from "../core/edit";
import type { Phrase } from "../core/language";
import type { Unreadable } from "../core/snapshot";
import type { BookCharts } from "../workbook/charts";
import type { BookLooks } from "../workbook/looks";
import type { LiveWorkbook, NewBook } from "../workbook/workbook";

/** What the page asks of the workbook that is open, beside what the pane asks of it. */
export interface Door extends LiveWorkbook {
  /** What a person typed, as one step. */
  readonly change: (typed: {
    readonly name: Phrase;
    readonly edits: readonly CellEdit[];
  }) => Promise<EditRefusal | null>;
  readonly redo: () => Promise<unknown>;
  readonly redoable: () => Promise<Phrase | null>;
  /** The file as it would be saved now. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly isUnsaved: () => boolean;
  /** These bytes, which `bytes` gave, are in the person's hands. */
  readonly saved: (bytes: Uint8Array) => void;
  /** Tells of every change, by whomever. */
  readonly onChange: (listener: () => void) => () => void;
}

/** A file that is open. */
export interface OpenBook {
  readonly door: Door;
  readonly looks: () => BookLooks;
  readonly charts: () => BookCharts;
  readonly turnTo: (sheet: string) => void;
  /** Ends what a person is typing in the sheet, so that it is part of what is read and saved. */
  readonly finishTyping: () => Promise<void>;
  /** Another file takes its place. */
  readonly close: () => void;
}

export interface OpenRequest extends NewBook {
  /** What the pane's "open in a window of its own" means here. */
  readonly openNew: (book: NewBook) => Promise<void>;
  /** Asked when the file has been read, just before it takes the place of the one before: that one may have been worked on. */
  readonly mayShow: () => Promise<boolean>;
}

/** Null where the file may not be shown. */
export type OpenDoor = (request: OpenRequest) => Promise<OpenBook | Unreadable | null>;
