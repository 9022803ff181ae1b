import { answersIn, withoutAnswers } from "../../core/consolidation/answer-sheets";
import { consolidate } from "../../core/consolidation/consolidate";
import type { UnitStatus } from "../../core/consolidation/consolidation";
import type { Carried } from "../../core/consolidation/read-summary-book";
import type { SheetEdit } from "../../core/edit";
import type { Finding, Review } from "../../core/finding";
import type { Plan } from "../../core/plan/plan";
import { readingDigest } from "../../core/reading/canonical";
import { unitCodeOf } from "../../core/reading/reading";
import type { Snapshot } from "../../core/snapshot";
import { makeFeedback, type Feedback, type FeedbackManner } from "./make-feedback";
import type { Answered } from "./unit-standing";

/** The reports behind a summary, as they were checked: they know the findings, which no summary holds. */
export interface Checked {
  readonly reviews: readonly Review[];
  readonly findings: readonly Finding[];
}

/** What the answers of a summary are made from: the summary's own figures, with the findings of its reports. */
export function answeredBySummary(plan: Plan, carried: Carried, { reviews, findings }: Checked): Answered {
  const told = carried.units.map((status): UnitStatus => {
    const review = reviews.find((one) => isOf(status, one));
    // The summary names the file as it was called when it was laid in.
    if (!review) return { ...status, file: null };
    return { ...status, file: review.file, reportedOn: review.reading?.cover.get("pm_reported_on") ?? null };
  });
  return { consolidation: consolidate(plan, carried.period, { ...carried, units: told }), reviews, findings };
}

/** The reports that the summary does not hold as they are: what is said of them would not fit its figures. */
export function strangersTo({ units }: Carried, reviews: readonly Review[]): Review[] {
  return reviews.filter((review) => review.reading !== null && !units.some((status) => isOf(status, review)));
}

function isOf({ unit, digest }: UnitStatus, { reading }: Review): boolean {
  return reading !== null && unitCodeOf(reading) === unit.code && readingDigest(reading) === digest;
}

/** The answers for a summary, their sheets named as none of its own is. */
export function makeAnswersFor(summary: Snapshot, answered: Answered, manner: FeedbackManner): Feedback[] {
  const old = new Set(answersIn(summary).map(({ sheet }) => sheet));
  const others = summary.sheets.filter((sheet) => !old.has(sheet));
  return makeFeedback(answered, { ...manner, taken: others.map(({ name }) => name) });
}

/** What puts the answers behind the other sheets of their summary; older ones give way, so that none is there twice. */
export function putAnswers(summary: Snapshot, answers: readonly Feedback[]): SheetEdit[] {
  const old = answersIn(summary);
  const names = new Set(answers.map(({ sheet }) => sheet.name));
  const gone = old.filter(({ sheet }) => !names.has(sheet.name));
  const left = summary.sheets.filter((sheet) => !gone.some((one) => one.sheet === sheet));
  let after = left.at(-1)?.name ?? null;
  const puts = answers.map(({ sheet }): SheetEdit => {
    const replaced = old.find((one) => one.sheet.name === sheet.name)?.sheet;
    const replaces = replaced ? { sheet: replaced.name, expect: replaced.rows } : null;
    const edit = { kind: "put-sheet", sheet, names: [], replaces, after } as const;
    if (!replaced) after = sheet.name;
    return edit;
  });
  return [...withoutAnswers(gone), ...puts];
}
