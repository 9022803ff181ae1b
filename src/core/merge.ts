import type { Plan } from "./plan/plan";
import { changesBetween, type TotalChange } from "./consolidation/changes";
import type { Consolidation } from "./consolidation/consolidation";
import { consolidate } from "./consolidation/consolidate";
import type { Carried } from "./consolidation/read-summary-book";
import { nothingStale, staleTables } from "./consolidation/stale-cell";
import { receive } from "./consolidation/receive";
import type { Finding, Review, Unevaluated } from "./finding";
import { acrossRules } from "./rules/across-rules";
import { check } from "./rules/check";
import summaryIsWhatReportsSay from "./rules/within/summary-is-what-reports-say";

/** The outcome of laying reports together. Nothing may be written while `isUndecided` (law CO6). */
export interface Merged {
  /** Null where no report names a period of the plan. */
  readonly consolidation: Consolidation | null;
  /** Of the reports together; those of each file stay with its review. */
  readonly findings: readonly Finding[];
  readonly unevaluated: readonly Unevaluated[];
  readonly isUndecided: boolean;
  /** What the reports change in the summary they were added to; none where there was no summary. */
  readonly changes: readonly TotalChange[];
}

export interface MergeOptions {
  /** Let reports with errors in (law CO8). */
  readonly allowsErrors?: boolean;
  /** A summary that the reports are added to (law CO6). */
  readonly carried?: Carried | null;
}

/** The road of all reports: sorted by unit, laid together, checked together. The order of files changes nothing (CO5). */
export function merge(
  plan: Plan,
  reviews: readonly Review[],
  { allowsErrors = false, carried = null }: MergeOptions = {},
): Merged {
  const received = receive(plan, reviews, { allowsErrors, carried });
  const consolidation = received.period ? consolidate(plan, received.period, received) : null;
  const before = carried ? consolidate(plan, carried.period, carried) : null;
  const across = check(acrossRules, { plan, received, consolidation }, "");
  const tables = staleTables(received.units);
  const inside = check([summaryIsWhatReportsSay], { plan, stale: { ...nothingStale, tables } }, "");
  return {
    consolidation,
    findings: [...across.findings, ...inside.findings],
    unevaluated: across.unevaluated,
    changes: before && consolidation ? changesBetween(before, consolidation) : [],
    isUndecided: received.rivals.length > 0,
  };
}

/** The findings of files that could not be laid to any unit: no table would show them. */
export function findingsOfNobody(reviews: readonly Review[]): Finding[] {
  return reviews.filter(({ reading }) => reading?.unit.kind !== "known").flatMap(({ findings }) => findings);
}
