import { describe, expect, it } from "@jest/globals";
import { isRefusal } from "../../src/core/apply-edits";
import { fromA1, type CellValue } from "../../src/core/cell";
import { mend } from "../../src/core/mend";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import { noOccasion, review } from "../../src/core/review";
import type { Snapshot } from "../../src/core/snapshot";
import { snapshotOf } from "../../src/workbook/memory";
import { cleanReport } from "../laws/clean-report";
import { small } from "../plans/opened";

function cleanWith(changes: Readonly<Record<string, CellValue>>): Snapshot {
  const [unit, period] = [unitByCode(small, "04063"), periodById(small, "2022-H1")];
  if (!unit || !period) throw new RangeError("04063");
  const cells = new Map([...cleanReport.cells, ...Object.entries(changes)]);
  return snapshotOf(makeForm(small, { unit, period }, { ...cleanReport, cells }), "a.xlsx");
}

function typedOver(snapshot: Snapshot, sheet: string, cell: string): Snapshot {
  const at = fromA1(cell);
  if (!at) throw new RangeError(cell);
  const change = (rows: Snapshot["sheets"][number]["rows"]) =>
    new Map([...rows, [at.row, new Map([...(rows.get(at.row) ?? []), [at.column, { value: 3 }]])] as const]);
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((one) => (one.name === sheet ? { ...one, rows: change(one.rows) } : one)),
  };
}

describe("one mend alone", () => {
  const elements = [...cleanReport.cells.keys()].filter((key) => /^elements\/.*\/actual$/.test(key));
  const figures = elements.filter((key) => typeof cleanReport.cells.get(key) === "number").slice(0, 2);
  const asText = Object.fromEntries(figures.map((key) => [key, JSON.stringify(cleanReport.cells.get(key))]));

  it("is made, with what is computed from it, and every other fault stays", () => {
    const book = cleanWith(asText);
    const before = review(small, book);
    const texts = before.findings.flatMap(({ rule }, index) => (rule === "number-is-not-text" ? [index] : []));
    expect(texts).toHaveLength(2);
    for (const finding of texts) {
      const outcome = mend(small, book, { occasion: noOccasion, choices: [], only: { finding, mend: 0 } });
      if (isRefusal(outcome)) throw new Error(outcome.reason);
      expect(outcome.mended.map((one) => one.finding)).toEqual([before.findings[finding]]);
      expect(outcome.review.findings).toEqual(before.findings.filter((_, index) => index !== finding));
    }
  });

  it("does not restore a formula that was typed over elsewhere", () => {
    const indicators = [...(review(small, cleanWith({})).reading?.tables.get("indicators")?.rows.values() ?? [])];
    const value = indicators[0]?.cells.get("value")?.at;
    if (!value) throw new Error("no indicator");
    const book = typedOver(cleanWith(asText), value.sheet, value.cell);
    const finding = review(small, book).findings.findIndex(({ rule }) => rule === "number-is-not-text");
    const outcome = mend(small, book, { occasion: noOccasion, choices: [], only: { finding, mend: 0 } });
    if (isRefusal(outcome)) throw new Error(outcome.reason);
    const cells = outcome.rounds.flat().flatMap((edit) => ("at" in edit ? [edit.at] : []));
    expect(cells).not.toContainEqual(value);
    expect(outcome.review.findings.map(({ rule }) => rule)).toContain("formula-is-intact");
  });

  it.each([
    [99, 0],
    [0, 99],
  ])("is nothing where there is no finding %i with a mend %i", (finding, which) => {
    const only = { finding, mend: which };
    const outcome = mend(small, cleanWith(asText), { occasion: noOccasion, choices: [], only });
    expect(outcome).toMatchObject({ rounds: [], mended: [] });
  });
});
