import type { Place } from "../core/cell";
import type { Phrase } from "../core/language";
import type { Pane } from "../taskpane/pane-context";
import type { OpenBook } from "./door";
import type { KeptWork } from "./keep/kept-work";

/** The part that narrow windows show alone; wide ones show the sheet beside either of the others. */
export type View = "pane" | "inputs" | "sheet";

export type Question =
  { readonly kind: "unsaved"; readonly name: string } | { readonly kind: "samples"; readonly isBusy: boolean };

export type Answer = "save" | "discard" | "cancel";

/** What is open, as the toolbar shows it. */
export interface BookState {
  readonly name: string;
  readonly open: OpenBook;
  readonly isUnsaved: boolean;
  readonly undoable: Phrase | null;
  readonly redoable: Phrase | null;
  /** Counts changes, so that what shows the workbook reads it again. */
  readonly revision: number;
}

export interface BenchState {
  readonly book: BookState | null;
  /** Made anew for each workbook. */
  readonly pane: Pane;
  /** Grows with each pane. */
  readonly paneNumber: number;
  readonly view: View;
  /** The cell that the pane has last gone to. */
  readonly wanted: Place | null;
  readonly question: Question | null;
  readonly kept: readonly KeptWork[];
  /** The file being opened, or null. */
  readonly opening: string | null;
  readonly notice: { readonly tone: "done" | "failed"; readonly text: Phrase } | null;
  /** The grid: not asked for yet, on its way, there, or not to be had in this browser. */
  readonly grid: "none" | "loading" | "ready" | "failed";
  /** The sheet in sight; null where no grid shows one. */
  readonly sheet: string | null;
}
