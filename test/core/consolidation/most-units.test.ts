import { describe, expect, it } from "@jest/globals";
import { maxColumns } from "../../../src/core/cell";
import { planBook } from "../../../src/core/consolidation/book/book";
import { elementsTable, mostUnits } from "../../../src/core/consolidation/book/elements-table";
import { merge } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { review } from "../../../src/core/review";
import { makeForm } from "../../../src/core/form/make-form";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import { yenChau } from "../../plans/opened";

/** The plan with so many units more, of which nobody reports but the first. */
function planOf(count: number): Plan {
  const [first] = yenChau.units;
  if (!first) throw new Error("no unit");
  const more = Array.from({ length: count - 1 }, (_, index) => ({
    ...first,
    code: `x${index}`,
    name: `Xã ${index}`,
    aliases: [],
  }));
  return { ...yenChau, units: [first, ...more] };
}

function columnsOf(plan: Plan): number {
  const [period] = plan.periods;
  const [unit] = plan.units;
  if (!period || !unit) throw new Error("no period");
  const form = makeForm(plan, { unit, period }, sampleContents(yenChau, { unit, period, seed: 267 }));
  const { consolidation } = merge(plan, [review(plan, snapshotOf(form, "one.xlsx"))]);
  if (!consolidation) throw new Error("nothing");
  return elementsTable(planBook(consolidation)).table.columns.length;
}

describe("the units that a summary has room for", () => {
  it("are as many as the columns of a worksheet allow, and not one less", () => {
    const most = mostUnits(yenChau);
    expect(columnsOf(planOf(most))).toBeLessThanOrEqual(maxColumns);
    expect(columnsOf(planOf(most + 1))).toBeGreaterThan(maxColumns);
  });
});
