import { earlierPairs, type Evidence, type Pair, type PairedTwice } from "./evidence";
import { exact, nearest, type Exact } from "./exact";
import type { Goal } from "./goal";
import { judge, type Facts, type Status } from "./status";

/** How one indicator stands, in percent, points or units as the indicator says; null is missing or not comparable. */
export interface Progress {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly baselineValue: number | null;
  readonly lastYearValue: number | null;
  readonly target: number | null;
  readonly value: number | null;
  readonly progress: number | null;
  readonly gapClosed: number | null;
  readonly change: number | null;
  readonly relativeChange: number | null;
  readonly pace: number | null;
  readonly changeLastYear: number | null;
  readonly status: Status;
  readonly forecast: number | null;
  readonly paceNeeded: number | null;
  readonly planPace: number | null;
  /** The baseline meets the target already, so that there is no gap to close (law AR5). */
  readonly isMetFromTheStart: boolean;
}

const hundred = exact(100);

/** Laws AR1 to AR9 (and CO4, where the evidence is of many units). */
export function measure(goal: Goal, evidence: Evidence<Exact>): Progress {
  const { actual } = evidence;
  const value = valueOf(goal, actual);
  const baseline = comparison(goal, goal.comparesWithBaseline ? evidence.both : null);
  const lastYear = comparison(goal, goal.comparesWithLastYear ? evidence.lastBoth : null);
  const facts: Facts = { value, now: baseline?.now ?? null, before: baseline?.before ?? null };
  const change = changeOf(baseline);
  const pace = change ? change.mul(12).div(goal.months) : null;
  const status = judge(goal, actual, facts);
  return {
    numerator: toDouble(actual?.n ?? null),
    denominator: toDouble(actual?.d ?? null),
    ...earlierValues(goal, evidence),
    target: toDouble(goal.target),
    value: toDouble(value),
    progress: toDouble(progressOf(goal, facts)),
    gapClosed: toDouble(gapClosed(goal, facts)),
    change: toDouble(change),
    relativeChange: toDouble(relativeChange(baseline)),
    pace: toDouble(pace),
    changeLastYear: toDouble(changeOf(lastYear)),
    status,
    forecast: toDouble(forecastOf(goal, value, pace)),
    paceNeeded: toDouble(paceNeeded(goal, facts, status)),
    planPace: goal.planPace,
    isMetFromTheStart: isMetFromTheStart(goal, facts),
  };
}

/** Over the units that report now, or over all that have the earlier pair where none does (law CO4). */
function earlierValues(goal: Goal, evidence: Evidence<Exact>): Pick<Progress, "baselineValue" | "lastYearValue"> {
  const earlier = earlierPairs(evidence, { hasActual: evidence.actual !== null });
  return {
    baselineValue: goal.isFlow ? null : toDouble(valueOf(goal, earlier.baseline)),
    lastYearValue: toDouble(valueOf(goal, earlier.lastYear)),
  };
}

/** Two values of the same units. */
interface Compared {
  readonly now: Exact;
  readonly before: Exact;
}

/** Law AR6, in points (or units). */
function changeOf(compared: Compared | null): Exact | null {
  return compared ? compared.now.sub(compared.before) : null;
}

/** Law AR6, in percent; only where there was something before. */
function relativeChange(compared: Compared | null): Exact | null {
  if (!compared || compared.before.compare(0) <= 0) return null;
  return compared.now.sub(compared.before).mul(hundred).div(compared.before);
}

function toDouble(value: Exact | null): number | null {
  return value ? nearest(value) : null;
}

/** Law AR1. A denominator of nothing (or, in an erroneous report let through, below nothing) gives no value (AR2). */
function valueOf(goal: Goal, pair: Pair<Exact> | null): Exact | null {
  if (!pair) return null;
  if (!goal.isPercent) return pair.n;
  return pair.d && pair.d.compare(0) > 0 ? pair.n.mul(hundred).div(pair.d) : null;
}

function comparison(goal: Goal, twice: PairedTwice<Exact> | null): Compared | null {
  const now = valueOf(goal, twice?.now ?? null);
  const before = valueOf(goal, twice?.then ?? null);
  return now && before ? { now, before } : null;
}

/** Law AR4. */
function progressOf(goal: Goal, { value, now, before }: Facts): Exact | null {
  if (!goal.full || goal.full.compare(0) === 0) return null;
  if (goal.kind === "fall") return now && before ? before.sub(now).mul(hundred).div(goal.full) : null;
  return value ? value.mul(hundred).div(goal.full) : null;
}

/** The level to be reached: the target itself, or the baseline less the fall. */
function levelOf(goal: Goal, before: Exact | null): Exact | null {
  if (!goal.target || goal.kind !== "fall") return goal.target;
  return before ? before.sub(goal.target) : null;
}

/** Law AR5: null where the baseline meets the target already, and where there is no way to go. */
function gapClosed(goal: Goal, { now, before }: Facts): Exact | null {
  const level = levelOf(goal, before);
  if (!level || !now || !before) return null;
  if (goal.kind !== "fall" && before.compare(level) >= 0) return null;
  return now.sub(before).mul(hundred).div(level.sub(before));
}

function isMetFromTheStart(goal: Goal, { now, before }: Facts): boolean {
  if (goal.kind === "fall" || !goal.target || !now || !before) return false;
  const height = before.compare(goal.target);
  return height > 0 || (height === 0 && !goal.isStrict);
}

/** Law AR9: where the pace so far leads by year end; null at year end, when there is nothing to foretell. */
function forecastOf(goal: Goal, value: Exact | null, pace: Exact | null): Exact | null {
  if (!value || goal.months === 12) return null;
  if (goal.isFlowRatio) return value;
  if (goal.isFlow) return value.mul(12).div(goal.months);
  return pace ? value.add(pace.mul(12 - goal.months).div(12)) : null;
}

/** Law AR9: points (or units) a year from now on to reach the target; 0 where it is reached, null at year end. */
function paceNeeded(goal: Goal, { value, now, before }: Facts, status: Status): Exact | null {
  const level = levelOf(goal, before);
  const current = goal.kind === "fall" ? now : value;
  if (!level || !current || goal.months === 12 || status === "missing" || status === "nil") return null;
  if (status === "met" || status === "exceeded") return exact(0);
  return level
    .sub(current)
    .mul(12)
    .div(12 - goal.months);
}
