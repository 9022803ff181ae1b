import type { Pair } from "./evidence";
import { exact, type Exact } from "./exact";
import type { Goal } from "./goal";

/** The verdicts of law AR8, in the plain words of the JSON. */
export const statuses = ["exceeded", "met", "not-met", "on-track", "behind", "nil", "missing", "watched"] as const;
export type Status = (typeof statuses)[number];

/** The exact figures that a verdict rests on, in percent (or units for counts). */
export interface Facts {
  /** Over all units with a complete actual pair. */
  readonly value: Exact | null;
  /** Over the units that have the baseline too (law CO4). */
  readonly now: Exact | null;
  readonly before: Exact | null;
}

/** As the sheets write them; the glossary's words. */
export const statusWords: Readonly<Record<Status, string>> = {
  exceeded: "vượt",
  met: "đạt",
  "not-met": "chưa đạt",
  "on-track": "đúng tiến độ",
  behind: "chậm",
  nil: "không phát sinh",
  missing: "thiếu số liệu",
  watched: "theo dõi",
};

/** Law AR8, by exact comparison (AR3). */
export function judge(goal: Goal, actual: Pair<Exact> | null, facts: Facts): Status {
  if (!actual) return "missing";
  if (isNil(goal, actual)) return "nil";
  if (!facts.value) return "missing";
  if (goal.kind === "watched" || !goal.target) return "watched";
  if (goal.kind === "fall") return judgeFall(goal, goal.target, facts);
  const { value } = facts;
  const height = value.compare(goal.target);
  if (height > 0 || (height === 0 && !goal.isStrict)) return isExceeded(goal, value, goal.target) ? "exceeded" : "met";
  if (goal.isStanding || goal.months === 12) return "not-met";
  return judgeLine(goal, goal.target, facts);
}

function isNil(goal: Goal, { n, d }: Pair<Exact>): boolean {
  if (n.compare(0) !== 0) return false;
  if (goal.isPercent) return d !== null && d.compare(0) === 0;
  return goal.kind === "total" && goal.target !== null && goal.target.compare(0) === 0;
}

function isExceeded(goal: Goal, value: Exact, target: Exact): boolean {
  if (goal.kind === "range") return goal.upper !== null && value.compare(goal.upper) > 0;
  if (goal.kind !== "total") return false;
  return value.mul(100).compare(target.mul(110)) >= 0;
}

function judgeFall(goal: Goal, by: Exact, { now, before }: Facts): Status {
  if (!now || !before) return "missing";
  const fall = before.sub(now);
  if (goal.upper && fall.compare(goal.upper) > 0) return "exceeded";
  if (fall.compare(by) >= 0) return "met";
  if (goal.months === 12) return "not-met";
  return fall.mul(12).compare(by.mul(goal.months)) >= 0 ? "on-track" : "behind";
}

/** Six months in: against the straight line from the baseline (from 0 for flows and for totals) to the target. */
function judgeLine(goal: Goal, target: Exact, { value, now, before }: Facts): Status {
  const startsAtNothing = goal.isFlow || goal.kind === "total";
  const start = startsAtNothing ? exact(0) : before;
  const current = startsAtNothing ? value : now;
  if (!start || !current) return "missing";
  const line = start.mul(12 - goal.months).add(target.mul(goal.months));
  return current.mul(12).compare(line) >= 0 ? "on-track" : "behind";
}
