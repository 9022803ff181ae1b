import { describe, expect, it } from "@jest/globals";
import { applyEdits, isRefusal } from "../../../src/core/apply-edits";
import { recomputeEdits } from "../../../src/core/edits/recompute";
import { makeForm } from "../../../src/core/form/make-form";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import type { Reading } from "../../../src/core/reading/reading";
import type { Snapshot } from "../../../src/core/snapshot";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import { ownerIn } from "../../cli/sample-file";
import { yenChau } from "../../plans/opened";

const owner = ownerIn(yenChau, "04063", "2022-H1");
const clean = snapshotOf(makeForm(yenChau, owner, sampleContents(yenChau, { ...owner, seed: 267 })), "a.xlsx");

function read(snapshot: Snapshot): Reading {
  const reading = readReport(yenChau, snapshot);
  if (!isReading(reading)) throw new Error("not a report");
  return reading;
}

/** The snapshot with every formula cell changed in some way. */
function changed(
  change: (cell: { value: unknown; formula: string }) => { value: null | number | string; formula?: string },
) {
  return {
    ...clean,
    sheets: clean.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells].map(([column, cell]) => {
              const { value, formula } = cell;
              return [column, formula === undefined ? cell : change({ value, formula })] as const;
            }),
          ),
        ]),
      ),
    })),
  } satisfies Snapshot;
}

describe("recomputing", () => {
  it("a form that is right gives no edits", () => {
    expect(recomputeEdits(yenChau, read(clean))).toEqual([]);
  });

  it.each([
    ["was never calculated", changed(({ formula }) => ({ value: null, formula }))],
    ["has stale values", changed(({ formula }) => ({ value: 7, formula }))],
    ["was pasted as numbers", changed(({ value }) => ({ value: typeof value === "number" ? value : "x" }))],
    [
      "has other formulas",
      changed(({ value }) => ({ value: typeof value === "number" ? value : "x", formula: "1+1" })),
    ],
  ])("[AR10] a form that %s becomes what it was made as", (_, spoiled) => {
    const edits = recomputeEdits(yenChau, read(spoiled));
    const outcome = applyEdits(spoiled, edits);
    if (isRefusal(outcome)) throw new Error(outcome.reason);
    expect(outcome.sheets).toEqual(clean.sheets);
    expect(recomputeEdits(yenChau, read(outcome))).toEqual([]);
  });

  it("formulas that another program writes in its own way are left as they are", () => {
    const respelled = changed(({ value, formula }) => ({
      value: typeof value === "number" ? value : String(value),
      formula: formula.replaceAll(",", ", "),
    }));
    expect(recomputeEdits(yenChau, read(respelled))).toEqual([]);
  });

  it("a report of no known unit gives no edits: its targets are not known", () => {
    const reading = read(clean);
    const unknown = { kind: "unknown", code: "1", name: "", near: [] } as const;
    expect(recomputeEdits(yenChau, { ...reading, unit: unknown })).toEqual([]);
    expect(recomputeEdits(yenChau, { ...reading, period: null })).toEqual([]);
  });
});
