import type { TotalChange } from "../core/consolidation/changes";
import { isOfOtherStage, partOfBelow, type Consolidation, type UnitStatus } from "../core/consolidation/consolidation";
import { daysLate } from "../core/consolidation/days-late";
import { readCarried, type Carried } from "../core/consolidation/read-summary-book";
import type { Finding, Review } from "../core/finding";
import type { Phrase } from "../core/language";
import { findingsOfNobody, merge, type Merged } from "../core/merge";
import { elementByCode, indicatorByCode, unitByCode, unitName } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { readingDigest } from "../core/reading/canonical";
import { reportsWithin } from "../core/reading/reports-within";
import { unitCodeOf } from "../core/reading/reading";
import { review } from "../core/review";
import { settling } from "../core/settled";
import { isUnreadable, type Snapshot } from "../core/snapshot";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { changeFigures, changeName } from "../words/change-phrases";
import { refusals } from "../words/operations";
import { tableWords } from "../words/outcomes";
import type { ChangeView, ConsolidationRequest, ConsolidationView, FileView, GivenFile, UnitView } from "./engine";
import { countsOf, findingViews } from "./finding-views";
import { isMain, totalIndicators } from "./indicator-views";
import { recognize } from "./recognize";

/** The last consolidation, for writing it down and for answering the units. */
export type LastConsolidation =
  | { readonly kind: "none" | "undecided" }
  | {
      readonly kind: "done";
      readonly consolidation: Consolidation;
      /** Of the files that were given. */
      readonly reviews: readonly Review[];
      /** Of the reports together. */
      readonly findings: readonly Finding[];
    };

/** Why nothing can be made of the last consolidation. */
export function refusalOf({ kind }: { readonly kind: "none" | "undecided" }): { kind: "refused"; why: Phrase } {
  return { kind: "refused", why: kind === "none" ? refusals.nothingConsolidated() : refusals.undecided() };
}

/** Reads the reports one after another and lays them together. */
export async function consolidateView(
  plan: Plan,
  { files, book, allowsErrors, on }: ConsolidationRequest,
  onProgress: (done: number, all: number) => void,
): Promise<{ readonly view: ConsolidationView; readonly last: LastConsolidation }> {
  const opened = book ? openBook(plan, book, on) : { carried: null, reviews: [] };
  const reviews = [...opened.reviews];
  const settle = settling();
  for (const [index, file] of files.entries()) {
    reviews.push(...reviewFile(plan, file, on).map(settle));
    onProgress(index + 1, files.length);
    await breath();
  }
  const merged = merge(plan, reviews, { allowsErrors, carried: opened.carried });
  const { consolidation, isUndecided } = merged;
  const isAnythingRead = opened.carried !== null || reviews.some(({ reading }) => reading !== null);
  if (!consolidation || !isAnythingRead) {
    return { view: viewOfNothing(plan, reviews), last: { kind: "none" } };
  }
  return {
    view: viewOf(merged, consolidation, { reviews, carried: opened.carried }),
    last: isUndecided ? { kind: "undecided" } : { kind: "done", consolidation, reviews, findings: merged.findings },
  };
}

/** The open workbook is a summary to add to, holds reports that were copied into it, or both; one report is taken too. */
function openBook(
  plan: Plan,
  book: Snapshot,
  on: string,
): { readonly carried: Carried | null; readonly reviews: readonly Review[] } {
  const found = recognize(plan, book);
  switch (found.kind) {
    case "summary": {
      const carried = readCarried(plan, book);
      const reviews = reviewReports(plan, reportsWithin(plan, book), on);
      return { carried, reviews: reviews.filter((reviewed) => !isCarried(carried, reviewed)) };
    }
    case "several":
      return { carried: null, reviews: reviewReports(plan, found.reports, on) };
    case "report":
      return { carried: null, reviews: [review(plan, book, { on, earlier: [] })] };
    case "plan":
    case "stranger":
      return { carried: null, reviews: [] };
  }
}

/** What stands in the summary already is not new. */
function isCarried(carried: Carried | null, { reading }: Review): boolean {
  const unit = reading && unitCodeOf(reading);
  const before = carried?.units.find((status) => status.unit.code === unit);
  return reading !== null && before?.digest === readingDigest(reading);
}

/** A file may hold several reports that were copied together, as the open workbook may. */
function reviewFile(plan: Plan, { name, bytes }: GivenFile, on: string): Review[] {
  const snapshot = readSnapshot(name, bytes);
  const found = isUnreadable(snapshot) ? null : recognize(plan, snapshot);
  if (found?.kind === "several") return reviewReports(plan, found.reports, on);
  return [review(plan, snapshot, { on, earlier: [] })];
}

