import { describe, expect, it } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import { merge } from "../../src/core/merge";
import type { Review } from "../../src/core/finding";
import { review } from "../../src/core/review";
import type { CellReading } from "../../src/core/reading/reading";
import { settling } from "../../src/core/settled";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";

const folder = "samples/with-faults";
const reviews = readdirSync(folder).map((name) =>
  review(yenChau, readSnapshot(name, readFileSync(`${folder}/${name}`))),
);

function cellsIn({ reading }: Review): CellReading[] {
  const tables = [...(reading?.tables.values() ?? [])];
  return tables.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.cells.values()]));
}

function formulasIn(one: Review): number {
  return cellsIn(one).filter(({ found }) => found.formula !== undefined).length;
}

describe("a settled review", () => {
  it("holds no formula as it was found, where reports hold hundreds", () => {
    expect(reviews.filter((one) => formulasIn(one) > 100).length).toBeGreaterThan(10);
    expect(reviews.map(settling()).filter((one) => formulasIn(one) > 0)).toEqual([]);
  });

  it("says of each cell what it said before, and of cells that are alike it says so once for all reports", () => {
    const settle = settling();
    const kept = reviews.map(settle);
    const saidIn = (one: Review) =>
      cellsIn(one).map(({ found: { value }, ...cell }) => ({ ...cell, found: { value } }));
    expect(kept.map(saidIn)).toEqual(reviews.map(saidIn));
    const [all, apart] = [kept.flatMap(cellsIn), new Set(kept.flatMap(cellsIn))];
    expect(apart.size).toBeLessThan(all.length / 2);
    expect(new Set(all.map(({ at }) => at)).size).toBeLessThan(apart.size);
  });

  it("merges to the very same outcome and summary", () => {
    const whole = merge(yenChau, reviews, { allowsErrors: true });
    const kept = merge(yenChau, reviews.map(settling()), { allowsErrors: true });
    expect(kept.findings).toEqual(whole.findings);
    expect(kept.unevaluated).toEqual(whole.unevaluated);
    expect(whole.consolidation).not.toBeNull();
    if (!kept.consolidation || !whole.consolidation) return;
    expect(makeSummary(kept.consolidation)).toEqual(makeSummary(whole.consolidation));
  });
});
