import type { Plan, Unit } from "../core/plan/plan";

/** From one number to another, both within reach. */
export type Range = readonly [number, number];

/** Numbers in [0, 1) that hang on the seed, the plan, the unit and the key, and on nothing else. */
export interface Draws {
  /** This unit's own. */
  readonly own: (key: string) => number;
  /** Spread evenly over the plan's units, so that none of them stands out among its peers. */
  readonly spread: (key: string) => number;
  /** The same for every unit. */
  readonly shared: (key: string) => number;
}

export function drawsFor(plan: Plan, unit: Unit, seed: number): Draws {
  const index = plan.units.findIndex(({ code }) => code === unit.code);
  const count = plan.units.length;
  const shared = (key: string): number => draw(`${seed}/${plan.id}/${key}`);
  const own = (key: string): number => draw(`${seed}/${plan.id}/${unit.code}/${key}`);
  return {
    own,
    shared,
    spread: (key) => {
      if (index < 0) return own(key);
      const step = stepThrough(count, shared(`${key}/step`));
      const start = Math.floor(shared(`${key}/start`) * count);
      return (((index * step + start) % count) + own(key)) / count;
    },
  };
}

/** The point of a range that a draw stands for. */
export function within([from, to]: Range, at: number): number {
  return from + (to - from) * at;
}

/** A whole number near `x`: the draw says how much it takes to round up. Never falls while `x` grows. */
export function whole(x: number, at: number): number {
  return Math.floor(x + at);
}

/** A step that meets every one of `count` places before it meets one again. */
function stepThrough(count: number, at: number): number {
  let step = 1 + Math.floor(at * count);
  while (greatestCommonDivisor(step, count) !== 1) step++;
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The first number of mulberry32 (public domain) after a seed made of the key by FNV-1a. */
function draw(key: string): number {
  let seed = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) seed = Math.imul(seed ^ key.charCodeAt(index), 0x01000193);
  const state = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
