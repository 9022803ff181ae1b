import { applyEdits, isRefusal } from "../core/apply-edits";
import type { Blueprint } from "../core/blueprint";
import { toA1, type CellValue, type Place } from "../core/cell";
import type { Edit, EditRefusal } from "../core/edit";
import { pictureOf } from "../core/picture";
import type { Snapshot } from "../core/snapshot";
import { changedSince, takenBack, withCells, type Done } from "./memory-undo";
import { seals } from "./seals";
import {
  WorkbookTrouble,
  type Hint,
  type LiveWorkbook,
  type Mark,
  type NewBook,
  type Operation,
  type Undone,
  type Workbook,
} from "./workbook";

/** Opens a snapshot as a workbook that lives in memory only, for tests and for trying edits out; the snapshot itself stays as it is. */
export function openMemory(snapshot: Snapshot): Workbook {
  let current = snapshot;
  return {
    read: () => Promise.resolve(current),
    write: (edits) => {
      const outcome = applyEdits(current, edits);
      if (isRefusal(outcome)) return Promise.resolve(outcome);
      current = outcome;
      return Promise.resolve(null);
    },
  };
}

/** The workbook that a blueprint describes, as reading it would picture it: what writing and reading a file should keep. */
export function snapshotOf(blueprint: Blueprint, file: string): Snapshot {
  return {
    file,
    sheets: blueprint.sheets.map(pictureOf),
    names: new Map(blueprint.names.map(({ name, sheet, at }) => [name, { sheet, cell: toA1(at) }])),
  };
}

/** An open workbook that lives in memory, with what a person at the screen could see and do. */
export interface LiveMemory extends LiveWorkbook {
  readonly seen: {
    readonly marks: readonly Mark[];
    readonly opened: readonly NewBook[];
    readonly revealed: readonly Place[];
  };
  /** A person types a value (without a formula) into a cell. */
  readonly type: (at: Place, value: CellValue) => void;
  readonly select: (at: Place) => void;
  /** The next thing asked of the workbook meets this trouble, and nothing is done. */
  readonly breakNext: (trouble: WorkbookTrouble) => void;
}

/** Opens a snapshot as a workbook before a person; the snapshot itself stays as it is. Formulas are not calculated. */
export function openLiveMemory(snapshot: Snapshot): LiveMemory {
  let current = snapshot;
  let done: readonly Done[] = [];
  let selected: Place | null = null;
  let trouble: WorkbookTrouble | null = null;
  let seen: LiveMemory["seen"] = { marks: [], opened: [], revealed: [] };
  const listeners = new Set<(hint: Hint) => void>();
  const hint = (what: Hint) => {
    for (const listener of listeners) listener(what);
  };
  /** Like Excel, answers later and never at once; throws the trouble that waits. */
  const later = async <T>(answer: () => T): Promise<T> => {
    await Promise.resolve();
    const met = trouble;
    trouble = null;
    if (met) throw met;
    return answer();
  };
  const write = (operation: Operation): EditRefusal | null => {
    const after = afterRounds(current, operation.rounds);
    if (isRefusal(after)) return after;
    if (after === current) return null;
    if (seals(operation, current)) done = [];
    done = [...done, { name: operation.name, before: current, after }];
    current = after;
    return null;
  };
  const undo = (): Undone => {
    const last = done.at(-1);
    if (!last) return { kind: "nothing-to-undo" };
    const at = changedSince(last, current);
    if (at) return { kind: "user-changed", name: last.name, at };
    current = takenBack(last, current);
    done = done.slice(0, -1);
    return { kind: "undone", name: last.name };
  };
  return {
    read: () => later(() => current),
    write: (operation) => later(() => write(operation)),
    undoable: () => later(() => done.at(-1)?.name ?? null),
    undo: () => later(undo),
    mark: (marks) =>
      later(() => {
        seen = { ...seen, marks };
      }),
    reveal: (place) =>
      later(() => {
        if (!current.sheets.some(({ name, visibility }) => name === place.sheet && visibility === "visible")) {
          const about = { sheet: place.sheet, isUnsure: false, detail: "no such sheet in sight" };
          throw new WorkbookTrouble("item-is-gone", about);
        }
        seen = { ...seen, revealed: [...seen.revealed, place] };
        selected = place;
      }),
    selected: () => later(() => selected),
    onHint: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    openNew: (book) =>
      later(() => {
        seen = { ...seen, opened: [...seen.opened, book] };
      }),
    get seen() {
      return seen;
    },
    type: (at, value) => {
      current = withCells(current, [{ at, cell: value === null || value === "" ? null : { value } }]);
      hint("changed");
    },
    select: (at) => {
      selected = at;
      hint("selected");
    },
    breakNext: (met) => {
      trouble = met;
    },
  };
}

function afterRounds(snapshot: Snapshot, rounds: readonly (readonly Edit[])[]): Snapshot | EditRefusal {
  let outcome = snapshot;
  for (const edits of rounds) {
    const next = applyEdits(outcome, edits);
    if (isRefusal(next)) return next;
    outcome = next;
  }
  return outcome;
}
