import type { Plan } from "./plan/plan";
import { progressIn } from "./reading/reading-progress";
import { computedOf } from "./reading/form-source";
import { isReading, readReport } from "./reading/read-report";
import { fileRules } from "./rules/file-rules";
import { countBySeverity, type Review } from "./finding";
import { check } from "./rules/check";
import { withinRules } from "./rules/within-rules";
import { isUnreadable, type Snapshot, type Unreadable } from "./snapshot";

/**
 * The road of one file: read by the plan, checked, measured. Never throws; a file with nothing readable in it is an
 * error, not an empty success (law RD8).
 */
export function review(plan: Plan, picture: Snapshot | Unreadable): Review {
  const outcome = isUnreadable(picture) ? picture : readReport(plan, picture);
  if ("reason" in outcome || !isReading(outcome)) {
    const findings = check(fileRules, { plan, outcome }, picture.file);
    return { file: picture.file, outcome: "unreadable", reading: null, findings, progress: [] };
  }
  const report = { plan, reading: outcome, computed: computedOf(plan, outcome) };
  const findings = check(withinRules, report, picture.file);
  return {
    file: picture.file,
    outcome: countBySeverity(findings).error > 0 ? "errors" : "ok",
    reading: outcome,
    findings,
    progress: progressIn(plan, outcome),
  };
}
