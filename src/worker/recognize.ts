import { answersIn, stateOf } from "../core/consolidation/answer-sheets";
import { readCarried } from "../core/consolidation/read-summary-book";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan } from "../core/plan/plan";
import { isPlanBook } from "../core/plan-book/open-plan-book";
import { isReading, readReport } from "../core/reading/read-report";
import { readCover } from "../core/reading/read-cover";
import { reportsWithin } from "../core/reading/reports-within";
import type { Reading } from "../core/reading/reading";
import { sealedOn } from "../core/reading/seal";
import type { Review } from "../core/finding";
import { review, reviewOfStranger } from "../core/review";
import type { Snapshot } from "../core/snapshot";
import { checkWords } from "../words/outcomes";
import type { BookView } from "./engine";

/** What an open workbook is: one report, a summary, several reports copied together, a plan, or none of these. */
export type Recognized =
  | { readonly kind: "report" | "summary"; readonly reading: Reading }
  | { readonly kind: "several"; readonly reports: readonly Snapshot[] }
  | { readonly kind: "plan" | "stranger" };

export function recognize(plan: Plan, book: Snapshot): Recognized {
  const reports = severalWithin(plan, book);
  if (reports) return { kind: "several", reports };
  if (holdsPlan(plan, book)) return { kind: "plan" };
  const reading = readReport(plan, book);
  return isReading(reading) ? recognized(reading) : { kind: "stranger" };
}

/** A plan workbook names its sheets as forms do, so that it would be taken for a report without a cover. */
function holdsPlan(plan: Plan, book: Snapshot): boolean {
  return isPlanBook(book) && (readCover(plan, book).get("pm_form")?.text ?? "") === "";
}

/** The reports that were copied into one workbook; null where there is one at most, and where a summary stands before them. */
function severalWithin(plan: Plan, book: Snapshot): readonly Snapshot[] | null {
  if (readCover(plan, book).get("pm_form")?.text === "summary") return null;
  const reports = reportsWithin(plan, book);
  return reports.length > 1 ? reports : null;
}

function recognized(reading: Reading): Recognized {
  return { kind: reading.summary === null ? "report" : "summary", reading };
}

/** The review of the open workbook, with what it is; several reports copied together are not read as one. */
export function reviewBook(
  plan: Plan,
  book: Snapshot,
  on: string,
): { readonly found: Recognized; readonly reviewed: Review } {
  const reports = severalWithin(plan, book);
  if (reports) return { found: { kind: "several", reports }, reviewed: reviewOfStranger(plan, book) };
  if (holdsPlan(plan, book)) return { found: { kind: "plan" }, reviewed: reviewOfStranger(plan, book) };
  const reviewed = review(plan, book, { on, earlier: [] });
  return { found: reviewed.reading ? recognized(reviewed.reading) : { kind: "stranger" }, reviewed };
}

/** What a workbook is, ready to be shown. */
export function bookView(plan: Plan, book: Snapshot, found: Recognized): BookView {
  switch (found.kind) {
    case "report": {
      const { unit, period, formVersion } = found.reading;
      const name = unit.kind === "known" ? unitName(unit.unit) : null;
      return {
        kind: "report",
        unit: name === null ? checkWords.unknownUnit : { vi: name, en: name },
        period: periodPhrase(period),
        formVersion,
        sealedOn: sealedOn(found.reading),
      };
    }
    case "summary": {
      const carried = readCarried(plan, book);
      const units = carried?.units ?? [];
      const answers = answersIn(book);
      const now = carried && stateOf(carried.period, units);
      const received = units.filter(({ unit, isReceived }) => unit.code !== plan.whole.code && isReceived).length;
      return {
        kind: "summary",
        period: periodPhrase(found.reading.period),
        received,
        all: plan.units.length,
        answers: answers.length,
        areAnswersStale: answers.some(({ state }) => state !== now),
      };
    }
    case "several":
      return { kind: "neither", reports: found.reports.length };
    case "plan":
      return { kind: "plan" };
    case "stranger":
      return { kind: "neither", reports: 0 };
  }
}

function periodPhrase(period: Period | null): Phrase {
  return period?.name ?? checkWords.unknownPeriod;
}
