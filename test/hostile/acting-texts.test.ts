import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import type { Snapshot } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { makeRoom, run } from "../cli/program";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { opened, sampleFile } from "../worker/live";
import { snapshotOf } from "../workbook/xlsx/plain-snapshot";
import { actingTexts, mark, withText } from "./acting-texts";
import { cover, figures, fileWith } from "./clean-file";

const report = opened(sampleFile("2022-H1", "04063"));

/** The summary of reports that say nothing but this where people write. */
async function summaryOf(text: string): Promise<Uint8Array> {
  const reviews = [report, opened(sampleFile("2022-H1", "04066"))].map((book) => review(yenChau, withText(book, text)));
  const { consolidation } = merge(yenChau, reviews, { allowsErrors: true });
  if (!consolidation) throw new Error("nothing to consolidate");
  return writeWorkbook(makeSummary(consolidation));
}

function partsOf(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).map(([, part]) => strFromU8(part));
}

/** The texts of cells that bear the mark, whatever gives them. */
function markedTexts({ sheets }: Snapshot): string[] {
  const cells = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
  return cells.flatMap(({ value }) => (typeof value === "string" && value.includes(mark) ? [value] : []));
}

describe("[ED7] a text of a report in the summary", () => {
  it.each(actingTexts.filter((_, index) => [0, 6, 8].includes(index)))(
    "%j is in no formula, name, link or format, and stands there as a text",
    async (text) => {
      const bytes = await summaryOf(text);
      const parts = partsOf(bytes);
      const formulas = parts.flatMap(
        (part) => part.match(/<(?:f|formula\d?|definedName|hyperlink|sheet) ?[^>]*>[^<]*/g) ?? [],
      );
      expect(formulas.length).toBeGreaterThan(500);
      expect(formulas.filter((formula) => formula.includes(mark))).toEqual([]);
      expect(parts.filter((part) => part.includes("<Relationship ") && part.includes(mark))).toEqual([]);
      expect(markedTexts(readSnapshot("a.xlsx", bytes) as Snapshot).length).toBeGreaterThan(3);
    },
  );

  const office = process.env["PLAN_MONITOR_SOFFICE"] ? it : it.skip;

  office(
    "is computed by nobody: what LibreOffice saves holds the same texts",
    async () => {
      const files = await Promise.all(actingTexts.slice(0, 2).map(summaryOf));
      const saved = await recalculate(files, { trustStored: false });
      for (const [index, bytes] of saved.entries()) {
        const [before, after] = [files[index] ?? bytes, bytes].map((file) => new Set(markedTexts(snapshotOf(file))));
        expect(after).toEqual(before);
      }
    },
    180_000,
  );
});

describe("a text of a report on a terminal", () => {
  const room = makeRoom();
  const steering = "_x001B_]0;x_x0007__x001B_[2J\u009B31m\u202Eabc_x000D_\u2028";
  const inline = (at: string): string => `<c r="${at}" t="inlineStr"><is><t>${steering}</t></is></c>`;
  // Controls that break a line or end it are the program's own.
  // eslint-disable-next-line no-control-regex
  const steers = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

  it.each([
    [["check"]],
    [["check", "--json"]],
    [["consolidate", "-o", "out.xlsx", "--force"]],
    [["consolidate", "-o", "out.xlsx", "--force", "--json"]],
  ])("%j never steers it", async (parameters) => {
    const bytes = fileWith({
      [cover]: (text) =>
        text.replace(/<c r="C8"[^>]*>.*?<\/c>/, inline("C8")).replace(/<c r="C9"[^>]*>.*?<\/c>/, inline("C9")),
      [figures]: (text) => text.replace('<c r="F9" s="16"><v>1710</v></c>', inline("F9")),
    });
    const name = process.platform === "win32" ? "a.xlsx" : "a\u001B[31m\u009B.xlsx";
    writeFileSync(join(room, name), bytes);
    const { stdout, stderr } = await run([...parameters, name], room);
    expect(stdout + stderr).toContain("[2J");
    expect(steers.exec(stdout + stderr)).toBeNull();
    if (parameters.length === 2 && process.platform !== "win32") expect(stdout).toContain("\\u001b[31m\\u009b");
  });
});
