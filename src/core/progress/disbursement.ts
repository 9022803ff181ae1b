import { totalOf } from "./exact";

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

/** One of the two is said without the other: no rate follows, and whatever is added to it says too much or too little. */
export function isHalf({ allocated, disbursed }: Allocation): boolean {
  return (allocated === null) !== (disbursed === null);
}

/** All sources of one report together; nothing where one of them is half said. */
export function allSources(sources: readonly Allocation[]): Allocation {
  if (sources.some(isHalf)) return { allocated: null, disbursed: null };
  return { allocated: sum(sources, "allocated"), disbursed: sum(sources, "disbursed") };
}

function sum(allocations: readonly Allocation[], side: keyof Allocation): number | null {
  return totalOf(allocations.map((one) => one[side]));
}
