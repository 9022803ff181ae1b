import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { canonicalReading } from "../../src/core/reading/canonical";
import type { Review } from "../../src/core/finding";
import { recalculate } from "../tools/libreoffice";
import { excelLike } from "../workbook/xlsx/excel-like";
import { opened, sampleFile } from "../worker/live";
import { bookChange, changedBook } from "./changes-of-books";
import { changedFile, fileChange } from "./changes-of-files";
import { changedFigure } from "./changed-figure";
import { roadOfBook, roadOfBytes, summaryWith, type Distance } from "./whole-road";

/* Each property is tried on a few drawings in the tests, on as many as time allows in `npm run fuzz`. */

const minutes = Number(process.env["FUZZ_MINUTES"] ?? 0);
const seed = Number(process.env["FUZZ_SEED"] ?? 267);
const few = { files: 20, books: 15, figures: 10 };

const openpyxl = new Uint8Array(readFileSync(new URL("../workbook/xlsx/files/openpyxl.xlsx", import.meta.url)));
const samples = [sampleFile("2022-H1", "04063"), sampleFile("with-faults", "04063"), sampleFile("2022-Y", "04063")];
const files = [...samples.map(({ bytes }) => bytes), excelLike(), openpyxl];
if (minutes > 0 && process.env["PLAN_MONITOR_SOFFICE"]) {
  files.push(...(await recalculate([samples[0]?.bytes ?? excelLike()], { trustStored: false })));
}

const distance = fc.constantFrom<Distance>("check", "check", "check", "mend", "consolidate");

/** Draws until the time is over, whatever is found, and tells all that was found. */
async function tried<Drawn>(property: fc.IAsyncProperty<Drawn>, runs: number): Promise<string[]> {
  if (minutes === 0) {
    await fc.assert(property, { seed, numRuns: runs });
    return [];
  }
  const until = Date.now() + (minutes * 60_000) / 3;
  const found = new Map<string, string>();
  let drawn = 0;
  for (let round = 0; Date.now() < until; round++) {
    const options = { seed: seed + round, numRuns: 200, interruptAfterTimeLimit: Math.max(1, until - Date.now()) };
    const outcome = await fc.check(property, options);
    drawn += outcome.numRuns;
    if (!outcome.failed || outcome.counterexample === null) continue;
    const message =
      outcome.errorInstance instanceof Error ? (outcome.errorInstance.stack ?? "") : String(outcome.errorInstance);
    const key = message.split("\n").slice(0, 3).join(" ").replace(/\d+/g, "0");
    if (found.has(key)) continue;
    found.set(key, message);
    process.stdout.write(`seed ${seed + round}: ${fc.stringify(outcome.counterexample)}\n${message}\n`);
  }
  process.stdout.write(`${drawn} drawings, ${found.size} kinds of failure\n`);
  return [...found.values()];
}

describe("[RD8] [AR2] whatever happens", () => {
  it("to the bytes and parts of a file, it is read or refused, checked, mended, consolidated; and nothing breaks", async () => {
    const drawn = fc.record({
      file: fc.nat(files.length - 1),
      changes: fc.array(fileChange, { minLength: 1, maxLength: 4 }),
      distance,
    });
    const property = fc.asyncProperty(drawn, async (of) => {
      const looked = await roadOfBytes(changedFile(files[of.file] ?? new Uint8Array(), of.changes), of.distance);
      if (of.distance === "consolidate") await summaryWith(looked);
    });
    expect(await tried(property, few.files)).toEqual([]);
  }, 36_000_000);

  const books = samples.map(opened);

  it("to the cells, rows, columns, sheets and names of a workbook, it is checked, mended, consolidated; and nothing breaks", async () => {
    const drawn = fc.record({
      book: fc.nat(books.length - 1),
      changes: fc.array(bookChange, { minLength: 1, maxLength: 6 }),
      distance,
    });
    const property = fc.asyncProperty(drawn, async (of) => {
      const book = books[of.book];
      if (!book) return;
      const { review } = roadOfBook(changedBook(book, of.changes), of.distance);
      if (of.distance === "consolidate") await summaryWith(review);
    });
    expect(await tried(property, few.books)).toEqual([]);
  }, 36_000_000);
});

describe("[RD8] a figure that is changed in the file", () => {
  const [clean] = samples;

  function told({ findings, reading }: Review): string {
    return JSON.stringify([findings, reading === null ? null : canonicalReading(reading)]);
  }

  it("is changed in the reading, or a finding says why", async () => {
    const bytes = clean?.bytes ?? new Uint8Array();
    const before = told(await roadOfBytes(bytes, "check"));
    const drawn = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      by: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0.5, 1e6, -1e5)),
    });
    const property = fc.asyncProperty(drawn, async ({ at, by }) => {
      expect(told(await roadOfBytes(changedFigure(bytes, at, by), "check"))).not.toBe(before);
    });
    expect(await tried(property, few.figures)).toEqual([]);
  }, 36_000_000);
});
