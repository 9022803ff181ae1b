import { elementByCode } from "../../plan/lookups";
import type { Element } from "../../plan/plan";
import { cellOf, figureOf } from "../../reading/reading";
import { earlierOf } from "./earlier-report";
import { figureAt, isThere, skippedFor, type Figure } from "./figure-at";
import { isNoted } from "../noted";
import type { Report, Skipped } from "../rule";

/** A figure that stands at ten, a hundred or a thousand times (or a tenth …) of all that is known from before. */
export interface Slip {
  readonly now: Figure;
  readonly factor: number;
  readonly isTooLarge: boolean;
  readonly before: number;
  /** The figure without the slip; null where that would be no whole number. */
  readonly due: number | null;
}

const factors = [10, 100, 1000] as const;

/**
 * Whether the actual figure of a count is a slip of ten; null where it is not, or nothing is known from before. The
 * figures from before have to agree among themselves, so that one that grew is never taken for a slip.
 */
export function slipOf(report: Report, element: Element): Slip | Skipped | null {
  if (element.content !== "count") return null;
  const now = figureAt(report, { table: "elements", code: element.code, key: "actual" });
  const history = historyOf(report, element);
  if (!now) return null;
  if (!isThere(now)) return history.length > 0 || now.lacks === "figure-is-unreadable" ? skippedFor(now, [now]) : null;
  const [before] = history;
  if (before === undefined) return withoutHistory(report, element, now);
  for (const factor of factors) {
    for (const isTooLarge of [true, false]) {
      const due = isTooLarge ? now.figure / factor : now.figure * factor;
      if (!history.every((figure) => isNear(report, { figure, now: now.figure, due }))) continue;
      return { now, factor, isTooLarge, before, due: Number.isInteger(due) ? due : null };
    }
  }
  return null;
}

export function isSlip(outcome: Slip | Skipped | null): outcome is Slip {
  return outcome !== null && "factor" in outcome;
}

/** Whether a slip in an element stands there without a note, so that whatever rests on it is in doubt. */
export function isInDoubt(report: Report, code: string): boolean {
  const element = elementByCode(report.plan, code);
  return element !== undefined && isSlip(slipOf(report, element)) && !isNoted(report, code);
}

function isNear(
  { plan: { thresholds } }: Report,
  { figure, now, due }: { readonly figure: number; readonly now: number; readonly due: number },
): boolean {
  if (figure <= 0 || Math.max(figure, now) < thresholds.slipFloor) return false;
  return Math.abs(due - figure) * 100 <= figure * thresholds.slipPercent;
}

/** What is known from before and compares: of what is counted through the year one period alone, since it grows. */
function historyOf(report: Report, { code, kind, restsOnStandard }: Element): number[] {
  const { standards } = report.plan;
  const at = (key: "baseline" | "last_year", standard: string): number | null =>
    restsOnStandard && standard !== standards.actual
      ? null
      : (figureAt(report, { table: "elements", code, key })?.figure ?? null);
  const lastYear = at("last_year", standards.lastYear);
  const earlier = earlierFigure(report, code);
  if (kind === "flow") return [lastYear ?? earlier?.stretched ?? null].filter((figure) => figure !== null);
  return [at("baseline", standards.baseline), lastYear, earlier?.figure ?? null].filter((figure) => figure !== null);
}

/** The earlier report's own figure, and as far as it would have come by now. */
function earlierFigure(report: Report, code: string): { figure: number; stretched: number } | null {
  const earlier = earlierOf(report);
  if (!earlier || "skipped" in earlier) return null;
  const figure = figureOf(cellOf(earlier.report.reading, "elements", { code, key: "actual" }));
  const months = report.reading.period?.months ?? earlier.period.months;
  return figure === null ? null : { figure, stretched: (figure * months) / earlier.period.months };
}

/** The baseline is asked of every report; without it, or under another standard, nothing can be said. */
function withoutHistory(
  { plan, ...report }: Report,
  { code, kind, restsOnStandard }: Element,
  now: Figure,
): Skipped | null {
  if (kind === "flow") return null;
  if (restsOnStandard && plan.standards.baseline !== plan.standards.actual) {
    return { skipped: "standards-differ", about: null, at: now.at, code };
  }
  const baseline = figureAt({ plan, ...report }, { table: "elements", code, key: "baseline" });
  return baseline ? skippedFor(now, [baseline]) : null;
}
