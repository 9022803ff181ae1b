import { readCarried } from "../core/consolidation/read-summary-book";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan } from "../core/plan/plan";
import { isReading, readReport } from "../core/reading/read-report";
import { reportsWithin } from "../core/reading/reports-within";
import type { Reading } from "../core/reading/reading";
import { sealedOn } from "../core/reading/seal";
import type { Snapshot } from "../core/snapshot";
import { checkWords } from "../words/outcomes";
import type { BookView } from "./engine";

/** What an open workbook is: one report, a summary, several reports copied together, or none of these. */
export type Recognized =
  | { readonly kind: "report" | "summary"; readonly reading: Reading }
  | { readonly kind: "several"; readonly reports: readonly Snapshot[] }
  | { readonly kind: "stranger" };

export function recognize(plan: Plan, book: Snapshot): Recognized {
  const reading = readReport(plan, book);
  if (isReading(reading) && reading.summary !== null) return { kind: "summary", reading };
  const reports = reportsWithin(plan, book);
  if (reports.length > 1) return { kind: "several", reports };
  return isReading(reading) ? { kind: "report", reading } : { kind: "stranger" };
}

/** The same, ready to be shown. */
export function bookView(plan: Plan, book: Snapshot): BookView {
  const found = recognize(plan, book);
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
      const units = readCarried(plan, book)?.units ?? [];
      const received = units.filter(({ unit, isReceived }) => unit.code !== plan.whole.code && isReceived).length;
      return { kind: "summary", period: periodPhrase(found.reading.period), received, all: plan.units.length };
    }
    case "several":
      return { kind: "neither", reports: found.reports.length };
    case "stranger":
      return { kind: "neither", reports: 0 };
  }
}

function periodPhrase(period: Period | null): Phrase {
  return period?.name ?? checkWords.unknownPeriod;
}
