import { describe, expect, it } from "@jest/globals";
import { allSources, commonRate, disbursementRate, type Allocation } from "../../../src/core/progress/disbursement";

type Pair = readonly [allocated: number | null, disbursed: number | null];

function allocations(pairs: readonly Pair[]): Allocation[] {
  return pairs.map(([allocated, disbursed]) => ({ allocated, disbursed }));
}

describe("[CO2] rates of disbursement", () => {
  it.each([
    [[200, 50], 25],
    [[200, 0], 0],
    [[200, null], null],
    [[null, 50], null],
    [[0, 50], null],
    [[0, 0], null],
  ] as const)("of one: %j is %p", ([allocated, disbursed], expected) => {
    expect(disbursementRate({ allocated, disbursed })).toBe(expected);
  });

  it.each([
    [
      [
        [200, 50],
        [100, 100],
      ],
      50,
    ],
    // An amount that is missing is no 0: its unit stands on neither side.
    [
      [
        [200, 50],
        [100, null],
      ],
      25,
    ],
    [
      [
        [200, 50],
        [null, 100],
      ],
      25,
    ],
    [
      [
        [200, 50],
        [0, 100],
      ],
      25,
    ],
    [
      [
        [200, null],
        [null, 100],
      ],
      null,
    ],
    [[], null],
  ] as const)("of several units: %j is %p", (pairs, expected) => {
    expect(commonRate(allocations(pairs))).toBe(expected);
  });

  it.each([
    [
      [
        [200, 50],
        [100, 100],
      ],
      [300, 150],
    ],
    [
      [
        [200, 50],
        [null, null],
      ],
      [200, 50],
    ],
    [
      [
        [200, 50],
        [100, null],
      ],
      [null, null],
    ],
    [
      [
        [200, 50],
        [null, 100],
      ],
      [null, null],
    ],
    [[[null, null]], [null, null]],
  ] as const)("of all sources: %j are %j", (pairs, [allocated, disbursed]) => {
    expect(allSources(allocations(pairs))).toEqual({ allocated, disbursed });
  });
});
