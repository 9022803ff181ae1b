import { contentAt, isRefusal } from "../../core/apply-edits";
import { fromA1, type CellValue, type Place } from "../../core/cell";
import type { CellEdit, Edit, EditRefusal } from "../../core/edit";
import type { Phrase } from "../../core/language";
import type { Snapshot } from "../../core/snapshot";
import { WorkbookTrouble, type Hint, type LiveWorkbook, type Mark, type NewBook, type Undone } from "../workbook";
import type { Files, OpenedFile } from "./files";
import { advance, amend, back, begin, forth, type History } from "./history";

/** A file before a person, in a program that is not Excel; everything that is done to it is one history. */
export interface FileWorkbook extends LiveWorkbook {
  /** What a person did in the sheet, as one step. */
  readonly change: (typed: Typed) => Promise<EditRefusal | null>;
  /**
   * Values that formulas give now that other cells have changed: part of the step before, no step of their own. `null`
   * where nobody here can tell: the file then says nothing rather than what was right before. Cells without a formula are left
   * alone, and so is the file as it was opened.
   */
  readonly settle: (cells: readonly SettledCell[]) => Promise<void>;
  readonly redo: () => Promise<Undone>;
  readonly redoable: () => Promise<Phrase | null>;
  /** The file as it is now, with the pictures taken of it. */
  readonly file: () => Promise<OpenedFile>;
  readonly isUnsaved: () => boolean;
  /** These bytes are in the person's hands. */
  readonly saved: (bytes: Uint8Array) => void;
  /** Calls back after every change, with the file before it and after it. Gives the way to stop. */
  readonly onChange: (listener: (after: OpenedFile, before: OpenedFile) => void) => () => void;
}

export interface Typed {
  readonly name: Phrase;
  readonly edits: readonly CellEdit[];
}

export interface SettledCell {
  readonly at: Place;
  readonly value: CellValue;
}

/** The sheet on the screen in which the file is shown. */
export interface SheetView {
  readonly mark: (marks: readonly Mark[]) => void;
  readonly reveal: (place: Place) => void;
  readonly selected: () => Place | null;
  readonly onSelected: (listener: () => void) => () => void;
  readonly openNew: (book: NewBook) => Promise<void>;
}

/** Opens a file that was read, beside the sheet that shows it. One change is made at a time; reading waits for those under way. */
export function openFile(
  opened: OpenedFile,
  { files, view }: { readonly files: Files; readonly view: SheetView },
): FileWorkbook {
  let history = begin(opened);
  let savedBytes = opened.bytes;
  let queue: Promise<unknown> = Promise.resolve();
  const hints = new Set<(hint: Hint) => void>();
  const listeners = new Set<(after: OpenedFile, before: OpenedFile) => void>();

  /** In the order in which it was asked for; what failed before is no reason not to do it. */
  function inTurn<Outcome>(work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  function become(next: History): void {
    const before = history.present;
    history = next;
    for (const listener of listeners) listener(next.present, before);
    for (const hint of hints) hint("changed");
  }

  async function carryOut(did: Phrase, rounds: readonly (readonly Edit[])[]): Promise<EditRefusal | null> {
    const { present } = history;
    const patched = await files.patch({ name: present.name, bytes: present.bytes }, rounds);
    if (isRefusal(patched)) return patched;
    const { bytes, snapshot, drawn } = patched;
    if (!sameBytes(bytes, present.bytes)) {
      become(advance(history, { ...present, ...drawn, bytes, snapshot, did }));
    }
    return null;
  }

  async function settle(cells: readonly SettledCell[]): Promise<void> {
    const { present } = history;
    // What was opened is nobody's change: undone to there, the file is the very file, whatever the sheet makes of its formulas.
    if (present.bytes === opened.bytes) return;
    const edits = settlingEdits(present.snapshot, cells);
    if (edits.length === 0) return;
    const patched = await files.patch({ name: present.name, bytes: present.bytes }, [edits]);
    // What cannot be written stays as it stood; the program that opens the file next computes it anew.
    if (!isRefusal(patched)) become(amend(history, patched));
  }

  function goTo(next: History | null, did: Phrase): Undone {
    if (!next) return { kind: "nothing-to-undo" };
    become(next);
    return { kind: "undone", name: did };
  }

  return {
    read: () => inTurn(() => history.present.snapshot),
    write: ({ name, rounds }) => inTurn(() => carryOut(name, rounds)),
    change: ({ name, edits }) => inTurn(() => carryOut(name, [edits])),
    settle: (cells) => inTurn(() => settle(cells)),
    undoable: () => inTurn(() => (history.past.length > 0 ? history.present.did : null)),
    undo: () => inTurn(() => goTo(back(history), history.present.did)),
    redoable: () => inTurn(() => history.future[0]?.did ?? null),
    redo: () => inTurn(() => goTo(forth(history), history.future[0]?.did ?? history.present.did)),
    mark: (marks) => inTurn(() => view.mark(marks)),
    reveal: (place) =>
      inTurn(() => {
        const sheet = history.present.snapshot.sheets.find(({ name }) => name === place.sheet);
        if (sheet?.visibility !== "visible") {
          throw new WorkbookTrouble("item-is-gone", {
            sheet: place.sheet,
            isUnsure: false,
            detail: "no sheet in sight",
          });
        }
        view.reveal(place);
      }),
    selected: () => Promise.resolve(view.selected()),
    onHint: (listener) => {
      hints.add(listener);
      const stop = view.onSelected(() => listener("selected"));
      return () => {
        hints.delete(listener);
        stop();
      };
    },
    openNew: view.openNew,
    file: () => inTurn(() => history.present),
    isUnsaved: () => history.present.bytes !== savedBytes,
    saved: (bytes) => {
      savedBytes = bytes;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Doubles that two programs compute for one formula may differ in their last digits. */
const closeness = 1e-12;

function settlingEdits(snapshot: Snapshot, cells: readonly SettledCell[]): CellEdit[] {
  return cells.flatMap(({ at, value }) => {
    const sheet = snapshot.sheets.find(({ name }) => name === at.sheet);
    const position = fromA1(at.cell);
    if (!sheet || !position) return [];
    const expect = contentAt(sheet, position);
    if (expect.formula === undefined || isClose(expect.value, value)) return [];
    return [{ at, expect, put: { formula: expect.formula, value } }];
  });
}

function isClose(one: CellValue, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= closeness * Math.max(Math.abs(one), Math.abs(other));
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, index) => byte === other[index]));
}
