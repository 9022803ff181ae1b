import { within } from "./draws";
import type { SampledUnit } from "./sampled-unit";

/**
 * Planned, allocated and disbursed so far, in million đồng to the half: disbursed is within allocated and allocated
 * within planned, and neither falls in the course of the year.
 */
export function fundCells(
  { unit, facts, profile, draws }: SampledUnit,
  code: string,
  months: number,
): ReadonlyMap<string, number> {
  const known = profile.funds.get(code);
  const usual = within([0.2, 5], draws.shared(`fund/${code}`));
  const each = within(known?.planned ?? [0.85 * usual, 1.15 * usual], draws.spread(`fund/${code}`));
  const isNone = known?.noneIn.includes(unit.code) === true;
  const part = (key: string, start: readonly [number, number], end: readonly [number, number]): number => {
    const [from, to] = [within(start, draws.spread(`${code}/${key}/start`)), within(end, draws.own(`${code}/${key}`))];
    return within([from, to], months / 12);
  };
  const planned = isNone ? 0 : toHalf(facts.households * each);
  const allocated = toHalf(planned * part("allocated", [0.4, 0.65], [0.95, 1]));
  const disbursed = toHalf(allocated * part("disbursed", [0.1, 0.35], [0.88, 1]));
  return new Map([
    ["planned", planned],
    ["allocated", allocated],
    ["disbursed", disbursed],
  ]);
}

/** Halves are exact in binary, so that every program adds them up alike. */
function toHalf(amount: number): number {
  return Math.floor(amount * 2) / 2;
}
