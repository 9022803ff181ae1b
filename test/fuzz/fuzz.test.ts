import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { nodeCodec } from "../../src/cli/node-codec";
import type { Review } from "../../src/core/finding";
import { canonicalReading } from "../../src/core/reading/canonical";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { recalculate } from "../tools/libreoffice";
import { excelLike } from "../workbook/xlsx/excel-like";
import { opened, sampleFile } from "../worker/live";
import { bookChange, changedBook } from "./changes-of-books";
import { changedFile, fileChange } from "./changes-of-files";
import { figureChanger, type Becomes } from "./changed-figure";
import { great, harmed, littleFiles } from "./lands";
import { share } from "./share";
import { isLong, tried } from "./tried";
import { roadOfBook, roadOfBytes, summaryWith, type Distance } from "./whole-road";

/* Each property is tried on a few drawings in the tests, on as many as time allows in `npm run fuzz`. */

const openpyxl = new Uint8Array(readFileSync(new URL("../workbook/xlsx/files/openpyxl.xlsx", import.meta.url)));
const little = await littleFiles();
const [clean = harmed(great, excelLike())] = little;
const strange = [excelLike(), openpyxl, ...(await fromOffice())].map((bytes) => harmed(clean.land, bytes));
const samples = [sampleFile("2022-H1", "04063"), sampleFile("with-faults", "04063"), sampleFile("2022-Y", "04063")];
const large = samples.map(({ bytes }) => harmed(great, bytes));

/** A report as LibreOffice saves it, where there is one. */
async function fromOffice(): Promise<readonly Uint8Array[]> {
  return isLong && process.env["PLAN_MONITOR_SOFFICE"] ? recalculate([clean.bytes], { trustStored: false }) : [];
}

/** The whole plan takes ten times as long as the small one, and a summary ten times as long as a report. */
const file = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...little) },
  { weight: 5, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.constantFrom(...large) },
);
const distance = fc.oneof(
  { weight: 28, arbitrary: fc.constant<Distance>("check") },
  { weight: 10, arbitrary: fc.constant<Distance>("mend") },
  { weight: 1, arbitrary: fc.constant<Distance>("consolidate") },
);

describe("[RD8] [AR2] whatever happens", () => {
  it("to the bytes and parts of a file, it is read or refused, checked, mended, consolidated; and nothing breaks", async () => {
    const drawn = fc.record({ file, changes: fc.array(fileChange, { minLength: 1, maxLength: 4 }), distance });
    const found = await tried({
      drawn: drawn.map(named),
      road: async ({ of }) => {
        const bytes = changedFile(of.file, of.changes);
        const looked = await roadOfBytes(of.file.land, bytes, of.distance);
        if (of.distance === "consolidate") await summaryWith(of.file.land, looked);
        // The command line and the pane unpack differently, and must see the same.
        const isInBytes = of.changes.some(({ kind }) => kind !== "part");
        if (isInBytes && !isDeepStrictEqual(readSnapshot("", bytes), readSnapshot("", bytes, nodeCodec))) {
          throw new Error("the ways to unpack disagree");
        }
      },
      few: 60,
      share: 0.4,
    });
    expect(found).toEqual([]);
  }, 36_000_000);

  it("to the cells, rows, columns, sheets and names of a workbook, it is checked, mended, consolidated; and nothing breaks", async () => {
    const drawn = fc.record({ file, changes: fc.array(bookChange, { minLength: 1, maxLength: 6 }), distance });
    const books = new Map(
      [...little, ...strange, ...large].map(({ bytes }) => [bytes, opened({ name: "a.xlsx", bytes })]),
    );
    const found = await tried({
      drawn: drawn.map(named),
      road: async ({ of }) => {
        const book = books.get(of.file.bytes);
        if (!book) throw new Error("no book");
        const { review } = roadOfBook(of.file.land, changedBook(book, of.changes), of.distance);
        if (of.distance === "consolidate") await summaryWith(of.file.land, review);
      },
      few: 60,
      share: 0.4,
    });
    expect(found).toEqual([]);
  }, 36_000_000);
});

/** A drawing that prints as its changes and the name of its workbook, not as all its bytes. */
function named<Drawn extends { readonly file: (typeof little)[number]; readonly changes: readonly unknown[] }>(
  of: Drawn,
): { readonly of: Drawn; readonly [fc.toStringMethod]: () => string } {
  const all = [...little, ...strange, ...large];
  return {
    of,
    [fc.toStringMethod]: () => fc.stringify({ ...of, file: all.indexOf(of.file) }),
  };
}

describe("[RD8] a figure that is changed in the file", () => {
  function told({ findings, reading }: Review): string {
    return JSON.stringify([findings, reading === null ? null : canonicalReading(reading)]);
  }

  it("is changed in the reading, or a finding says why", async () => {
    const before = told(await roadOfBytes(clean.land, clean.bytes, "check"));
    const changed = figureChanger(clean);
    const drawn = fc.record({
      at: share,
      becomes: fc.oneof(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom<Becomes>(0.5, 1e6, -1e5, 1e-9, null, "x", "1.234", " "),
      ),
    });
    const found = await tried({
      drawn,
      road: async ({ at, becomes }) => {
        const after = told(await roadOfBytes(clean.land, changed(at, becomes), "check"));
        if (after === before) throw new Error(`silence about ${String(becomes)}`);
      },
      few: 30,
      share: 0.2,
    });
    expect(found).toEqual([]);
  }, 36_000_000);
});
