import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Language } from "../../src/core/language";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import { isUnreadable } from "../../src/core/snapshot";
import { writeLetter } from "../../src/document/docx/write-letter";
import { feedbackBook, makeFeedback } from "../../src/letters/feedback/make-feedback";
import { reportOfSummary } from "../../src/letters/report/write-report";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { toText } from "../tools/libreoffice";
import { validate } from "../tools/validator";
import { opened, sampleFiles } from "../worker/live";
import { actingTexts, mark, withText, wordTexts } from "./acting-texts";

const on = "2022-06-30";
const texts = [...wordTexts, ...actingTexts.slice(0, 6)];
const languages: readonly Language[] = ["vi", "en"];
const inOffice = process.env["PLAN_MONITOR_SOFFICE"] ? it : it.skip;
const withValidator = process.env["OOXML_VALIDATOR_CLI"] ? it : it.skip;
const room = mkdtempSync(join(tmpdir(), "plan-monitor-letters-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Every unit says another acting text wherever people write. */
const reviews = sampleFiles("2022-H1")
  .slice(0, texts.length)
  .map((file, index) => review(yenChau, withText(opened(file), texts[index] ?? ""), { on, earlier: [] }));
const { consolidation, findings } = merge(yenChau, reviews, { allowsErrors: true });
if (!consolidation) throw new Error("nothing to consolidate");
const summary = readSnapshot("a.xlsx", await writeWorkbook(makeSummary(consolidation)));
if (isUnreadable(summary)) throw new Error(summary.detail);

const reports = new Map<Language, Uint8Array>();
const answers = new Map<Language, Uint8Array>();
for (const language of languages) {
  const letter = reportOfSummary(yenChau, summary, { on, language });
  if (!letter) throw new Error("the summary is not read");
  reports.set(language, await writeLetter(letter));
  const answered = { consolidation, reviews, findings };
  answers.set(
    language,
    await writeWorkbook(feedbackBook(answered, makeFeedback(answered, { on, language }), language)),
  );
}

function partsOf(bytes: Uint8Array | undefined): (readonly [name: string, text: string])[] {
  return Object.entries(bytes ? unzipSync(bytes) : {}).map(([name, part]) => [name, strFromU8(part)] as const);
}

describe.each(languages)("[ED7] acting texts of reports in the official report (%s)", (language) => {
  const parts = partsOf(reports.get(language));
  const document = parts.find(([name]) => name === "word/document.xml")?.[1] ?? "";

  it("stand there as texts", () => {
    const runs = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
    const quoted = runs.join("\n");
    expect(quoted.split(mark).length - 1).toBe(document.split(mark).length - 1);
    for (const said of [
      "{ DDEAUTO",
      "&lt;w:fldSimple w:instr=",
      "&lt;/w:t&gt;&lt;/w:r&gt;",
      "]]&gt;&amp;",
      `=1+1&amp;&quot;${mark}`,
    ]) {
      expect(quoted).toContain(said);
    }
  });

  it("are in no field, link, part, name or relationship", () => {
    const marked = parts.filter(([, text]) => text.includes(mark)).map(([name]) => name);
    expect(marked).toEqual(["word/document.xml"]);
    expect(document).not.toMatch(/<w:(?:fldSimple|hyperlink|fldChar|instrText|object|altChunk)\b/);
    for (const [name, text] of parts)
      expect({ name, leadsOut: text.includes('TargetMode="External"') }).toEqual({ name, leadsOut: false });
    const fields = parts.flatMap(([, text]) => text.match(/<w:instrText[^>]*>[^<]*/g) ?? []);
    expect(fields.filter((field) => !field.endsWith(">PAGE"))).toEqual([]);
    // No XML may hold a field's own marks.
    // eslint-disable-next-line no-control-regex
    expect(parts.filter(([, text]) => /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text))).toEqual([]);
  });
});

describe.each(languages)("[ED7] acting texts of reports in the answers to the units (%s)", (language) => {
  const parts = partsOf(answers.get(language));

  it("stand there as texts, and in no formula, link or name", () => {
    expect(parts.filter(([, text]) => text.includes(mark)).map(([name]) => name)).toEqual(["xl/sharedStrings.xml"]);
    expect(parts.flatMap(([, text]) => text.match(/<(?:f|hyperlink)\b[^>]*>/g) ?? [])).toEqual([]);
    for (const [name, text] of parts)
      expect({ name, leadsOut: text.includes('TargetMode="External"') }).toEqual({ name, leadsOut: false });
  });
});

withValidator("[ED7] both are what the Open XML SDK takes for sound files", async () => {
  const files = [...reports].map(([language, bytes]) => {
    const path = join(room, `${language}.docx`);
    writeFileSync(path, bytes);
    return path;
  });
  expect(await validate([...files, ...answers.values()])).toEqual([]);
});

inOffice(
  "[ED7] the report is opened by LibreOffice, which computes nothing of them and shows them as they were written",
  async () => {
    for (const text of await toText([...reports.values()])) {
      for (const said of wordTexts.slice(2)) expect(text).toContain(said);
      expect(text).toContain(texts[0]);
    }
  },
  180_000,
);
