import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { format, resolveConfig } from "prettier";
import { faultPage, rowOf } from "./fault-page";
import { trials, type Trial } from "./fault-trials";

const page = "docs/excel-faults.md";
const isWritten = process.env["WRITE_DOCS"] === "1";

/** What a person is to be told of each fault, where it is not put right without them. */
const kinds: Readonly<Record<string, string>> = {
  "sheet protected": "sheet-is-protected",
  "workbook read-only": "workbook-is-read-only",
  "cell being edited": "cell-is-being-edited",
  "cell being edited all along": "cell-is-being-edited",
  "request too large": "too-much-at-once",
  "answer too large": "too-much-at-once",
  "no answer, not done": "no-answer",
  "no answer, but done": "no-answer",
  // Then nobody can look, and the person is told so.
  "no answer any more": "no-answer!",
  "item gone": "item-is-gone",
  "Excel busy": "host-is-busy",
  "Excel busy all along": "host-is-busy",
  "cut off": "unknown",
};

describe("everything that can fail in Excel", () => {
  it("[ED2] [XL5] leaves the workbook as before or as after, and tells the right trouble", async () => {
    const all: Trial[] = [];
    for await (const trial of trials(isWritten ? Infinity : 3)) all.push(trial);
    const wrong = all.filter(({ operation, fault, workbook, told }) => {
      if (workbook === "between") return true;
      if (told === "done") return workbook !== "as after" && operation !== "read";
      const wanted = kinds[fault];
      return workbook !== "as before" || (told !== wanted && `${told}!` !== wanted);
    });
    expect(wrong).toEqual([]);
    if (isWritten) {
      const options = await resolveConfig(page);
      writeFileSync(page, await format(faultPage(all), { ...options, parser: "markdown" }));
    }
    const written = squeezed(readFileSync(page, "utf8"));
    const missing = all.filter((trial) => !sectionOf(written, trial.operation).includes(squeezed(rowOf(trial))));
    expect(missing).toEqual([]);
  }, 1_200_000);
});

/** Tables are padded. */
function squeezed(text: string): string {
  return text.replace(/ +/g, " ");
}

function sectionOf(text: string, operation: string): string {
  return text.split("\n## ").find((section) => section.startsWith(`${operation}\n`)) ?? "";
}
