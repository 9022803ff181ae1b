import { exactSum, type Exact } from "./exact";

/** A numerator with its denominator; a plain count has none. */
export interface Pair<N> {
  readonly n: N;
  readonly d: N | null;
}

/** The same pair of a unit (or of the same units together) now and at an earlier time. */
export interface PairedTwice<N> {
  readonly now: Pair<N>;
  readonly then: Pair<N>;
}

/**
 * What stands behind one indicator, of one unit or of many together (law CO4). Only complete pairs are evidence: a pair
 * with a side missing is null. `both` and `lastBoth` hold the units that have the earlier pair as well as the actual
 * one; `baseline` and `lastYear` hold the earlier pair of all that have it.
 */
export interface Evidence<N> {
  readonly actual: Pair<N> | null;
  readonly both: PairedTwice<N> | null;
  readonly baseline: Pair<N> | null;
  readonly lastBoth: PairedTwice<N> | null;
  readonly lastYear: Pair<N> | null;
}

/** A pair of the evidence of one unit, from what the unit has at each time. */
export function evidenceOf(
  actual: Pair<number> | null,
  baseline: Pair<number> | null,
  lastYear: Pair<number> | null,
): Evidence<number> {
  return {
    actual,
    baseline,
    lastYear,
    both: actual && baseline ? { now: actual, then: baseline } : null,
    lastBoth: actual && lastYear ? { now: actual, then: lastYear } : null,
  };
}

/**
 * The pairs that the values of earlier times are taken from: beside an actual pair of the whole only those of the units
 * that have it too, and all there are where nobody has one (law CO4).
 */
export function earlierPairs<N>(
  { both, baseline, lastBoth, lastYear }: Evidence<N>,
  { hasActual }: { readonly hasActual: boolean },
): Pick<Evidence<N>, "baseline" | "lastYear"> {
  return hasActual ? { baseline: both?.then ?? null, lastYear: lastBoth?.then ?? null } : { baseline, lastYear };
}

/** Evidence of many units together: numerators with numerators, denominators with denominators (laws CO1, CO2). */
export function together(units: readonly Evidence<number>[]): Evidence<Exact> {
  const both = units.map((unit) => unit.both);
  const lastBoth = units.map((unit) => unit.lastBoth);
  return {
    actual: sum(units.map((unit) => unit.actual)),
    baseline: sum(units.map((unit) => unit.baseline)),
    lastYear: sum(units.map((unit) => unit.lastYear)),
    both: twice(sum(both.map((pair) => pair?.now ?? null)), sum(both.map((pair) => pair?.then ?? null))),
    lastBoth: twice(sum(lastBoth.map((pair) => pair?.now ?? null)), sum(lastBoth.map((pair) => pair?.then ?? null))),
  };
}

function sum(pairs: readonly (Pair<number> | null)[]): Pair<Exact> | null {
  const complete = pairs.filter((pair) => pair !== null);
  if (complete.length === 0) return null;
  const denominators = complete.map((pair) => pair.d).filter((d) => d !== null);
  return {
    n: exactSum(complete.map((pair) => pair.n)),
    d: denominators.length === 0 ? null : exactSum(denominators),
  };
}

function twice(now: Pair<Exact> | null, then: Pair<Exact> | null): PairedTwice<Exact> | null {
  return now && then ? { now, then } : null;
}
