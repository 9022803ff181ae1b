import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ranksOf } from "../../../src/core/consolidation/book/ranks";

/** As RANK counts: one more than there are figures ahead. */
function counted(figures: readonly (number | null)[], own: number | null, isLowBetter: boolean): number | null {
  if (own === null) return null;
  return 1 + figures.filter((figure) => figure !== null && (isLowBetter ? figure < own : figure > own)).length;
}

describe("ranks", () => {
  it.each([
    [
      [3, 1, 2],
      [1, 3, 2],
      [3, 1, 2],
    ],
    [
      [5, 5, null, 1],
      [1, 1, null, 3],
      [2, 2, null, 1],
    ],
    [
      [null, 0, -0],
      [null, 1, 1],
      [null, 1, 1],
    ],
  ])("of %p are %p, and %p where low is better", (figures, high, low) => {
    const ranks = ranksOf(figures);
    expect(figures.map((figure) => ranks(figure, false))).toEqual(high);
    expect(figures.map((figure) => ranks(figure, true))).toEqual(low);
  });

  it("are what counting those ahead gives, whatever the figures", () => {
    const figures = fc.array(fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }))));
    fc.assert(
      fc.property(figures, fc.boolean(), (all, isLowBetter) => {
        const ranks = ranksOf(all);
        expect(all.map((own) => ranks(own, isLowBetter))).toEqual(all.map((own) => counted(all, own, isLowBetter)));
      }),
    );
  });
});