/** Where several reports share a workbook, only one of them can have its sheets under their own names. */
function reviewReports(plan: Plan, reports: readonly Snapshot[], on: string): Review[] {
  return reports.map((report) => {
    const reviewed = review(plan, report, { on, earlier: [] });
    return { ...reviewed, findings: reviewed.findings.filter(({ rule }) => rule !== "sheet-keeps-its-name") };
  });
}

/** Between two files the engine answers whatever else was asked. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function viewOfNothing(plan: Plan, reviews: readonly Review[]): ConsolidationView {
  return {
    period: null,
    units: [],
    received: 0,
    all: plan.units.length,
    findings: findingViews(findingsOfNobody(reviews), null),
    files: reviews.map(fileView),
    unused: reviews.length,
    indicators: [],
    changes: [],
    state: "nothing",
  };
}

function viewOf(
  merged: Merged,
  consolidation: Consolidation,
  { reviews, carried }: { readonly reviews: readonly Review[]; readonly carried: Carried | null },
): ConsolidationView {
  const { plan, period, units } = consolidation;
  const { isUndecided } = merged;
  const findings = [...merged.findings, ...findingsOfNobody(reviews)];
  const ofUnits = units.filter(({ unit }) => unit.code !== plan.whole.code);
  return {
    period: period.name,
    units: units.map((status) => unitView(consolidation, status, carried)),
    received: ofUnits.filter(({ isReceived }) => isReceived).length,
    all: ofUnits.length,
    findings: findingViews(findings, null),
    files: reviews.map(fileView),
    unused: isUndecided ? 0 : reviews.filter((reviewed) => !isUsed(reviewed, { units, carried })).length,
    indicators: isUndecided ? [] : totalIndicators(consolidation, null),
    changes: isUndecided ? [] : merged.changes.flatMap((change) => changeView(plan, change)),
    state: isUndecided ? "undecided" : needsALook(units, findings) ? "needs-a-look" : "ready",
  };
}

/** A unit's line tells of the report, or of one that says the same. */
function isUsed(
  { file, reading }: Review,
  { units, carried }: { readonly units: readonly UnitStatus[]; readonly carried: Carried | null },
): boolean {
  const came = units.filter((status) => carried?.units.includes(status) !== true);
  if (came.some((status) => status.file === file)) return true;
  const digest = reading && readingDigest(reading);
  return digest !== null && units.some((status) => status.digest === digest);
}

function needsALook(units: readonly UnitStatus[], findings: readonly Finding[]): boolean {
  const isLeftOutOrFaulty = ({ reading, counts }: UnitStatus): boolean => reading === null || (counts?.error ?? 0) > 0;
  return units.some(isLeftOutOrFaulty) || findings.some(({ severity }) => severity === "error");
}

function unitView(consolidation: Consolidation, status: UnitStatus, carried: Carried | null): UnitView {
  const { plan, period } = consolidation;
  const { unit, isReceived, isOnTime, reportedOn, reading, sealedOn, counts, file } = status;
  const part = partOfBelow(status);
  const late = reportedOn === null ? null : daysLate(plan, period, { unit, reportedOn: reportedOn.text });
  return {
    code: unit.code,
    name: named(unitName(unit)),
    isWhole: unit.code === plan.whole.code,
    state: !isReceived ? "missing" : reading === null ? "refused" : "accepted",
    isOtherStage: isOfOtherStage(consolidation, status),
    lacksFigures: reading !== null && (counts?.error ?? 0) > 0 && !consolidation.allowsErrors,
    inPart: part && tableWords.inPart(part),
    isNew: isReceived && carried?.units.includes(status) !== true,
    isOnTime,
    daysLate: late === null ? null : Math.max(0, late),
    sealedOn,
    counts,
    file,
  };
}

function fileView(reviewed: Review): FileView {
  const { file, reading, outcome, findings } = reviewed;
  return {
    file,
    unit: reading ? unitCodeOf(reading) : null,
    outcome,
    counts: countsOf(findings),
    findings: findingViews(findings, null),
  };
}

/** Indicators of groups follow from the same figures: only the main line of each is shown. */
function changeView(plan: Plan, change: TotalChange): ChangeView[] {
  const { kind, code, group, unit } = change;
  const indicator = kind === "indicator" ? indicatorByCode(plan, code) : undefined;
  if (indicator && !isMain(plan, { code, group })) return [];
  const known = unit === null ? undefined : unitByCode(plan, unit);
  return [
    {
      code,
      name: changeName(kind, indicator?.name ?? elementByCode(plan, code)?.label ?? named(code)),
      unit: known?.name ?? unit,
      ...changeFigures(change, indicator),
    },
  ];
}

function named(name: string): Phrase {
  return { vi: name, en: name };
}
