import type { Plan } from "./plan/plan";
import type { Consolidation } from "./consolidation/consolidation";
import { consolidate } from "./consolidation/consolidate";
import { receive } from "./consolidation/receive";
import type { Finding, Review } from "./finding";
import { acrossRules } from "./rules/across-rules";
import { check } from "./rules/check";

/** The outcome of laying reports together. Nothing may be written while `isUndecided` (law CO6). */
export interface Merged {
  /** Null where no report names a period of the plan. */
  readonly consolidation: Consolidation | null;
  /** Of the reports together; those of each file stay with its review. */
  readonly findings: readonly Finding[];
  readonly isUndecided: boolean;
}

/** The road of all reports: sorted by unit, laid together, checked together. The order of files changes nothing (CO5). */
export function merge(plan: Plan, reviews: readonly Review[], { allowsErrors = false } = {}): Merged {
  const received = receive(plan, reviews, allowsErrors);
  const consolidation = received.period ? consolidate(plan, received.period, received) : null;
  return {
    consolidation,
    findings: check(acrossRules, { plan, received, consolidation }, ""),
    isUndecided: received.rivals.length > 0,
  };
}
