import { otherPlanOf } from "../reading/other-plan";
import { check, type Checked } from "./check";
import { wholeFile, type Report } from "./rule";
import { withinRules } from "./within-rules";
import planIsThisPlan from "./within/plan-is-this-plan";

/**
 * Runs the rules of one report. Of a report of another plan its codes, targets and periods say nothing by this one: that
 * is told, and that nothing else could be evaluated.
 */
export function checkReport(report: Report, file: string): Checked {
  if (otherPlanOf(report.plan, report.reading) === null) return check(withinRules, report, file);
  const { sheet, cell } = wholeFile;
  const others = withinRules.filter((rule) => rule !== planIsThisPlan);
  return {
    findings: check([planIsThisPlan], report, file).findings,
    unevaluated: others.map(({ id }) => ({
      ...{ rule: id, file, sheet, cell, code: null },
      because: "report-is-of-another-plan",
      about: null,
    })),
  };
}
