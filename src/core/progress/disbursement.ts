import { exactSum, nearest } from "./exact";

/** What was allocated and what of it was disbursed, in one unit's money; null where it says nothing. */
export interface Allocation {
  readonly allocated: number | null;
  readonly disbursed: number | null;
}

/** 100 · disbursed / allocated; null unless both are there and something was allocated. */
export function disbursementRate({ allocated, disbursed }: Allocation): number | null {
  return allocated === null || disbursed === null || allocated <= 0 ? null : (100 * disbursed) / allocated;
}

/** The rate of several together, over those that have one: the others enter neither side of it (law CO2). */
export function commonRate(allocations: readonly Allocation[]): number | null {
  const rated = allocations.filter((one) => disbursementRate(one) !== null);
  return disbursementRate({ allocated: sum(rated, "allocated"), disbursed: sum(rated, "disbursed") });
}

/**
 * All sources of one report together; both sides null where a source names one side only: what is not said of it would
 * make the rate too high or too low.
 */
export function allSources(sources: readonly Allocation[]): Allocation {
  const isHalf = ({ allocated, disbursed }: Allocation): boolean => (allocated === null) !== (disbursed === null);
  if (sources.some(isHalf)) return { allocated: null, disbursed: null };
  return { allocated: sum(sources, "allocated"), disbursed: sum(sources, "disbursed") };
}

function sum(allocations: readonly Allocation[], side: keyof Allocation): number | null {
  const there = allocations.map((one) => one[side]).filter((amount) => amount !== null);
  return there.length === 0 ? null : nearest(exactSum(there));
}
