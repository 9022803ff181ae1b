import { join } from "node:path";
import type { Review } from "../core/finding";
import { isReading, readReport } from "../core/reading/read-report";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import { outcomes } from "../words/outcomes";
import { CannotBeDone } from "./cannot-be-done";
import { dataPackage, figureHeadings, figureLines, figuresFile } from "./figure-table";
import { expandInputs, labelOf, type Input } from "./inputs";
import type { Outcome } from "./outcome";
import { progressBar } from "./progress-bar";
import { openWorkbook, type Opened } from "./open-workbook";
import type { Session } from "./session";
import { writeFiles } from "./write-files";

export interface ExportRequest {
  readonly given: readonly string[];
  readonly folder: string;
  readonly mayReplace: boolean;
}

/** `export FILE... -o DIR`: the figures of reports as one tidy table, with a description that programs understand. */
export async function exportFigures(session: Session, request: ExportRequest): Promise<Outcome> {
  const { plan, language } = session;
  const { given, folder, mayReplace } = request;
  const inputs = await expandInputs(given);
  const { lines, files, unread } = await readFigures(session, inputs);
  const sentences = complaintsOf(unread);
  if (files.length === 0) throw new CannotBeDone(...sentences);
  const csv = new TextEncoder().encode(figureHeadings + lines.join(""));
  const described = new TextEncoder().encode(`${JSON.stringify(dataPackage(plan, csv), null, 2)}\n`);
  const outputs = [
    { path: join(folder, figuresFile), make: () => csv },
    { path: join(folder, "datapackage.json"), make: () => described },
  ];
  await writeFiles(outputs, { mayReplace, folders: [folder] });
  const faults = sentences.map((sentence) => sentence[language]);
  return {
    code: unread.length > 0 ? 1 : 0,
    document: {
      version: 1,
      files: outputs.map(({ path }) => labelOf(path)),
      reports: files,
      figures: lines.length,
      unread: unread.map(({ file }) => file),
    },
    lines: faults,
    faults,
    remarks: [outcomes.exported(lines.length, files.length, labelOf(folder))[language]],
  };
}

interface Figures {
  readonly lines: readonly string[];
  readonly files: readonly string[];
  /** What could not be read, with the reason among its findings. */
  readonly unread: readonly Review[];
}

/** Only lines are kept of each file: there may be thousands of them. */
async function readFigures(session: Session, inputs: readonly Input[]): Promise<Figures> {
  const { plan } = session;
  const bar = progressBar(session, outcomes.reading, inputs.length);
  const lines: string[] = [];
  const files: string[] = [];
  const unread: Review[] = [];
  try {
    for (const { path, label, absence } of inputs) {
      const opened: Opened =
        absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
      const reading = "snapshot" in opened ? readReport(plan, opened.snapshot) : opened;
      if (isReading(reading)) {
        lines.push(...figureLines(plan, reading));
        files.push(label);
      } else {
        unread.push(review(plan, "snapshot" in opened ? opened.snapshot : opened));
      }
      bar.tick();
    }
  } finally {
    bar.stop();
  }
  return { lines, files, unread };
}
