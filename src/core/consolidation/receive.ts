import type { Period, Plan, Unit } from "../plan/plan";
import { canonicalReading, digestOf } from "../reading/canonical";
import { otherPlanOf } from "../reading/other-plan";
import { sealedOn, sealStateOf } from "../reading/seal";
import { unitCodeOf, type Reading } from "../reading/reading";
import { countBySeverity, type Review } from "../finding";
import { isOfOtherStage, unreceived, type UnitStatus } from "./consolidation";
import { daysLate } from "./days-late";
import type { Carried } from "./read-summary-book";

/** Several different reports of one unit (law CO6). */
export interface Rivals {
  readonly unit: Unit;
  readonly files: readonly string[];
}

/** The reports sorted: which one counts for which unit, and what stands in the way. */
export interface Received {
  /** The period that most reports are of; null where none names one. */
  readonly period: Period | null;
  readonly units: readonly UnitStatus[];
  readonly allowsErrors: boolean;
  readonly rivals: readonly Rivals[];
  /** Later reports with errors, in whose place an earlier one that the summary holds goes on counting. */
  readonly refused: readonly { readonly unit: Unit; readonly file: string }[];
  /**
   * Reports of another plan than this one, or of another period or stage than most, and summaries of this very level: what
   * the whole reports is its own form. Only those of another stage may enter.
   */
  readonly strays: readonly {
    readonly review: Review;
    readonly kind: "plan" | "level" | "period" | "stage";
    readonly most: string;
  }[];
  /** The stage that most reports are of, as they write it, or that of the summary they are added to. */
  readonly stage: string | null;
}

interface Report {
  readonly review: Review;
  readonly reading: Reading;
  readonly unit: string;
  readonly digest: string;
}

/** Sorts reviews by unit; a unit without one keeps what the summary has of it (law CO6). Whatever the order of the files, the outcome is the same (law CO5). */
export function receive(
  plan: Plan,
  reviews: readonly Review[],
  { allowsErrors, carried }: { readonly allowsErrors: boolean; readonly carried: Carried | null },
): Received {
  const all = onePerSaying(reviews);
  const isOwnSummary = ({ reading, unit }: Report): boolean => reading.summary !== null && unit === plan.whole.code;
  const reports = all.filter((report) => otherPlanOf(plan, report.reading) === null && !isOwnSummary(report));
  const periods = plan.periods.map((period) => period.id);
  const saidPeriods = reports.map(({ reading }) => reading.period?.id ?? "");
  const period = carried?.period.id ?? most(saidPeriods, periods);
  const ofPeriod = reports.filter(({ reading }) => reading.period?.id === period);
  const stages = plan.stages.map((stage) => stage.name.vi);
  const stage = carried?.stage ?? most(ofPeriod.map(stageOf), [...stages, ...ofPeriod.map(stageOf).sort()]);
  const isOtherStage = (report: Report): boolean => isOfOtherStage({ stage }, { stage: stageOf(report) || null });
  const refused: { unit: Unit; file: string }[] = [];
  const status = (unit: Unit): { status: UnitStatus; files: readonly string[] } => {
    const own = ofPeriod.filter((report) => report.unit === unit.code);
    const [only] = own;
    const before = carried?.units.find((earlier) => earlier.unit.code === unit.code);
    if (!only && before) return { status: before, files: [] };
    if (!only || own.length > 1) {
      return { status: unreceived(unit, own.length > 0), files: own.map(({ review }) => review.file) };
    }
    const isAccepted = allowsErrors || (mayEnter(only.review) && !isOtherStage(only));
    // A good report is not given up for a later one that cannot be taken.
    if (!isAccepted && before?.reading) {
      if (!isOtherStage(only)) refused.push({ unit, file: only.review.file });
      return { status: before, files: [only.review.file] };
    }
    return { status: received(plan, { unit, report: only, isAccepted }), files: [only.review.file] };
  };
  const statuses = [...plan.units, plan.whole].map(status);
  const hasFaulty = statuses.some(
    ({ status: one }) => one.reading !== null && ((one.counts?.error ?? 0) > 0 || isOfOtherStage({ stage }, one)),
  );
  return {
    period: plan.periods.find(({ id }) => id === period) ?? null,
    units: statuses.map((one) => one.status),
    // As long as one of those that an earlier run let in still counts.
    allowsErrors: allowsErrors || (carried?.allowsErrors === true && hasFaulty),
    rivals: statuses
      .filter(({ files }) => files.length > 1)
      .map(({ status: { unit }, files }) => ({ unit, files: [...files].sort() })),
    refused,
    strays: [
      ...all
        .filter((report) => otherPlanOf(plan, report.reading) !== null)
        .map(({ review }) => ({ review, kind: "plan" as const, most: plan.id })),
      ...all.filter(isOwnSummary).map(({ review }) => ({ review, kind: "level" as const, most: "" })),
      ...reports
        .filter(({ reading }) => reading.period !== null && reading.period.id !== period)
        .map(({ review }) => ({ review, kind: "period" as const, most: period ?? "" })),
      ...ofPeriod.filter(isOtherStage).map(({ review }) => ({ review, kind: "stage" as const, most: stage ?? "" })),
    ],
    stage,
  };
}

