import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeForm } from "../../src/core/form/make-form";
import { review } from "../../src/core/review";
import { snapshotOf } from "../../src/workbook/memory";
import { truongNguyen, yenChau } from "../plans/opened";
import { cleanContents, type Owner } from "./clean-contents";

const owners: readonly Owner[] = [yenChau, truongNguyen].flatMap((plan) =>
  plan.periods.flatMap((period) => [...plan.units.slice(0, 3), plan.whole].map((unit) => ({ plan, unit, period }))),
);

function errorsIn({ plan, unit, period }: Owner, contents: Parameters<typeof makeForm>[2]): string[] {
  const picture = snapshotOf(makeForm(plan, { unit, period }, contents), "bao-cao.xlsx");
  return review(plan, picture, { on: `${plan.year + 1}-01-31`, earlier: [] })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, sheet, cell, facts }) => `${rule} ${sheet ?? ""}!${cell ?? ""} ${JSON.stringify(facts)}`);
}

describe("reports without a fault, however odd", () => {
  it("give no error: 2,000 of them", () => {
    const drawn = fc
      .constantFrom(...owners)
      .chain((owner) => cleanContents(owner).map((contents) => ({ owner, contents })));
    fc.assert(
      fc.property(drawn, ({ owner, contents }) => {
        expect(errorsIn(owner, contents)).toEqual([]);
      }),
      { numRuns: Number(process.env["CLEAN_RUNS"] ?? 2000), seed: 267, endOnFailure: true },
    );
  });
});
