import { planAnswers, planWithoutAnswers } from "./answers";
import { checkView } from "./check-view";
import { planComputing } from "./compute-view";
import { consolidateView, type LastConsolidation } from "./consolidate-view";
import type { Engine, PlanOutcome } from "./engine";
import { planExplanation } from "./explain";
import { answerUnits, draftReport } from "./letters";
import { nextForms } from "./next-forms";
import { blankForm, sampleBook, sampleBooks } from "./new-books";
import { openPlanFile, openPlanIn, ownPlan, planAsBook, planView } from "./plan-file";
import { planMend, planMends } from "./plan-mends";
import { bookView, recognize } from "./recognize";
import { planSeal } from "./seal-view";
import { traceView } from "./trace/trace-view";
import { unreadablePhrase } from "./unreadable-phrase";
import { planSummary, summaryAsBook } from "./write-summary";

/** The engine over the pure core; it needs no Worker, and tests run it as it is. */
export function makeEngine(): Engine {
  let inUse = ownPlan();
  let last: LastConsolidation = { kind: "none" };
  const use = (opened: ReturnType<typeof openPlanFile>): PlanOutcome => {
    if (!("plan" in opened)) return opened;
    inUse = opened;
    last = { kind: "none" };
    return { kind: "opened", plan: planView(inUse), remarks: inUse.remarks };
  };
  return {
    usePlan: (file) => answer(() => use(file === null ? ownPlan() : openPlanFile(file))),
    usePlanBook: (book) => answer(() => use(openPlanIn(book))),
    plan: () => answer(() => planView(inUse)),
    planBook: () => planAsBook(inUse),
    recognize: (book) => answer(() => bookView(inUse.plan, book, recognize(inUse.plan, book))),
    check: (book, on) => answer(() => checkView(inUse.plan, book, on)),
    mendAll: (book, on) => planMends(inUse.plan, book, on),
    mendOne: (book, wanted) => planMend(inUse.plan, book, wanted),
    explain: (book, explanation) => planExplanation(inUse.plan, book, explanation),
    compute: (book) => planComputing(inUse.plan, book),
    seal: (book, on) => planSeal(inUse.plan, book, on),
    consolidate: async (request, onProgress) => {
      last = { kind: "none" };
      const outcome = await consolidateView(inUse.plan, request, onProgress);
      last = outcome.last;
      return outcome.view;
    },
    summary: (book) => planSummary(inUse.plan, book, last),
    summaryBook: () => summaryAsBook(last),
    report: (book, manner) => draftReport(inUse.plan, book, manner),
    answers: (book, manner) => planAnswers(inUse.plan, book, { last, manner }),
    withoutAnswers: (book) => planWithoutAnswers(book),
    feedback: (manner) => answerUnits(last, manner),
    nextForms: (book, language) => nextForms(inUse.plan, book, language),
    trace: (book, at) => answer(() => traceView(inUse.plan, book, at)),
    sayUnreadable: (file) => answer(() => unreadablePhrase(file)),
    form: (of) => blankForm(inUse.plan, of),
    sample: () => sampleBook(inUse.plan),
    samples: (period) => sampleBooks(inUse.plan, period),
  };
}

/** What work throws becomes a rejected promise, as on the other side of a wall. */
function answer<Outcome>(work: () => Outcome): Promise<Outcome> {
  return new Promise((resolve) => resolve(work()));
}
