import { describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { makeForm } from "../../src/core/form/make-form";
import { periodById } from "../../src/core/plan/lookups";
import { carriedOfUnit } from "../../src/core/consolidation/carried-of-unit";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { writeLetter } from "../../src/document/docx/write-letter";
import { feedbackBook, makeFeedback } from "../../src/letters/feedback/make-feedback";
import { reportOfSummary } from "../../src/letters/report/write-report";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import type { GivenFile, MadeOutcome } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";
import { yenChau } from "../plans/opened";
import { on, opened, sampleFiles } from "./live";

const clean = sampleFiles("2022-H1");
const manner = { on, language: "vi" } as const;

async function consolidated(files: readonly GivenFile[]) {
  const engine = makeEngine();
  await engine.consolidate({ files, book: null, allowsErrors: false, on }, () => undefined);
  const book = await engine.summaryBook();
  if (!book) throw new Error("no summary");
  return { engine, book: opened({ name: book.fileName, bytes: book.bytes }) };
}

const ofClean = consolidated(clean);

function fileOf(outcome: MadeOutcome) {
  if (outcome.kind === "refused") throw new Error(outcome.why.en);
  return { ...outcome.file, said: outcome.said.en };
}

describe("what is made of a summary, for the pane and the workbench", () => {
  it("is the report that the command line writes, to the byte", async () => {
    const { engine, book } = await ofClean;
    const { fileName, bytes, said } = fileOf(await engine.report(book, manner));
    const letter = reportOfSummary(yenChau, book, manner);
    if (!letter) throw new Error("no letter");
    expect(fileName).toBe("bao-cao-2022-H1.docx");
    expect(bytes).toEqual(await writeLetter(letter));
    expect(said).toMatch(/^The report is drafted; \d+ places marked yellow are left for you\.$/);
  });

  it("is an answer to each unit, with the sheets that the command line writes", async () => {
    const { engine } = await ofClean;
    const reviews = clean.map((file) => review(yenChau, opened(file), { on, earlier: [] }));
    const { consolidation, findings } = merge(yenChau, reviews);
    if (!consolidation) throw new Error("nothing");
    const answered = { consolidation, reviews, findings };
    const answers = makeFeedback(answered, manner);
    const book = fileOf(await engine.feedback({ ...manner, as: "book" }));
    expect(book.fileName).toBe("phieu-phan-hoi-2022-H1.xlsx");
    expect(book.bytes).toEqual(await writeWorkbook(feedbackBook(answered, answers, "vi")));
    const zip = fileOf(await engine.feedback({ ...manner, as: "files" }));
    const files = unzipSync(zip.bytes);
    expect(Object.keys(files)).toEqual(
      answers.map(({ unit }) => expect.stringMatching(`^phieu-${unit.code}-.*-2022-H1\\.xlsx$`)),
    );
    const [first] = answers;
    if (!first) throw new Error("no answer");
    expect(Object.values(files)[0]).toEqual(await writeWorkbook(feedbackBook(answered, [first], "vi")));
  });

  it("is a form of each unit for the next period, with what the reports that count carry over", async () => {
    const left = "04093";
    const { engine, book } = await consolidated(clean.filter(({ name }) => !name.startsWith(left)));
    const { fileName, bytes, said } = fileOf(await engine.nextForms(book, "en"));
    expect(fileName).toBe("bieu-mau-2022-Y.zip");
    expect(said).toContain("16 forms");
    expect(said).toContain("1 without a baseline");
    const { "read-me.txt": note, ...forms } = unzipSync(bytes);
    expect(strFromU8(note ?? new Uint8Array())).toMatch(/Xã Tú Nang: no earlier report/);
    const period = periodById(yenChau, "2022-Y");
    if (!period) throw new Error("no period");
    const reports = clean.flatMap((file) => {
      const reading = readReport(yenChau, opened(file));
      if (!isReading(reading)) throw new Error(file.name);
      return file.name.startsWith(left) ? [] : [{ reading, earlier: yenChau, label: file.name }];
    });
    const units = [...yenChau.units, yenChau.whole];
    expect(Object.keys(forms)).toHaveLength(units.length);
    for (const [index, unit] of units.entries()) {
      const carried = carriedOfUnit(yenChau, reports, { unit, period });
      expect(carried.kind).toBe(unit.code === left ? "nothing" : "carried");
      const contents = carried.kind === "carried" ? carried.contents : undefined;
      expect(Object.values(forms)[index]).toEqual(await writeWorkbook(makeForm(yenChau, { unit, period }, contents)));
    }
  });

  it("is nothing where there is no summary, no consolidation, no period after it", async () => {
    const engine = makeEngine();
    const [report] = clean;
    if (!report) throw new Error("no sample");
    const book = opened(report);
    const whole = consolidated(sampleFiles("2022-Y"));
    const why = async (outcome: Promise<MadeOutcome>) => {
      const made = await outcome;
      return made.kind === "refused" ? made.why.en : made.file.fileName;
    };
    expect(await why(engine.report(book, manner))).toContain("no summary by this plan");
    expect(await why(engine.nextForms(book, "vi"))).toContain("no summary by this plan");
    expect(await why(engine.feedback({ ...manner, as: "book" }))).toContain("Nothing was consolidated yet");
    expect(await why((await whole).engine.nextForms((await whole).book, "vi"))).toContain("no period after");
  });
});
