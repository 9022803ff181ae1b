import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Review } from "../core/finding";
import { isReading, readReport } from "../core/reading/read-report";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import { outcomes } from "../words/outcomes";
import { CannotBeDone } from "./cannot-be-done";
import { dataPackage, figureFiles, type Written } from "./data-package";
import { FigureParquet } from "./figure-parquet";
import { figureHeadings, figureLine, figuresIn, type Figure } from "./figure-table";
import { expandInputs, labelOf, type Input } from "./inputs";
import type { Outcome } from "./outcome";
import { progressBar } from "./progress-bar";
import { openInputs, pictureOf } from "./open-workbook";
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
  const told: Told = { files: [], unread: [], figures: 0 };
  const parquet = new FigureParquet();
  const csv = new Tally();
  // The reports are read once, while the first file is written: of thousands of them, no more is kept than is packed.
  async function* lines(): AsyncGenerator<Uint8Array> {
    yield csv.count(new TextEncoder().encode(figureHeadings));
    for await (const figures of readFigures(session, inputs, told)) {
      parquet.add(figures);
      yield csv.count(new TextEncoder().encode(figures.map(figureLine).join("")));
    }
    if (told.files.length === 0) throw new CannotBeDone(...complaintsOf(told.unread));
  }
  const packed = new Tally();
  const outputs = [
    { path: join(folder, figureFiles.csv), make: lines },
    { path: join(folder, figureFiles.parquet), make: () => packed.count(parquet.finish()) },
    {
      path: join(folder, figureFiles.description),
      make: () => {
        const described = dataPackage(plan, { csv: csv.written(), parquet: packed.written() });
        return new TextEncoder().encode(`${JSON.stringify(described, null, 2)}\n`);
      },
    },
  ];
  await writeFiles(outputs, { mayReplace, folders: [folder] });
  const { files, unread, figures } = told;
  const faults = complaintsOf(unread).map((sentence) => sentence[language]);
  return {
    code: unread.length > 0 ? 1 : 0,
    document: {
      version: 1,
      files: outputs.map(({ path }) => labelOf(path)),
      reports: files,
      figures,
      unread: unread.map(({ file }) => file),
    },
    lines: faults,
    faults,
    remarks: [outcomes.exported(figures, files.length, labelOf(folder))[language]],
  };
}

interface Told {
  readonly files: string[];
  /** What could not be read, with the reason among its findings. */
  readonly unread: Review[];
  figures: number;
}

/** The figures of one report after another; what there is to tell of them is added to `told`. */
async function* readFigures(
  session: Session,
  inputs: readonly Input[],
  told: Told,
): AsyncGenerator<readonly Figure[], void> {
  const { plan } = session;
  const bar = progressBar(session, outcomes.reading, inputs.length);
  try {
    for await (const { input, opened } of openInputs(inputs)) {
      const reading = "snapshot" in opened ? readReport(plan, opened.snapshot) : opened;
      if (isReading(reading)) {
        const figures = figuresIn(plan, reading);
        told.files.push(input.label);
        told.figures += figures.length;
        yield figures;
      } else {
        told.unread.push(review(plan, pictureOf(opened)));
      }
      bar.tick();
    }
  } finally {
    bar.stop();
  }
}

/** Counts what goes by. */
class Tally {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  count(bytes: Uint8Array): Uint8Array {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    return bytes;
  }

  written(): Written {
    return { bytes: this.#bytes, hash: this.#hash.digest("hex") };
  }
}
