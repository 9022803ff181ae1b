import type { CellKey } from "../../form/form-context";
import type { Plan } from "../../plan/plan";
import type { Reading } from "../../reading/reading";
import { figureAt, isThere, type FigureAt } from "./figure-at";
import { isPair, pairOf, type Pair } from "./pair-of-figures";
import { cellName } from "../naming/report-cells";
import { wholeFile, type Report, type Skipped } from "../rule";

/** The earlier report of the same year's plan and of the same unit, as the rules see it. */
export interface Earlier {
  readonly report: Report;
  readonly period: NonNullable<Reading["period"]>;
}

export function isOfPlan(plan: Plan, { cover }: Reading): boolean {
  const said = cover.get("pm_plan")?.text ?? "";
  return said === "" || said === plan.id;
}

/**
 * The report of fewer months that comes before this one; null for the first period of the plan, which has none before
 * it; else the third outcome, once for the file.
 */
export function earlierOf(report: Report): Earlier | Skipped | null {
  const { plan, reading, previous } = report;
  const { period } = reading;
  if (reading.summary) return null;
  if (reading.unit.kind !== "known") return notEvaluated("unit-is-unknown");
  if (!period) return notEvaluated("period-is-unknown");
  if (previous && !isOfPlan(plan, previous)) return notEvaluated("earlier-report-is-of-another-plan");
  if (!previous?.period) {
    const isFirst = !plan.periods.some(({ end, months }) => end < period.end && months < period.months);
    return isFirst ? null : notEvaluated("no-earlier-report");
  }
  if (previous.period.months >= period.months) return null;
  return { report: { ...report, reading: previous, computed: new Map() }, period: previous.period };
}

function notEvaluated(skipped: Skipped["skipped"]): Skipped {
  return { skipped, about: null, at: wholeFile, code: null };
}

/** A figure of this report (first) and what stood in the same or another cell of the earlier one. */
export function sinceEarlier(report: Report, earlier: Earlier, key: CellKey): Pair | Skipped | null {
  const [now, before] = [figureAt(report, key), figureAt(earlier.report, key)];
  const pair = pairOf(now, before);
  if (!pair || isPair(pair) || !isThere(now) || !before) return pair;
  return { ...pair, about: inEarlier(before, earlier) };
}

function inEarlier(before: FigureAt, { period }: Earlier): Skipped["about"] {
  const { vi, en } = cellName(before);
  return { vi: `${vi} (báo cáo ${period.name.vi})`, en: `${en} (report of ${period.name.en})` };
}
