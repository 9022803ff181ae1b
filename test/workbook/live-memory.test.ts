import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Cell } from "../../src/core/cell";
import type { CellEdit } from "../../src/core/edit";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { openLiveMemory, type LiveMemory } from "../../src/workbook/memory";
import { WorkbookTrouble, type Operation } from "../../src/workbook/workbook";

const plain: Omit<SheetSnapshot, "name" | "rows"> = {
  visibility: "visible",
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  isProtected: false,
};

const snapshot: Snapshot = {
  file: "a.xlsx",
  sheets: [
    {
      ...plain,
      name: "Bìa",
      rows: new Map([
        [
          0,
          new Map<number, Cell>([
            [0, { value: "pm_seal" }],
            [1, { value: 5 }],
          ]),
        ],
        [1, new Map<number, Cell>([[1, { value: 1, formula: "Bìa!B1" }]])],
      ]),
    },
  ],
  names: new Map(),
};

function edit(cell: string, expected: number | null, put: number | null): CellEdit {
  return { at: { sheet: "Bìa", cell }, expect: { value: expected }, put: { value: put } };
}

function operation(name: string, ...rounds: Operation["rounds"]): Operation {
  return { name: { vi: name, en: name }, rounds, drawn: null };
}

const renaming = operation("rename", [{ kind: "rename-sheet", sheet: "Bìa", to: "Bìa mới" }]);

describe("openLiveMemory", () => {
  let book: LiveMemory;
  beforeEach(() => {
    book = openLiveMemory(snapshot);
  });

  const valueAt = async (row: number, column: number) =>
    (await book.read()).sheets[0]?.rows.get(row)?.get(column)?.value ?? null;

  it("[ED2] writes every round or none", async () => {
    const half = operation("half", [edit("C3", null, 7)], [edit("B1", 4, 6)]);
    expect(await book.write(half)).toMatchObject({ reason: "cell-has-changed", found: { value: 5 } });
    expect(await book.read()).toBe(snapshot);
    expect(await book.undoable()).toBeNull();
  });

  it("[ED3] takes back one operation after the other, the last first", async () => {
    await book.write(operation("one", [edit("C3", null, 7)], [edit("C3", 7, 8)]));
    await book.write(renaming);
    expect(await book.undoable()).toEqual(renaming.name);
    expect(await book.undo()).toEqual({ kind: "undone", name: renaming.name });
    expect((await book.read()).sheets[0]?.rows.get(1)?.get(1)?.formula).toBe("Bìa!B1");
    expect(await book.undo()).toMatchObject({ kind: "undone" });
    expect(await book.read()).toEqual(snapshot);
    expect(await book.undo()).toEqual({ kind: "nothing-to-undo" });
  });

  it("[ED3] says which cell was changed since, and keeps what was changed elsewhere", async () => {
    const at = { sheet: "Bìa", cell: "C3" };
    await book.write(operation("one", [edit("C3", null, 7)]));
    book.type(at, 9);
    expect(await book.undo()).toMatchObject({ kind: "user-changed", at });
    book.type(at, 7);
    book.type({ sheet: "Bìa", cell: "D4" }, "mới");
    expect(await book.undo()).toMatchObject({ kind: "undone" });
    expect(await valueAt(2, 2)).toBeNull();
    expect(await valueAt(3, 3)).toBe("mới");
  });

  it("[ED4] has one thing to undo after the same operation came twice", async () => {
    await book.write(operation("one", [edit("C3", null, 7)]));
    await book.write(operation("one", [edit("C3", null, 7)]));
    await book.undo();
    expect(await book.undoable()).toBeNull();
  });

  it("[ED3] forgets what came before a seal, which itself can be taken back", async () => {
    await book.write(operation("one", [edit("C3", null, 7)]));
    await book.write(operation("seal", [edit("B1", 5, 6)]));
    expect(await book.undo()).toMatchObject({ kind: "undone", name: { en: "seal" } });
    expect(await book.undoable()).toBeNull();
    expect(await valueAt(2, 2)).toBe(7);
  });

  it("shows marks without touching a value, and what else a person would see", async () => {
    const at = { sheet: "Bìa", cell: "B1" };
    await book.mark([{ at, severity: "error" }]);
    await book.reveal(at);
    await book.openNew({ fileName: "b.xlsx", bytes: new Uint8Array(1) });
    expect(book.seen).toMatchObject({
      marks: [{ at, severity: "error" }],
      opened: [{ fileName: "b.xlsx" }],
      revealed: [at],
    });
    expect(await book.selected()).toEqual(at);
    expect(await book.read()).toBe(snapshot);
    await expect(book.reveal({ sheet: "gone", cell: "A1" })).rejects.toMatchObject({ kind: "item-is-gone" });
  });

  it("hints at what a person does, and not at what it does itself", async () => {
    const hints: string[] = [];
    const stop = book.onHint((hint) => hints.push(hint));
    await book.write(operation("one", [edit("C3", null, 7)]));
    book.type({ sheet: "Bìa", cell: "D4" }, 1);
    book.select({ sheet: "Bìa", cell: "D5" });
    stop();
    book.type({ sheet: "Bìa", cell: "D4" }, 2);
    expect(hints).toEqual(["changed", "selected"]);
  });

  it("meets one trouble, and goes on", async () => {
    const about = { sheet: null, isUnsure: false, detail: "" };
    book.breakNext(new WorkbookTrouble("cell-is-being-edited", about));
    await expect(book.write(renaming)).rejects.toMatchObject({ kind: "cell-is-being-edited" });
    expect(await book.read()).toBe(snapshot);
  });
});
