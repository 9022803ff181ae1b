import { describe, expect, it } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import { settled } from "../../src/core/settled";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";

const folder = "samples/with-faults";
const reviews = readdirSync(folder).map((name) =>
  review(yenChau, readSnapshot(name, readFileSync(`${folder}/${name}`))),
);

function formulasIn({ reading }: (typeof reviews)[number]): number {
  const tables = [...(reading?.tables.values() ?? [])];
  const cells = tables.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.cells.values()]));
  return cells.filter(({ found }) => found.formula !== undefined).length;
}

describe("a settled review", () => {
  it("holds no formula as it was found, where reports hold hundreds", () => {
    expect(reviews.filter((one) => formulasIn(one) > 100).length).toBeGreaterThan(10);
    expect(reviews.map(settled).filter((one) => formulasIn(one) > 0)).toEqual([]);
  });

  it("merges to the very same outcome and summary", () => {
    const whole = merge(yenChau, reviews, { allowsErrors: true });
    const kept = merge(yenChau, reviews.map(settled), { allowsErrors: true });
    expect(kept.findings).toEqual(whole.findings);
    expect(kept.unevaluated).toEqual(whole.unevaluated);
    expect(whole.consolidation).not.toBeNull();
    if (!kept.consolidation || !whole.consolidation) return;
    expect(makeSummary(kept.consolidation)).toEqual(makeSummary(whole.consolidation));
  });
});
