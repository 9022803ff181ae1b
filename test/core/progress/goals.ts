import { evidenceOf, together, type Evidence, type Pair } from "../../../src/core/progress/evidence";
import { exact, type Exact } from "../../../src/core/progress/exact";
import type { Goal } from "../../../src/core/progress/goal";

const plain: Goal = {
  kind: "level",
  target: null,
  upper: null,
  full: null,
  isStrict: false,
  isStanding: false,
  isFlow: false,
  isFlowRatio: false,
  comparesWithBaseline: true,
  comparesWithLastYear: true,
  isPercent: true,
  months: 12,
  planPace: null,
};

type More = Partial<Goal>;

/** Goals by hand, for tables of laws: year end unless `months` says otherwise. */
export const goals = {
  level: (target: number, more: More = {}): Goal => ({ ...plain, target: exact(target), full: exact(target), ...more }),
  range: (lo: number, hi: number, more: More = {}): Goal => ({
    ...plain,
    kind: "range",
    target: exact(lo),
    full: exact(lo),
    upper: exact(hi),
    ...more,
  }),
  fall: (by: number, upTo: number | null = null, more: More = {}): Goal => ({
    ...plain,
    kind: "fall",
    target: exact(by),
    full: exact(by),
    upper: upTo === null ? null : exact(upTo),
    ...more,
  }),
  total: (target: number, more: More = {}): Goal => ({
    ...plain,
    kind: "total",
    target: exact(target),
    full: exact(target),
    isPercent: false,
    isFlow: true,
    comparesWithBaseline: false,
    ...more,
  }),
  watched: (more: More = {}): Goal => ({ ...plain, kind: "watched", ...more }),
};

/** "19/20", "83" (a count) or null for a pair with a side missing. */
export function pair(text: string | null): Pair<number> | null {
  if (text === null) return null;
  const [n = "0", d] = text.split("/");
  return { n: Number(n), d: d === undefined ? null : Number(d) };
}

/** The evidence of units, each as actual, baseline and last year's pairs. */
export function evidence(...units: (readonly [string | null, string | null, (string | null)?])[]): Evidence<Exact> {
  return together(
    units.map(([actual, baseline, lastYear]) => evidenceOf(pair(actual), pair(baseline), pair(lastYear ?? null))),
  );
}