function stageOf({ reading }: Report): string {
  return reading.cover.get("pm_stage")?.text ?? "";
}

/**
 * A report may enter the totals, and be carried into new forms, when its only errors are blanks: those are missing, and
 * are said to be (law CO8).
 */
export function mayEnter({ findings }: Pick<Review, "findings">): boolean {
  return findings.every(({ severity, rule }) => severity !== "error" || rule === "figure-is-present");
}

/**
 * The same report twice, under any names, is one report (law CO5). The one that is sealed stands for it, else the first
 * name in order; one whose seal is broken only where there is no other. They come in the order of what they say, in
 * which names have no part.
 */
function onePerSaying(reviews: readonly Review[]): Report[] {
  const bySaying = new Map<string, Report>();
  const inOrder = reviews
    .map((review) => ({ review, rank: sealRank(review) }))
    .sort((a, b) => a.rank - b.rank || (a.review.file < b.review.file ? -1 : 1));
  for (const { review } of inOrder) {
    const unit = review.reading ? unitCodeOf(review.reading) : null;
    if (!review.reading || unit === null) continue;
    const saying = canonicalReading(review.reading);
    if (bySaying.has(saying)) continue;
    bySaying.set(saying, { review, reading: review.reading, unit, digest: digestOf(saying) });
  }
  return [...bySaying].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, report]) => report);
}

function sealRank({ reading }: Review): number {
  return reading === null ? 0 : ["fits", "none", "no-seal", "broken"].indexOf(sealStateOf(reading).kind);
}

/** The most frequent word; among equals the first in `order`. Blank words do not count. */
function most(words: readonly string[], order: readonly string[]): string | null {
  let best: { word: string; count: number } | null = null;
  for (const word of order) {
    const count = words.filter((candidate) => candidate === word).length;
    if (word !== "" && count > (best?.count ?? 0)) best = { word, count };
  }
  return best?.word ?? null;
}

function received(
  plan: Plan,
  { unit, report, isAccepted }: { readonly unit: Unit; readonly report: Report; readonly isAccepted: boolean },
): UnitStatus {
  const { review, reading, digest } = report;
  const reportedOn = reading.cover.get("pm_reported_on") ?? null;
  const late = daysLate(plan, reading.period, { unit, reportedOn: reportedOn?.text ?? "" });
  return {
    unit,
    isReceived: true,
    stage: stageOf(report) || null,
    isOnTime: late === null ? null : late <= plan.thresholds.graceDays,
    reportedOn,
    file: review.file,
    counts: countBySeverity(review.findings),
    reading: isAccepted ? reading : null,
    digest,
    altered: [],
    sealedOn: sealedOn(reading),
  };
}
