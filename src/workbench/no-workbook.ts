import type { Snapshot } from "../core/snapshot";
import { WorkbookTrouble, type LiveWorkbook, type NewBook } from "../workbook/workbook";

const nothing: Snapshot = { file: "", sheets: [], names: new Map() };

/** What the pane stands beside while nothing is open; there is nothing that could be written to. */
export function noWorkbook(openNew: (book: NewBook) => Promise<void>): LiveWorkbook {
  return {
    read: () => Promise.resolve(nothing),
    write: () =>
      Promise.reject(new WorkbookTrouble("item-is-gone", { sheet: null, isUnsure: false, detail: "nothing is open" })),
    undoable: () => Promise.resolve(null),
    undo: () => Promise.resolve({ kind: "nothing-to-undo" }),
    mark: () => Promise.resolve(),
    reveal: () => Promise.resolve(),
    selected: () => Promise.resolve(null),
    onHint: () => () => undefined,
    openNew,
  };
}
