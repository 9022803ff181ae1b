import { applyEdits, isRefusal } from "../core/apply-edits";
import type { Edit, EditRefusal } from "../core/edit";
import type { Phrase } from "../core/language";
import { isUnreadable, type Snapshot } from "../core/snapshot";
import type { BookLooks } from "../workbook/looks";
import type { Hint } from "../workbook/workbook";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import type { OpenDoor } from "./door";

interface Step {
  readonly name: Phrase;
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
}

/** A file door as simple as can be, until the real one is there. */
export const openStandIn: OpenDoor = ({ fileName, bytes, openNew }) => {
  const first = readSnapshot(fileName, bytes);
  if (isUnreadable(first)) return Promise.resolve(first);
  let past: Step[] = [{ name: { vi: "", en: "" }, bytes, snapshot: first }];
  let future: Step[] = [];
  let saved = bytes;
  const hints = new Set<(hint: Hint) => void>();
  const listeners = new Set<() => void>();
  const now = (): Step => past.at(-1) ?? { name: { vi: "", en: "" }, bytes, snapshot: first };
  const changed = (): void => {
    for (const hint of hints) hint("changed");
    for (const listener of listeners) listener();
  };
  const carryOut = async (name: Phrase, rounds: readonly (readonly Edit[])[]): Promise<EditRefusal | null> => {
    let step = now();
    for (const edits of rounds) {
      const refusal = applyEdits(step.snapshot, edits);
      if (isRefusal(refusal)) return refusal;
      const patched = await patchWorkbook(step.bytes, edits);
      if ("reason" in patched) return patched;
      const snapshot = readSnapshot(fileName, patched.bytes);
      if (isUnreadable(snapshot)) throw new Error(snapshot.reason);
      step = { name, bytes: patched.bytes, snapshot };
    }
    [past, future] = [[...past, step], []];
    changed();
    return null;
  };
  return Promise.resolve({
    door: {
      read: () => Promise.resolve(now().snapshot),
      write: ({ name, rounds }) => carryOut(name, rounds),
      change: ({ name, edits }) => carryOut(name, [edits]),
      undoable: () => Promise.resolve(past.length > 1 ? now().name : null),
      undo: () => {
        const step = now();
        if (past.length < 2) return Promise.resolve({ kind: "nothing-to-undo" });
        [past, future] = [past.slice(0, -1), [step, ...future]];
        changed();
        return Promise.resolve({ kind: "undone", name: step.name });
      },
      redoable: () => Promise.resolve(future[0]?.name ?? null),
      redo: () => {
        [past, future] = [[...past, ...future.slice(0, 1)], future.slice(1)];
        changed();
        return Promise.resolve();
      },
      mark: () => Promise.resolve(),
      reveal: () => Promise.resolve(),
      selected: () => Promise.resolve(null),
      onHint: (listener) => {
        hints.add(listener);
        return () => hints.delete(listener);
      },
      openNew,
      bytes: () => now().bytes,
      isUnsaved: () => now().bytes !== saved,
      saved: () => {
        saved = now().bytes;
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    looks: () => looksOf(now().snapshot),
    finishTyping: () => Promise.resolve(),
    close: () => undefined,
  });
};

function looksOf({ sheets }: Snapshot): BookLooks {
  return {
    sheets: sheets.map(({ name, rows }) => ({
      name,
      tab: null,
      defaultWidth: 8,
      defaultHeight: 15,
      widths: new Map(),
      heights: new Map(),
      freeze: { rows: 0, columns: 0 },
      hasGridlines: true,
      looks: [{ isInput: true }],
      cells: new Map(
        [...rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells]
              .filter(([, { value, formula }]) => typeof value === "number" && formula === undefined)
              .map(([column]) => [column, 0]),
          ),
        ]),
      ),
      lists: [],
      inputs: [],
      conditions: [],
    })),
  };
}
