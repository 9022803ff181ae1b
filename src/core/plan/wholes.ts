import type { Plan } from "./plan";

const kept = new WeakMap<Plan, ReadonlyMap<string, readonly string[]>>();

/**
 * For each element that is part of others, the elements it may not be above: the denominator of every ratio it is the
 * numerator of, and what the plan's relations say besides.
 */
export function wholesOf(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const known = kept.get(plan);
  if (known) return known;
  const wholes = new Map<string, string[]>();
  const add = (part: string, whole: string): void => {
    const of = wholes.get(part) ?? [];
    if (!of.includes(whole)) wholes.set(part, [...of, whole]);
  };
  for (const { measure } of plan.indicators) {
    if (measure.kind === "ratio") add(measure.numerator, measure.denominator);
  }
  for (const relation of plan.relations) {
    if (relation.kind === "part-within-whole") add(relation.part, relation.whole);
  }
  kept.set(plan, wholes);
  return wholes;
}
