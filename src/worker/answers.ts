import { applyEdits } from "../core/apply-edits";
import { answersIn, stateOf, withoutAnswers } from "../core/consolidation/answer-sheets";
import { readCarried } from "../core/consolidation/read-summary-book";
import type { Plan } from "../core/plan/plan";
import type { Snapshot } from "../core/snapshot";
import { answeredBySummary, makeAnswersFor, putAnswers } from "../letters/feedback/answers-in-summary";
import { unitsWithoutFindings } from "../letters/feedback/unit-standing";
import { made } from "../words/made";
import { operationNames, refusals } from "../words/operations";
import { refusalOf, type LastConsolidation } from "./consolidate-view";
import { operationOf } from "./draw-book";
import type { Manner, Planned } from "./engine";

/** What puts an answer to each unit into the open summary, which has to hold the last consolidation: it knows the findings. */
export async function planAnswers(
  plan: Plan,
  book: Snapshot,
  { last, manner }: { readonly last: LastConsolidation; readonly manner: Manner },
): Promise<Planned> {
  const carried = readCarried(plan, book);
  if (!carried) return { kind: "refused", why: refusals.notASummary() };
  if (last.kind !== "done") return refusalOf(last);
  const { period, units } = last.consolidation;
  if (stateOf(carried.period, carried.units) !== stateOf(period, units)) {
    return { kind: "refused", why: refusals.summaryIsNotOfLast() };
  }
  const answered = answeredBySummary(plan, carried, last);
  const answers = makeAnswersFor(book, answered, manner);
  const edits = putAnswers(book, answers);
  if (applyEdits(book, edits) === book) return { kind: "nothing-to-do" };
  const operation = await operationOf(operationNames.answers(), [edits]);
  const without = unitsWithoutFindings(answered);
  const remark = without === 0 ? {} : { remark: made.answersWithoutFindings(without) };
  return { kind: "planned", operation, count: answers.length, ...remark };
}

/** What takes the answers out of the open workbook again: it goes on to others, whom they do not concern. */
export async function planWithoutAnswers(book: Snapshot): Promise<Planned> {
  const answers = answersIn(book);
  if (answers.length === 0) return { kind: "nothing-to-do" };
  const operation = await operationOf(operationNames.withoutAnswers(), [withoutAnswers(answers)]);
  return { kind: "planned", operation, count: answers.length };
}
