import { describe, expect, it } from "@jest/globals";
import { applyEdits } from "../../src/core/apply-edits";
import type { Cell } from "../../src/core/cell";
import type { CellContent, CellEdit } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import { emptySheet } from "../workbook/empty-sheet";

const snapshot: Snapshot = {
  file: "a.xlsx",
  sheets: [
    {
      name: "Số liệu",
      visibility: "visible",
      rows: new Map<number, Map<number, Cell>>([
        [
          0,
          new Map<number, Cell>([
            [0, { value: "S01", legacyFont: ".VnTime" }],
            [1, { value: 5 }],
          ]),
        ],
        [1, new Map<number, Cell>([[1, { value: 10, formula: "B1*2" }]])],
      ]),
      merges: [{ top: 3, left: 0, bottom: 4, right: 1 }],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      isProtected: true,
    },
    emptySheet("Bìa"),
  ],
  names: new Map(),
};

function edit(
  cell: string,
  expected: CellContent["value"] | CellContent,
  put: CellContent["value"] | CellContent,
): CellEdit {
  return { at: { sheet: "Số liệu", cell }, expect: content(expected), put: content(put) };
}

function content(given: CellContent["value"] | CellContent): CellContent {
  return given !== null && typeof given === "object" && "value" in given ? given : { value: given };
}

function cellsAfter(edits: readonly CellEdit[]): unknown {
  const outcome = applyEdits(snapshot, edits);
  if ("reason" in outcome) return outcome;
  return [...(outcome.sheets[0]?.rows ?? [])].map(([row, cells]) => [row, ...cells]);
}

describe("applyEdits", () => {
  it("puts, replaces and clears cells", () => {
    expect(
      cellsAfter([edit("B1", 5, 6), edit("B2", { value: 10, formula: "B1*2" }, null), edit("C7", null, "mới")]),
    ).toEqual([
      [0, [0, { value: "S01", legacyFont: ".VnTime" }], [1, { value: 6 }]],
      [6, [2, { value: "mới" }]],
    ]);
  });

  it("keeps the font of the cell it writes a text into", () => {
    expect(cellsAfter([edit("A1", "S01", 1)])).toContainEqual([0, [0, { value: 1 }], [1, { value: 5 }]]);
    expect(cellsAfter([edit("A1", "S01", { value: "S02", formula: '"S"&"02"' })])).toEqual([
      [0, [0, { value: "S02", formula: '"S"&"02"', legacyFont: ".VnTime" }], [1, { value: 5 }]],
      [1, [1, { value: 10, formula: "B1*2" }]],
    ]);
  });

  it.each([
    ["another value", edit("B1", 4, 6), { value: 5 }],
    ["a text for a number", edit("B1", "5", 6), { value: 5 }],
    ["a blank", edit("B1", null, 6), { value: 5 }],
    ["something where nothing is", edit("C1", 1, 6), { value: null }],
    ["a value where a formula is", edit("B2", 10, 6), { value: 10, formula: "B1*2" }],
    ["another formula", edit("B2", { value: 10, formula: "B1+5" }, 6), { value: 10, formula: "B1*2" }],
    ["a formula's old value", edit("B2", { value: 9, formula: "B1*2" }, 6), { value: 10, formula: "B1*2" }],
  ])("[ED1] refuses an edit that expects %s", (_, refused, found) => {
    expect(cellsAfter([refused])).toEqual({ at: refused.at, reason: "cell-has-changed", found });
  });

  it("[ED1] refuses a sheet that is not there, and a place that is no cell", () => {
    const elsewhere = { ...edit("B1", 5, 6), at: { sheet: "số liệu", cell: "B1" } };
    expect(cellsAfter([elsewhere])).toEqual({ at: elsewhere.at, reason: "no-such-sheet", found: null });
    const nowhere = edit("B0", null, 6);
    expect(cellsAfter([nowhere])).toEqual({ at: nowhere.at, reason: "cell-has-changed", found: null });
  });

  it("refuses to write under a merged block, where it would never show", () => {
    const covered = edit("B4", null, 6);
    expect(cellsAfter([covered])).toEqual({ at: covered.at, reason: "read-back-differs", found: { value: null } });
    expect(cellsAfter([edit("A4", null, 6)])).toContainEqual([3, [0, { value: 6 }]]);
  });

  it("[ED2] makes none of the edits when one is refused", () => {
    const before = structuredClone(snapshot);
    expect(cellsAfter([edit("A1", "S01", "S02"), edit("B1", 4, 6)])).toHaveProperty("reason");
    expect(snapshot).toEqual(before);
  });

  it.each([
    ["one edit", [edit("B1", 5, 6)]],
    ["an empty text", [edit("A1", "S01", "")]],
    ["a chain over one cell", [edit("B1", 5, 6), edit("B1", 6, 7)]],
    ["a chain that comes back", [edit("B1", 5, 6), edit("B1", 6, 5)]],
    ["the same edit twice", [edit("B1", 5, 6), edit("B1", 5, 6)]],
    ["no edits", []],
  ])("[ED4] applies %s twice as once", (_, edits) => {
    const once = applyEdits(snapshot, edits);
    if ("reason" in once) throw new Error(once.reason);
    expect(applyEdits(once, edits)).toEqual(once);
  });

  it("[ED1] refuses two edits of one cell that contradict each other", () => {
    expect(cellsAfter([edit("B1", 5, 6), edit("B1", 5, 7)])).toMatchObject({
      reason: "cell-has-changed",
      found: { value: 6 },
    });
  });

  it("[ED5] leaves the other sheets the very same", () => {
    const outcome = applyEdits(snapshot, [edit("B1", 5, 6)]);
    if ("reason" in outcome) throw new Error(outcome.reason);
    expect(outcome.sheets[1]).toBe(snapshot.sheets[1]);
    expect(outcome.sheets[0]?.rows.get(1)).toBe(snapshot.sheets[0]?.rows.get(1));
  });

  it("[ED7] keeps a text that looks like a formula a text", () => {
    expect(cellsAfter([edit("C1", null, "=1+1")])).toContainEqual([
      0,
      [0, { value: "S01", legacyFont: ".VnTime" }],
      [1, { value: 5 }],
      [2, { value: "=1+1" }],
    ]);
  });
});
