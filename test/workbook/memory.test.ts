import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../src/core/cell";
import type { CellEdit } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import { openMemory, snapshotOf } from "../../src/workbook/memory";

const snapshot: Snapshot = {
  file: "a.xlsx",
  sheets: [
    {
      name: "Số liệu",
      visibility: "visible",
      rows: new Map([[0, new Map<number, Cell>([[0, { value: 5 }]])]]),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      isProtected: false,
    },
  ],
  names: new Map(),
};

function edit(expected: number, put: number): CellEdit {
  return { at: { sheet: "Số liệu", cell: "A1" }, expect: { value: expected }, put: { value: put } };
}

describe("openMemory", () => {
  it("reads back what was written, and leaves the snapshot it was given", async () => {
    const workbook = openMemory(snapshot);
    expect(await workbook.write([edit(5, 6)])).toBeNull();
    expect((await workbook.read()).sheets[0]?.rows.get(0)?.get(0)).toEqual({ value: 6 });
    expect(snapshot.sheets[0]?.rows.get(0)?.get(0)).toEqual({ value: 5 });
  });

  it("[ED2] is as it was after a refusal", async () => {
    const workbook = openMemory(snapshot);
    expect(await workbook.write([edit(4, 6)])).toMatchObject({ reason: "cell-has-changed", found: { value: 5 } });
    expect(await workbook.read()).toBe(snapshot);
  });
});

describe("snapshotOf", () => {
  const picture = snapshotOf(
    {
      title: "",
      names: [{ name: "pm_plan", sheet: "Bìa", at: { row: 2, column: 1 } }],
      sheets: [
        {
          name: "Bìa",
          visibility: "very-hidden",
          columns: [{ width: 8 }, { width: 8, isHidden: true }, { width: 8, isFolded: true }],
          rows: new Map([
            [0, { isHidden: true }],
            [1, { height: 20 }],
          ]),
          cells: [
            { row: 0, column: 0, value: null, look: {} },
            { row: 0, column: 1, value: "", look: {} },
            { row: 0, column: 2, value: "", formula: "A1", look: {} },
            { row: 2, column: 1, value: 0, look: {} },
          ],
          merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
          lists: [],
          inputs: [],
          conditions: [],
          isProtected: true,
          print: { orientation: "portrait", fitsWidth: true },
        },
      ],
    },
    "a.xlsx",
  );

  it("pictures what a file of it would hold: no blank cells, nothing but hidden rows and columns", () => {
    expect(picture).toEqual({
      file: "a.xlsx",
      names: new Map([["pm_plan", { sheet: "Bìa", cell: "B3" }]]),
      sheets: [
        {
          name: "Bìa",
          visibility: "very-hidden",
          rows: new Map([
            [0, new Map<number, Cell>([[2, { value: "", formula: "A1" }]])],
            [2, new Map<number, Cell>([[1, { value: 0 }]])],
          ]),
          merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
          hiddenRows: new Set([0]),
          hiddenColumns: new Set([1, 2]),
          isProtected: true,
        },
      ],
    });
  });
});
