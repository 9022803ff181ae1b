import { canBeWritten } from "./apply-edits";
import { staleCells } from "./consolidation/book/stale-cells";
import { remakerOf } from "./edits/remake";
import { countBySeverity, type Finding, type Review } from "./finding";
import type { Plan } from "./plan/plan";
import { previousOf } from "./reading/previous";
import { computedOf } from "./reading/reading-computed";
import { isReading, readReport } from "./reading/read-report";
import type { Reading } from "./reading/reading";
import { progressIn } from "./reading/reading-progress";
import { check } from "./rules/check";
import { checkReport } from "./rules/check-report";
import { fileRules } from "./rules/file-rules";
import { reasonOf } from "./rules/reason";
import { isUnreadable, type Snapshot, type Unreadable } from "./snapshot";

/** What a check is told besides the file. */
export interface Occasion {
  /** The day of the check, ISO `yyyy-mm-dd`; null where nobody says which day it is. */
  readonly on: string | null;
  /** Earlier reports at hand, of any units: the one that comes before the file is picked from them. */
  readonly earlier: readonly Reading[];
}

export const noOccasion: Occasion = { on: null, earlier: [] };

/**
 * The road of one file: read by the plan, checked, measured. Never throws; a file with nothing readable in it is an
 * error, not an empty success (law RD8).
 */
export function review(plan: Plan, picture: Snapshot | Unreadable, occasion: Occasion = noOccasion): Review {
  const { file } = picture;
  const reading = isUnreadable(picture) ? picture : readReport(plan, picture);
  if (isUnreadable(picture) || !isReading(reading)) return unreadable(plan, file, reading);
  const remaker = remakerOf({ plan, snapshot: picture, reading });
  const progress = progressIn(plan, reading);
  const { findings, unevaluated } = checkReport(
    {
      plan,
      reading,
      computed: computedOf(plan, reading),
      progress,
      on: occasion.on,
      previous: previousOf(reading, occasion.earlier),
      remake: remaker.sheet,
      remakeForm: remaker.form,
      stale: staleCells(plan, picture, reading),
    },
    file,
  );
  return {
    file,
    outcome: countBySeverity(findings).error > 0 ? "errors" : "ok",
    reading,
    findings: findings.map((finding) => withReason(reading, withWritableMends(picture, finding))),
    unevaluated,
    progress,
  };
}

/** The review of a workbook that is not to be read as one report, whatever stands in it. */
export function reviewOfStranger(plan: Plan, { file, sheets }: Snapshot): Review {
  return unreadable(plan, file, { file, notAReport: true, sheets: sheets.map(({ name }) => name) });
}

function unreadable(plan: Plan, file: string, outcome: ReturnType<typeof readReport> | Unreadable): Review {
  const checked = isReading(outcome) ? { findings: [], unevaluated: [] } : check(fileRules, { plan, outcome }, file);
  return { file, outcome: "unreadable", reading: null, ...checked, progress: [] };
}

/** One mend of a cell under a merged block would make all others be refused (law ED2); a person unmerges it first. */
function withWritableMends(picture: Snapshot, finding: Finding): Finding {
  const mends = finding.mends.filter(({ edits }) => canBeWritten(picture, edits));
  return mends.length === finding.mends.length ? finding : { ...finding, mends };
}

/** A warning may be sent with a reason; an error may not be sent. */
function withReason(reading: Reading, finding: Finding): Finding {
  return finding.severity === "warning" ? { ...finding, reason: reasonOf(reading, finding) } : finding;
}
