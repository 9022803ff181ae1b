import { consolidate } from "../core/consolidation/consolidate";
import { readCarried } from "../core/consolidation/read-summary-book";
import { isMendable, type Review } from "../core/finding";
import type { Plan } from "../core/plan/plan";
import { sealingOf } from "../core/seal";
import type { Snapshot } from "../core/snapshot";
import type { CheckView, IndicatorView } from "./engine";
import { countsOf, findingViews, unevaluatedViews } from "./finding-views";
import { reportIndicators, totalIndicators } from "./indicator-views";
import { bookView, reviewBook } from "./recognize";

/** Everything that is told of the open workbook. */
export function checkView(plan: Plan, book: Snapshot, on: string): CheckView {
  const { found, reviewed } = reviewBook(plan, book, on);
  const { outcome, findings, unevaluated } = reviewed;
  return {
    outcome,
    book: bookView(plan, book, found),
    counts: countsOf(findings),
    findings: findingViews(findings, reviewed),
    unevaluated: unevaluatedViews(unevaluated),
    indicators: indicatorsIn(plan, book, reviewed),
    mendable: findings.filter(isMendable).length,
    maySeal: sealingOf(reviewed, on).kind === "may-be-sealed",
  };
}

function indicatorsIn(plan: Plan, book: Snapshot, { reading, progress }: Review): IndicatorView[] {
  if (!reading) return [];
  const carried = reading.summary ? readCarried(plan, book) : null;
  if (!carried) return reportIndicators(plan, reading, progress);
  return totalIndicators(consolidate(plan, carried.period, carried), book);
}
