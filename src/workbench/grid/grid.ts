import type { CellValue, Place } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import type { Snapshot } from "../../core/snapshot";
import type { BookLooks } from "../../workbook/looks";
import type { Mark } from "../../workbook/workbook";

/** The sheet beside the pane: it shows a workbook and tells what a person does in it, and keeps nothing itself. */
export interface Grid {
  /**
   * Shows a workbook in place of the one before; the sheet and cell that were selected stay selected where they are still
   * there. `mayShow` is asked when all is ready and the one before is still in sight; false where it would not have it.
   */
  readonly show: (book: ShownBook, mayShow?: () => Promise<boolean>) => Promise<boolean>;
  /** Shows other contents in cells; `onTyped` does not tell of them, formulas that depend on them are calculated. */
  readonly put: (cells: readonly ShownCell[]) => void;
  /** These marks and no others. */
  readonly mark: (marks: readonly Mark[]) => void;
  /** Goes to a cell; false where its sheet is not there or hidden. */
  readonly reveal: (place: Place) => boolean;
  /** Brings another sheet into sight; false where it is not there or hidden. */
  readonly turnTo: (sheet: string) => boolean;
  readonly selected: () => Place | null;
  readonly onSelected: (listener: (place: Place) => void) => Stop;
  /** What a person typed, pasted, filled or cleared, as one change. */
  readonly onTyped: (listener: (cells: readonly TypedCell[]) => void) => Stop;
  /** Formulas that give another value than before, after a calculation; null where the grid cannot calculate one. */
  readonly onCalculated: (listener: (cells: readonly CalculatedCell[]) => void) => Stop;
  /** A person wanted to change this cell, and it is locked: nothing was changed. */
  readonly onRefused: (listener: (place: Place) => void) => Stop;
  /** Ctrl+Z and Ctrl+Y: the grid itself undoes nothing, since history belongs to the workbook. */
  readonly onUndo: (listener: () => void) => Stop;
  readonly onRedo: (listener: () => void) => Stop;
  /** F6 and Shift+F6: the person leaves the sheet for what stands after it or before it. */
  readonly onLeave: (listener: (way: "after" | "before") => void) => Stop;
  /** Takes the keyboard; never unasked. */
  readonly focus: () => void;
  /** Ends what a person is typing: taken over where it can be, else given up. */
  readonly finishTyping: () => Promise<void>;
  readonly close: () => void;
}

export type Stop = () => void;

export interface ShownBook {
  readonly snapshot: Snapshot;
  readonly looks: BookLooks;
}

export interface ShownCell {
  readonly at: Place;
  readonly content: CellContent;
}

export interface TypedCell extends ShownCell {
  readonly before: CellContent;
}

export interface CalculatedCell {
  readonly at: Place;
  readonly value: CellValue | null;
}
