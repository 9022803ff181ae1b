import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../src/core/cell";
import type { Edit } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import { openMemory } from "../../src/workbook/memory";

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

function edit(expected: number, put: number): Edit {
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
