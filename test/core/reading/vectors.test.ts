import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { readingDigest } from "../../../src/core/reading/canonical";
import { isUnreadable } from "../../../src/core/snapshot";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../../plans/opened";
import { itWithPython } from "../../proof/tools";

const root = new URL("../../../", import.meta.url);
const samples = yenChau.periods.flatMap(({ id }) =>
  readdirSync(new URL(`samples/${id}/`, root)).map((file) => `samples/${id}/${file}`),
);

function digestOf(path: string): string {
  const snapshot = readSnapshot(path, readFileSync(new URL(path, root)));
  const reading = isUnreadable(snapshot) ? null : readReport(yenChau, snapshot);
  if (!reading || !isReading(reading)) throw new Error(`${path} is no report.`);
  return readingDigest(reading);
}

function vectors(): Record<string, string> {
  const text = readFileSync(new URL("test/vectors/district.txt", root));
  const own = { "test/vectors/district.txt": createHash("sha256").update(text).digest("hex") };
  return { ...own, ...Object.fromEntries(samples.map((path) => [path, digestOf(path)])) };
}

describe("the test vectors", () => {
  it("[SE1] are the digests of the example in the docs and of the sample reports", () => {
    const url = new URL("test/vectors/digests.json", root);
    if (process.env["WRITE_DOCS"] === "1") writeFileSync(url, `${JSON.stringify(vectors(), null, 2)}\n`);
    const told = JSON.parse(readFileSync(url, "utf8")) as Record<string, string>;
    expect(told).toEqual(vectors());
    expect(Object.keys(told)).toHaveLength(samples.length + 1);
    const page = readFileSync(new URL("docs/canonical-reading.md", root), "utf8");
    expect(page).toContain(told["test/vectors/district.txt"]);
  });

  itWithPython("[SE1] another program, written from the docs alone, computes the same digests", () => {
    const python = process.env["PLAN_MONITOR_PYTHON"] ?? "python3";
    const said = execFileSync(python, ["-W", "ignore", "test/tools/digest.py", ...samples], {
      cwd: root,
      encoding: "utf8",
    });
    const others = JSON.parse(said) as Record<string, string>;
    expect(others).toEqual(Object.fromEntries(samples.map((path) => [path, digestOf(path)])));
  });
});
