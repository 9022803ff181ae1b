import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Plan } from "../../../src/core/plan/plan";
import { canonicalReading, readingDigest } from "../../../src/core/reading/canonical";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import type { Reading } from "../../../src/core/reading/reading";
import { isUnreadable, type Snapshot, type Unreadable } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { root } from "../../laws/source-files";
import { small, yenChau } from "../../plans/opened";
import { itWithPython } from "../../proof/tools";
import { vectorBooks, type VectorBook } from "./vector-books";

const samples = yenChau.periods.flatMap(({ id }) =>
  readdirSync(join(root, "samples", id)).map((file) => `samples/${id}/${file}`),
);
const digestsFile = join(root, "test/vectors/digests.json");
/** After a change of the form or of the samples: WRITE_DOCS=1 npm test -- test/core/reading/vectors. */
const writes = process.env["WRITE_DOCS"] === "1";

function readingOf(plan: Plan, picture: Snapshot | Unreadable): Reading {
  const reading = isUnreadable(picture) ? picture : readReport(plan, picture);
  if (!isReading(reading)) throw new Error(`${picture.file} is no report.`);
  return reading;
}

function sampleDigest(path: string): string {
  return readingDigest(readingOf(yenChau, readSnapshot(path, readFileSync(join(root, path)))));
}

function textFile({ name }: VectorBook): string {
  return `test/vectors/${name}.txt`;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function digests(): Record<string, string> {
  const texts = vectorBooks
    .map(textFile)
    .map((path) => [path, createHash("sha256").update(textOf(path)).digest("hex")]);
  return Object.fromEntries([...texts, ...samples.map((path) => [path, sampleDigest(path)])]) as Record<string, string>;
}

/** What the program of test/tools says, which was written from the docs alone. */
function byAnotherProgram(...parameters: readonly string[]): string {
  const python = process.env["PLAN_MONITOR_PYTHON"] ?? "python3";
  return execFileSync(python, ["-W", "ignore", "test/tools/digest.py", ...parameters], { cwd: root, encoding: "utf8" });
}

describe.each(vectorBooks)("the text of $name", (vector) => {
  it("[SE1] is what the workbook says, in memory and as a file", async () => {
    const pictures = [snapshotOf(vector.book, ""), readSnapshot("", await writeWorkbook(vector.book))];
    const texts = pictures.map((picture) => canonicalReading(readingOf(small, picture)));
    if (writes) writeFileSync(join(root, textFile(vector)), texts[0] ?? "");
    expect(texts).toEqual([textOf(textFile(vector)), textOf(textFile(vector))]);
  });

  itWithPython("[SE1] is what another program, written from the docs alone, makes of the file", async () => {
    const room = mkdtempSync(join(tmpdir(), "plan-monitor-vector-"));
    try {
      const path = join(room, "book.xlsx");
      writeFileSync(path, await writeWorkbook(vector.book));
      expect(byAnotherProgram("--text", path)).toBe(textOf(textFile(vector)));
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
});

describe("the test vectors", () => {
  it("[SE1] are the digests of the texts and of the sample reports", () => {
    if (writes) writeFileSync(digestsFile, `${JSON.stringify(digests(), null, 2)}\n`);
    expect(JSON.parse(readFileSync(digestsFile, "utf8"))).toEqual(digests());
    expect(Object.keys(digests())).toHaveLength(32 + vectorBooks.length);
    const texts = readdirSync(join(root, "test/vectors")).filter((file) => file.endsWith(".txt"));
    expect(texts.map((file) => `test/vectors/${file}`)).toEqual(vectorBooks.map(textFile).sort());
  });

  it("are the worked example of docs/canonical-reading.md", () => {
    const page = textOf("docs/canonical-reading.md");
    const [, example = "", digest] = /```\n(canonical-reading 1\n[^`]*)```[^`]*```\n([0-9a-f]{64})\n/.exec(page) ?? [];
    expect(example.replaceAll("→", "\t")).toBe(textOf("test/vectors/district.txt"));
    expect(digest).toBe(createHash("sha256").update(textOf("test/vectors/district.txt")).digest("hex"));
  });

  itWithPython("[SE1] are what another program, written from the docs alone, computes", () => {
    const others = JSON.parse(byAnotherProgram(...samples)) as Record<string, string>;
    expect(others).toEqual(Object.fromEntries(samples.map((path) => [path, sampleDigest(path)])));
  });
});
