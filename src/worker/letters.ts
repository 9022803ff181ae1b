import type { Plan } from "../core/plan/plan";
import { reportFileName } from "../core/plan/report-file-name";
import type { Snapshot } from "../core/snapshot";
import { writeZip } from "../document/zip/write-zip";
import { feedbackBook, makeFeedback, type Feedback } from "../letters/feedback/make-feedback";
import { unitsWithoutFindings } from "../letters/feedback/unit-standing";
import { openGaps } from "../letters/report/open-gaps";
import { consolidationIn, writeReport, type ReportManner } from "../letters/report/write-report";
import { refusals } from "../words/operations";
import { made } from "../words/made";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { refusalOf, type LastConsolidation } from "./consolidate-view";
import type { FeedbackManner, MadeOutcome } from "./engine";

/** The open summary told as the whole's official report. */
export async function draftReport(plan: Plan, book: Snapshot, manner: ReportManner): Promise<MadeOutcome> {
  const consolidation = consolidationIn(plan, book);
  if (!consolidation) return { kind: "refused", why: refusals.notASummary() };
  const letter = writeReport(consolidation, manner);
  // What writes .docx files is large, and most days nobody asks for one.
  const { writeLetter } = await import(/* webpackChunkName: "docx" */ "../document/docx/write-letter");
  return {
    kind: "made",
    file: { fileName: `bao-cao-${consolidation.period.id}.docx`, bytes: await writeLetter(letter) },
    said: made.report(openGaps(letter).length),
  };
}

/** An answer to each reporting unit of the last consolidation: a sheet each in one workbook, or a file each in a zip. */
export async function answerUnits(last: LastConsolidation, { on, language, as }: FeedbackManner): Promise<MadeOutcome> {
  if (last.kind !== "done") return refusalOf(last);
  const { period } = last.consolidation;
  const answers = makeFeedback(last, { on, language });
  const bytesOf = (some: readonly Feedback[]): Promise<Uint8Array> => writeWorkbook(feedbackBook(last, some, language));
  const said = made.feedback(answers.length, unitsWithoutFindings(last));
  if (as === "book") {
    return {
      kind: "made",
      file: { fileName: `phieu-phan-hoi-${period.id}.xlsx`, bytes: await bytesOf(answers) },
      said,
    };
  }
  const files = [];
  for (const answer of answers) {
    files.push({ fileName: `phieu-${reportFileName(answer.unit, period)}`, bytes: await bytesOf([answer]) });
  }
  return { kind: "made", file: { fileName: `phieu-phan-hoi-${period.id}.zip`, bytes: writeZip(files) }, said };
}
