import { describe, expect, it } from "@jest/globals";
import { rankOf } from "../../../src/letters/feedback/unit-standing";
import { indicatorByCode } from "../../../src/core/plan/lookups";
import { yenChau } from "../../plans/opened";

function indicator(code: string) {
  const found = indicatorByCode(yenChau, code);
  if (!found) throw new Error(code);
  return found;
}

describe("the rank among the units", () => {
  it.each([
    // A poverty rate is better low, a coverage better high; equals share a rank and the next one is left out.
    ["C01", 10, [30, 10, 20], { place: 1, of: 3 }],
    ["C01", 20, [20, 10, 20], { place: 2, of: 3 }],
    ["C03", 30, [30, 10, 20], { place: 1, of: 3 }],
    ["C03", 10, [30, 30, 10], { place: 3, of: 3 }],
    ["C09", 5, [5], { place: 1, of: 1 }],
    // Without a direction, and without a value, there is none.
    ["C20", 30, [30, 10], null],
    ["C01", null, [30, 10], null],
  ] as const)("of %s with %p among %p is %p", (...[code, value, values, expected]) => {
    expect(rankOf(indicator(code), value, values)).toEqual(expected);
  });
});
