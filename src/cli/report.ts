import { extname } from "node:path";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import { writeLetter } from "../document/docx/write-letter";
import { openGaps } from "../letters/report/open-gaps";
import { reportOfSummary } from "../letters/report/write-report";
import { outcomes } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import type { Outcome } from "./outcome";
import { openWorkbook } from "./open-workbook";
import type { Session } from "./session";
import { checkFree, writeFiles } from "./write-files";

export interface ReportRequest {
  /** The summary workbook. */
  readonly file: string;
  readonly output: string;
  readonly mayReplace: boolean;
}

/** `report SUMMARY -o FILE.docx`: the official report, and what is left open in it. */
export async function makeReport(session: Session, { file, output, mayReplace }: ReportRequest): Promise<Outcome> {
  const { plan, language, on } = session;
  if (extname(output).toLowerCase() !== ".docx") throw new CannotBeDone(whatStops.letterOutput(labelOf(output)));
  await checkFree(output, mayReplace);
  const opened = await openWorkbook(file);
  if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
  const letter = reportOfSummary(plan, opened.snapshot, { on, language });
  if (!letter) throw new CannotBeDone(whatStops.notASummary(labelOf(file)));
  await writeFiles([{ path: output, make: () => writeLetter(letter) }], { mayReplace });
  const gaps = openGaps(letter);
  return {
    code: 0,
    document: { version: 1, file: labelOf(output), open: gaps },
    lines: [],
    faults: [],
    remarks: [outcomes.leftOpen(gaps.length)[language], outcomes.written(labelOf(output))[language]],
  };
}
