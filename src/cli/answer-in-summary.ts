import { isRefusal } from "../core/apply-edits";
import { answersIn } from "../core/consolidation/answer-sheets";
import { merge } from "../core/merge";
import { unitName } from "../core/plan/lookups";
import { complaintsOf } from "../core/rules/complaints";
import { answeredBySummary, makeAnswersFor, putAnswers, strangersTo } from "../letters/feedback/answers-in-summary";
import { unitsWithoutFindings } from "../letters/feedback/unit-standing";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { refusals } from "../words/operations";
import { outcomes } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { openEarlier } from "./earlier-reports";
import type { FeedbackRequest } from "./feedback";
import { expandInputs, labelOf } from "./inputs";
import { leftOut } from "./left-out";
import { openSummary } from "./open-summary";
import type { Outcome } from "./outcome";
import { reviewFiles } from "./read-reports";
import type { Session } from "./session";
import { checkFree, writeFiles } from "./write-files";

export interface IntoRequest extends Omit<FeedbackRequest, "isOneFile"> {
  /** The summary in whose copy the answers are to stand. */
  readonly into: string;
}

/**
 * `feedback FILE... --into SUMMARY -o FILE`: a copy of the summary with the answers behind its own sheets. Figures and
 * ranks are the summary's; the reports, which have to be those in it, give the findings.
 */
export async function answerInSummary(session: Session, request: IntoRequest): Promise<Outcome> {
  const { plan, language, on } = session;
  const { into, given, output, mayReplace, allowsErrors, previous } = request;
  await checkFree(output, mayReplace);
  const { snapshot, bytes, carried } = await openSummary(session, into);
  const inputs = await expandInputs(given, [output, into]);
  const { reviews } = await reviewFiles(session, inputs, { on, earlier: await openEarlier(session, previous) });
  if (given.length > 0 && reviews.every(({ reading }) => reading === null))
    throw new CannotBeDone(...complaintsOf(reviews));
  const { findings, isUndecided } = merge(plan, reviews, { allowsErrors, carried });
  if (isUndecided) throw new CannotBeDone(refusals.undecided());
  const [stranger] = strangersTo(carried, reviews);
  if (stranger) throw new CannotBeDone(whatStops.notInSummary(stranger.file, labelOf(into)));
  const answered = answeredBySummary(plan, carried, { reviews, findings });
  const answers = makeAnswersFor(snapshot, answered, { on, language });
  const patched = await patchWorkbook(bytes, putAnswers(snapshot, answers));
  if (isRefusal(patched)) {
    const { sheet, cell } = patched.at;
    const isNeeded = patched.reason === "sheet-is-needed";
    throw new CannotBeDone(
      (isNeeded ? whatStops.answerIsNeeded : whatStops.editRefused)(labelOf(into), `${sheet}!${cell}`),
    );
  }
  await writeFiles([{ path: output, make: () => patched.bytes }], { mayReplace });
  const replaced = answersIn(snapshot).length;
  const unknown = unitsWithoutFindings(answered);
  const { files, lines } = leftOut(reviews, findings, language);
  return {
    code: files.length > 0 ? 1 : 0,
    document: {
      version: 1,
      period: carried.period.id,
      answers: answers.map(({ unit, isReceived, sheet }) => ({
        file: labelOf(output),
        sheet: sheet.name,
        unit: unit.code,
        name: unitName(unit),
        received: isReceived,
      })),
      leftOut: files,
    },
    lines,
    faults: lines,
    remarks: [
      ...(replaced > 0 ? [outcomes.answersReplaced(replaced)[language]] : []),
      ...(unknown > 0 ? [outcomes.answersWithoutFindings(unknown)[language]] : []),
      outcomes.written(labelOf(output))[language],
    ],
  };
}
