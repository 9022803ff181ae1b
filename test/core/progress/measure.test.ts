import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { exact, exactSum, nearest } from "../../../src/core/progress/exact";
import { measure, type Progress } from "../../../src/core/progress/measure";
import type { Goal } from "../../../src/core/progress/goal";
import { evidence, goals } from "./goals";

type Expected = Partial<Progress>;

/** One unit: its actual, baseline and last year's pairs. */
function check(goal: Goal, unit: readonly [string | null, string | null, (string | null)?], expected: Expected): void {
  expect(measure(goal, evidence(unit))).toMatchObject(expected);
}

const half = { months: 6 };

describe("exact numbers", () => {
  it("[AR3] take a figure for the decimal it shows", () => {
    expect(exact(97.1).toFraction()).toBe("971/10");
    expect(exact(1e-7).toFraction()).toBe("1/10000000");
    expect(exact(1.5e21).toFraction()).toBe("1500000000000000000000");
    expect(exact(-0.1).toFraction()).toBe("-1/10");
    expect(() => exact(Number.NaN)).toThrow(RangeError);
    expect(() => exact(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("[AR3] add without rounding", () => {
    expect(nearest(exactSum([0.1, 0.2]))).toBe(0.3);
    expect(exactSum([Number.MAX_SAFE_INTEGER, 1, 1]).toFraction()).toBe("9007199254740993");
    expect(nearest(exactSum([]))).toBe(0);
  });

  it("[AR3] go back to the nearest double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-300);
        expect(nearest(exact(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(nearest(exact(1e308).mul(exact(100)))).toBeNull();
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000_000 }), (n, d) => {
        expect(nearest(exact(n).div(exact(d)))).toBe(n === 0 ? 0 : n / d);
      }),
    );
  });
});

describe("value, progress, change", () => {
  it("[AR1] a ratio is 100·n/d, a count is n", () => {
    check(goals.level(95), ["19/20", null], { value: 95, numerator: 19, denominator: 20 });
    check(goals.total(158), ["83", null], { value: 83, numerator: 83, denominator: null });
  });

  it("[AR2] a pair with a side missing is missing, 0 of 0 is nil, n of 0 is no value", () => {
    check(goals.level(100), [null, "5/10"], { value: null, numerator: null, denominator: null, status: "missing" });
    check(goals.level(100), ["0/0", null], {
      value: null,
      numerator: 0,
      denominator: 0,
      status: "nil",
      progress: null,
    });
    check(goals.level(100), ["3/0", null], { value: null, status: "missing", progress: null });
    check(goals.level(100), ["0/7", null], { value: 0, status: "not-met" });
    check(goals.level(100), ["5/10", "0/0"], { baselineValue: null, change: null, gapClosed: null });
  });

  it("[AR3] verdicts are exact at the boundary, whatever two decimals show", () => {
    check(goals.level(95), ["19/20", null], { status: "met" });
    check(goals.level(95), ["18999/20000", null], { status: "not-met" });
    check(goals.level(97.1), ["971/1000", null], { status: "met" });
    check(goals.level(97.1), ["97099/100000", null], { status: "not-met" });
    check(goals.level(2.74), ["137/5000", null], { status: "met" });
    check(goals.level(90, { isStrict: true }), ["9/10", null], { status: "not-met" });
    check(goals.level(90, { isStrict: true }), ["90001/100000", null], { status: "met" });
    check(goals.fall(3), ["27/100", "30/100"], { status: "met" });
    check(goals.fall(3), ["2701/10000", "30/100"], { status: "not-met" });
    check(goals.fall(2.74), ["4863/5000", "1/1"], { status: "met", change: -2.74 });
    check(goals.fall(2.74), ["48631/50000", "1/1"], { status: "not-met" });
  });

  it("[AR4] progress is against the year's target, never capped, and may be negative", () => {
    check(goals.level(95, half), ["1/1", null], { progress: 10_000 / 95 });
    check(goals.range(20, 22), ["21/100", null], { progress: 105 });
    check(goals.total(158, half), ["79", null], { progress: 50 });
    check(goals.fall(3), ["31/100", "30/100"], { progress: -100 / 3 });
    check(goals.fall(3, 4), ["26/100", "30/100"], { progress: 400 / 3 });
    check({ ...goals.fall(3, 4), full: exact(4) }, ["26/100", "30/100"], { progress: 100 });
    check(goals.watched(), ["1/2", null], { progress: null, status: "watched", target: null });
    check(goals.total(0), ["0", null], { progress: null, status: "nil" });
    check(goals.total(0), ["1", null], { progress: null, status: "exceeded" });
  });

  it("[AR5] gap_closed is the share of the way from baseline to target", () => {
    check(goals.level(90), ["80/100", "70/100"], { gapClosed: 50 });
    check(goals.level(90), ["60/100", "70/100"], { gapClosed: -50 });
    check(goals.level(90), ["95/100", "90/100"], { gapClosed: null, isMetFromTheStart: true });
    check(goals.level(90, { isStrict: true }), ["95/100", "90/100"], { gapClosed: null, isMetFromTheStart: false });
    check(goals.fall(4), ["27/100", "30/100"], { gapClosed: 75 });
    check(goals.watched(), ["1/2", "1/4"], { gapClosed: null });
  });

  it("[AR6] change is in points, relative change in percent, pace in points a year", () => {
    check(goals.level(95, half), ["60/100", "50/100", "40/100"], {
      change: 10,
      relativeChange: 20,
      pace: 20,
      changeLastYear: 20,
      baselineValue: 50,
      lastYearValue: 40,
    });
    check(goals.level(95), ["60/100", "0/100"], { change: 60, relativeChange: null });
  });

  it("[AR6] a flow has no baseline: only last year's same period compares", () => {
    const flow = goals.level(100, { isFlow: true, comparesWithBaseline: false, ...half });
    check(flow, ["60/100", "90/100", "40/100"], {
      baselineValue: null,
      change: null,
      relativeChange: null,
      pace: null,
      gapClosed: null,
      changeLastYear: 20,
      status: "on-track",
    });
    check(flow, ["49/100", null], { status: "behind" });
    check(goals.total(158, half), ["10", "5", "7"], { baselineValue: null, change: null, changeLastYear: 3 });
  });

  it("[AR7] figures under two standards do not compare", () => {
    check(goals.fall(3, null, { comparesWithBaseline: false }), ["27/100", "30/100"], {
      change: null,
      progress: null,
      gapClosed: null,
      status: "missing",
    });
    check(goals.level(95, { comparesWithLastYear: false }), ["9/10", null, "8/10"], { changeLastYear: null });
  });
});

describe("status", () => {
  it("[AR8] exceeded: only ranges and falls beyond hi, and counts from 110%", () => {
    check(goals.level(95), ["1/1", null], { status: "met" });
    check(goals.range(20, 22), ["22/100", null], { status: "met" });
    check(goals.range(20, 22), ["2201/10000", null], { status: "exceeded" });
    check(goals.fall(3, 4), ["26/100", "30/100"], { status: "met" });
    check(goals.fall(3, 4), ["2599/10000", "30/100"], { status: "exceeded" });
    check(goals.fall(3), ["10/100", "30/100"], { status: "met" });
    check(goals.total(100), ["109", null], { status: "met" });
    check(goals.total(100), ["110", null], { status: "exceeded" });
  });

  it("[AR8] not reached: by the year's end, by standing, by the straight line at six months", () => {
    check(goals.level(100), ["99/100", "98/100"], { status: "not-met" });
    check(goals.level(100, { isStanding: true, ...half }), ["99/100", "98/100"], { status: "not-met" });
    check(goals.level(90, half), ["80/100", "70/100"], { status: "on-track" });
    check(goals.level(90, half), ["7999/10000", "70/100"], { status: "behind" });
    check(goals.level(90, { isStrict: true, ...half }), ["80/100", "70/100"], { status: "on-track" });
    check(goals.fall(3, null, half), ["285/1000", "30/100"], { status: "on-track" });
    check(goals.fall(3, null, half), ["2851/10000", "30/100"], { status: "behind" });
    check(goals.total(158, half), ["79", null], { status: "on-track" });
    check(goals.total(158, half), ["78", null], { status: "behind" });
  });

  it("[AR8] a fall, or a line, without its baseline is missing; a reached level needs none", () => {
    check(goals.fall(3), ["27/100", null], { status: "missing" });
    check(goals.level(90, half), ["80/100", null], { status: "missing" });
    check(goals.level(90, half), ["95/100", null], { status: "met" });
  });

  it("[AR8] nil comes before watched and before any verdict", () => {
    check(goals.watched(), ["0/0", null], { status: "nil" });
    check(goals.watched(), [null, null], { status: "missing" });
  });
});

describe("what is to come", () => {
  it("[AR9] at six months the pace so far leads to the forecast, and the way left gives the pace needed", () => {
    check(goals.level(90, half), ["80/100", "70/100"], { forecast: 90, paceNeeded: 20 });
    check(goals.fall(3, null, half), ["29/100", "30/100"], { forecast: 28, paceNeeded: -4 });
    check(goals.total(158, half), ["60", null], { forecast: 120, paceNeeded: 196 });
    check(goals.level(90, half), ["95/100", "70/100"], { paceNeeded: 0 });
    check(goals.level(100, { isFlow: true, isFlowRatio: true, comparesWithBaseline: false, ...half }), ["4/5", null], {
      forecast: 80,
    });
  });

  it("[AR9] there is nothing to foretell at year end", () => {
    check(goals.level(90), ["80/100", "70/100"], { forecast: null, paceNeeded: null });
  });
});

describe("many units", () => {
  it("[CO1] ratios are Σn/Σd, never averaged", () => {
    expect(measure(goals.level(95), evidence(["1/1", null], ["0/99", null])).value).toBe(1);
  });

  it("[CO2] a unit with one side missing is out of both sides", () => {
    const progress = measure(goals.level(95), evidence(["1/2", null], [null, null]));
    expect(progress).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
    expect(measure(goals.level(95), evidence([null, null])).value).toBeNull();
  });

  it("[CO4] value is over all who report, change over those who have the baseline too", () => {
    const progress = measure(goals.level(95), evidence(["50/100", "40/100"], ["90/100", null]));
    expect(progress).toMatchObject({
      value: 70,
      baselineValue: 40,
      change: 10,
      relativeChange: 25,
      gapClosed: 1000 / 55,
    });
  });

  it("[CO4] a fall is judged over the units that have both, a level over all that report", () => {
    const units = evidence(["27/100", "30/100"], ["90/100", null]);
    expect(measure(goals.fall(3), units)).toMatchObject({ value: 58.5, progress: 100, status: "met" });
    expect(measure(goals.level(58.5), units)).toMatchObject({ status: "met", progress: 100 });
  });

  it("[CO4] where nobody reports, the earlier values are over all that have them", () => {
    expect(measure(goals.level(95), evidence([null, "40/100", "30/100"], [null, "60/100"]))).toMatchObject({
      value: null,
      baselineValue: 50,
      lastYearValue: 30,
      change: null,
      status: "missing",
    });
  });

  it("[CO4] a total is nil when its reporting units add up to 0 of 0", () => {
    expect(measure(goals.level(95), evidence(["0/0", null], ["0/0", null])).status).toBe("nil");
    expect(measure(goals.level(95), evidence(["0/0", null], ["1/1", null])).status).toBe("met");
  });

  it("[AR2] never gives NaN or infinity", () => {
    const figure = fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 50 }), fc.nat(1_000_000), fc.constant(10.98));
    const some = fc.option(fc.tuple(figure, figure).map(([n, d]) => `${n}/${d}`));
    const goal = fc.constantFrom(
      goals.level(95, half),
      goals.level(0),
      goals.range(20, 22),
      goals.fall(3, 4, half),
      goals.watched(half),
    );
    fc.assert(
      fc.property(goal, fc.array(fc.tuple(some, some, some), { minLength: 1, maxLength: 4 }), (one, units) => {
        for (const value of Object.values(measure(one, evidence(...units)))) {
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
