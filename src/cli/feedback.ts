import { join } from "node:path";
import { merge } from "../core/merge";
import { unitName } from "../core/plan/lookups";
import { reportFileName } from "../core/plan/report-file-name";
import { complaintsOf } from "../core/rules/complaints";
import { feedbackBook, makeFeedback, type Feedback } from "../letters/feedback/make-feedback";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { refusals } from "../words/operations";
import { outcomes } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { openEarlier } from "./earlier-reports";
import { expandInputs, labelOf } from "./inputs";
import { leftOut } from "./left-out";
import { nodeCodec } from "./node-codec";
import type { Outcome } from "./outcome";
import { reviewFiles } from "./read-reports";
import type { Session } from "./session";
import { checkFree, writeFiles, type Output } from "./write-files";

export interface FeedbackRequest {
  readonly given: readonly string[];
  /** A folder; a file where all answers go to one. */
  readonly output: string;
  readonly isOneFile: boolean;
  readonly mayReplace: boolean;
  readonly allowsErrors: boolean;
  /** Earlier reports to compare with. */
  readonly previous: readonly string[];
}

/** `feedback FILE... -o DIR`: an answer to each reporting unit, checked and laid together as `consolidate` does. */
export async function answerUnits(session: Session, request: FeedbackRequest): Promise<Outcome> {
  const { plan, language, on } = session;
  const { given, output, isOneFile, mayReplace, allowsErrors, previous } = request;
  if (given.length === 0) throw new CannotBeDone(whatStops.reportsToAnswer());
  if (isOneFile) await checkFree(output, mayReplace);
  const inputs = await expandInputs(given, [output]);
  const { reviews } = await reviewFiles(session, inputs, { on, earlier: await openEarlier(session, previous) });
  const { consolidation, findings, isUndecided } = merge(plan, reviews, { allowsErrors });
  if (!consolidation || reviews.every(({ reading }) => reading === null))
    throw new CannotBeDone(...complaintsOf(reviews), whatStops.nothingToConsolidate());
  if (isUndecided) throw new CannotBeDone(refusals.undecided());
  const answered = { consolidation, reviews, findings };
  const answers = makeFeedback(answered, { on, language });
  const write = (sheets: readonly Feedback[]) => (): Promise<Uint8Array> =>
    writeWorkbook(feedbackBook(answered, sheets, language), nodeCodec);
  const pathOf = ({ unit }: Feedback): string =>
    isOneFile ? output : join(output, `phieu-${reportFileName(unit, consolidation.period)}`);
  const outputs: Output[] = isOneFile
    ? [{ path: output, make: write(answers) }]
    : answers.map((answer) => ({ path: pathOf(answer), make: write([answer]) }));
  await writeFiles(outputs, { mayReplace, ...(isOneFile ? {} : { folders: [output] }) });
  const { files, lines } = leftOut(reviews, findings, language);
  return {
    code: files.length > 0 ? 1 : 0,
    document: {
      version: 1,
      period: consolidation.period.id,
      answers: answers.map((answer) => ({
        file: labelOf(pathOf(answer)),
        sheet: answer.sheet.name,
        unit: answer.unit.code,
        name: unitName(answer.unit),
        received: answer.isReceived,
      })),
      leftOut: files,
    },
    lines,
    faults: lines,
    remarks: [
      (isOneFile ? outcomes.written(labelOf(output)) : outcomes.writtenMany(outputs.length, labelOf(output)))[language],
    ],
  };
}
