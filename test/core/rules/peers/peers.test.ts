import { describe, expect, it } from "@jest/globals";
import { medianOf, peerScore, peersOf } from "../../../../src/core/rules/peers/peers";

function scores(values: readonly number[]): number[] {
  const peers = peersOf(values);
  return peers ? values.map((value) => peerScore(peers, value)) : [];
}

/** The usual z-score, which the slips themselves hold down. */
function plainScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return values.map((value) => Math.abs(value - mean) / deviation);
}

describe("the median", () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 4, 9], 6.5],
  ])("of %j is %j", (values, median) => expect(medianOf(values)).toBe(median));
});

describe("the score among peers", () => {
  it("is that of the published example: 0.6745 · |x − median| / MAD", () => {
    const values = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];
    expect(peersOf(values)?.median).toBeCloseTo(2.45, 12);
    expect(Math.max(...scores(values))).toBeCloseTo((0.6745 * (8.3 - 2.45)) / 0.15, 9);
  });

  it("finds two units with the same slip, which hide each other from a plain z-score", () => {
    const rates = [21, 23, 22, 24, 20, 25, 22.5, 23.5, 21.5, 24.5, 22, 23, 21, 220, 230];
    expect(Math.max(...plainScores(rates))).toBeLessThan(3.5);
    expect(scores(rates).filter((score) => score > 3.5)).toHaveLength(2);
  });

  it("finds the one that differs where all others are the same", () => {
    const rates = [...Array.from({ length: 14 }, () => 100), 60];
    expect(peersOf(rates)?.spread).toBeCloseTo((1.253314 * 40) / 15, 9);
    expect(scores(rates)[14]).toBeCloseTo((0.7979 * 40) / (40 / 15), 2);
    expect(scores(rates).slice(0, 14)).toEqual(Array.from({ length: 14 }, () => 0));
  });

  it("is 0 for each of many that are all the same", () => {
    expect(scores([5, 5, 5, 5, 5, 5, 5, 5])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(peerScore({ median: 5, spread: 0 }, 6)).toBe(Number.POSITIVE_INFINITY);
    expect(peersOf([])).toBeNull();
  });

  it("does not move when the far ones go farther", () => {
    const near = [1, 2, 3, 4, 5, 6, 7, 90];
    const far = [1, 2, 3, 4, 5, 6, 7, 9e15];
    expect(peersOf(far)).toEqual(peersOf(near));
  });
});
