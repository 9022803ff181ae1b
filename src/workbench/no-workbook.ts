import type { Snapshot } from "../core/snapshot";
import { WorkbookTrouble, type LiveWorkbook, type NewBook } from "../workbook/workbook";

const nothing: Snapshot = { file: "", sheets: [], names: new Map() };

/**
 * What the pane stands beside while nothing is open. What is written to it can only be a whole workbook (a summary): that
 * is opened.
 */
export function noWorkbook(
  openNew: (book: NewBook) => Promise<void>,
  summaryBook: () => Promise<NewBook | null>,
): LiveWorkbook {
  return {
    read: () => Promise.resolve(nothing),
    write: async () => {
      const book = await summaryBook();
      if (!book) throw new WorkbookTrouble("item-is-gone", { sheet: null, isUnsure: false, detail: "nothing is open" });
      await openNew(book);
      return null;
    },
    undoable: () => Promise.resolve(null),
    undo: () => Promise.resolve({ kind: "nothing-to-undo" }),
    mark: () => Promise.resolve(),
    reveal: () => Promise.resolve(),
    selected: () => Promise.resolve(null),
    onHint: () => () => undefined,
    openNew,
  };
}
