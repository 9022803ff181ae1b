import { elementByCode } from "../../plan/lookups";
import type { Element, Plan } from "../../plan/plan";
import { figureAt, skippedFor } from "./figure-at";
import { isNoted } from "../noted";
import { isPair, pairOf, type Pair } from "./pair-of-figures";
import { cellName } from "../naming/report-cells";
import type { Report, Skipped } from "../rule";
import { isSlip, slipOf } from "./slips";

/**
 * An element's figure (first) and the one it is measured by: a stock by the baseline, what is counted through the year
 * by last year's same period, which need not be there. Null where nothing is asked.
 */
function comparedIn(report: Report, { code, kind, content, restsOnStandard }: Element): Pair | Skipped | null {
  if (content !== "count") return null;
  const isFlow = kind === "flow";
  const at = (key: string) => figureAt(report, { table: "elements", code, key });
  const pair = pairOf(at("actual"), at(isFlow ? "last_year" : "baseline"), isFlow ? "other" : "neither");
  const { standards } = report.plan;
  const isOfAnother = (isFlow ? standards.lastYear : standards.baseline) !== standards.actual;
  if (!isPair(pair) || !restsOnStandard || !isOfAnother) return pair;
  return { skipped: "standards-differ", about: cellName(pair.other), at: pair.one.at, code };
}

/** Beyond the plan's percentage, and by enough to speak of. */
function isBig({ thresholds }: Plan, { one, other }: Pair): boolean {
  const change = Math.abs(one.figure - other.figure);
  return change >= thresholds.changeFloor && change * 100 > Math.abs(other.figure) * thresholds.changePercent;
}

/** A big change of a figure without a note; null where there is none. A slip is told as such, and not as a change. */
export function unexplainedChange(report: Report, element: Element): Pair | Skipped | null {
  const pair = comparedIn(report, element);
  if (!isPair(pair)) return pair;
  if (!isBig(report.plan, pair) || isNoted(report, element.code) || isSlip(slipOf(report, element))) return null;
  const note = figureAt(report, { table: "elements", code: element.code, key: "note" });
  return note && !note.cell ? skippedFor(pair.one, [note]) : pair;
}

/** Whether one of the elements is asked about already, so that what rests on it need not be. */
export function isAskedAbout(report: Report, codes: readonly string[]): boolean {
  return codes.some((code) => {
    const element = elementByCode(report.plan, code);
    if (!element) return false;
    return isPair(unexplainedChange(report, element)) || (isSlip(slipOf(report, element)) && !isNoted(report, code));
  });
}
