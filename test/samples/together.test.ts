import { describe, expect, it } from "@jest/globals";
import { merge } from "../../src/core/merge";
import { truongNguyen, yenChau } from "../plans/opened";
import { sampleReport } from "./report";

describe.each([
  ["Yên Châu", yenChau],
  ["Trường Nguyên", truongNguyen],
])("the samples of %s, laid together", (_, plan) => {
  it.each(plan.periods.map((period) => [period.id, period] as const))(
    "%s: nothing is odd, all are on time",
    (__, period) => {
      const reviews = [...plan.units, plan.whole].map((unit) => sampleReport(plan, unit, period).review);
      const { consolidation, findings, isUndecided } = merge(plan, reviews);
      expect(findings).toEqual([]);
      expect(isUndecided).toBe(false);
      expect(consolidation?.units.map(({ isOnTime }) => isOnTime)).toEqual(reviews.map(() => true));
      expect(consolidation?.indicators.filter(({ isProvisional }) => isProvisional)).toEqual([]);
    },
  );
});
