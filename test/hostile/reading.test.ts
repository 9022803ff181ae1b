import { describe, expect, it } from "@jest/globals";
import { review } from "../../src/core/review";
import { canonicalReading } from "../../src/core/reading/canonical";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";
import { hostileFiles } from "./all-files";
import { cleanFile } from "./clean-file";
import type { Expected } from "./hostile-file";

const occasion = { on: "2022-06-30", earlier: [] };

/** What the bytes say, in the words of `Expected`. */
function outcomeOf(bytes: Uint8Array): Expected {
  const { outcome, reading, findings } = review(yenChau, readSnapshot("a.xlsx", bytes), occasion);
  if (outcome === "unreadable") {
    const [only] = findings;
    const reason = only?.rule === "file-is-a-workbook" ? only.facts["reason"] : undefined;
    return reason === undefined ? findings.map(({ rule }) => rule) : (reason as Expected);
  }
  const saying = reading === null ? "" : canonicalReading(reading);
  if (saying === clean.saying && findings.length === 0) return "same";
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

const { reading } = review(yenChau, readSnapshot("a.xlsx", cleanFile), occasion);
const clean = { saying: reading === null ? "" : canonicalReading(reading) };

describe.each(Object.entries(hostileFiles))("[RD8] %s", (_, files) => {
  it.each(files.map(({ file, make, expected }) => [file, expected, make] as const))("%s: %j", (_file, expected, make) => {
    expect(outcomeOf(make())).toEqual(expected);
  });
});
