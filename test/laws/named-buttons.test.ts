import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Language } from "../../src/core/language";
import * as made from "../../src/words/made";
import * as frame from "../../src/words/pane/frame";
import * as panels from "../../src/words/pane/panels";
import * as workbench from "../../src/words/workbench";
import { summaryOf } from "../letters/summaries";

const sections = { vi: "Tiếng Việt", en: "English" } as const;

/** What begins with a capital only because a sentence does. */
const sentences = ["Bàn làm việc", "Chỗ bôi vàng"];

/** Every phrase of the pane and the workbench that is the same whatever happens. */
function phrasesIn(value: unknown, language: Language): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("vi" in value && "en" in value && typeof value[language] === "string") return [value[language]];
  return Object.values(value).flatMap((inner) => phrasesIn(inner, language));
}

/** What a guide prints in italics or bold, in one language. */
function stressedIn(page: string, language: Language): string[] {
  const [, after = ""] = readFileSync(page, "utf8").split(`\n## ${sections[language]}\n`);
  const text = (after.split("\n## ")[0] ?? "").replace(/`[^`]*`/g, "").replace(/\]\([^)]*\)/g, "]");
  return [...text.matchAll(/\*\*([^*]+)\*\*|(?<![\w])_([^_]+)_(?![\w])/g)].map(
    ([, bold, italic]) => bold ?? italic ?? "",
  );
}

describe.each(["vi", "en"] as const)("the guides in %s", (language) => {
  it.each(["docs/guide-commune.md", "docs/guide-district.md"])(
    "%s names buttons, sheets and columns as they are",
    async (page) => {
      const { sheets } = (await summaryOf("2022-H1")).summary;
      const cells = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
      const headings = cells.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
      const phrases = phrasesIn({ ...frame, ...panels, ...made, ...workbench }, language);
      const known = [...phrases, ...sheets.map(({ name }) => name), ...headings, ...sentences];
      const stressed = [...new Set(stressedIn(page, language))].filter((words) => /^\p{Lu}/u.test(words));
      expect(stressed.length).toBeGreaterThan(15);
      // Some say more in brackets.
      const isKnown = (words: string): boolean => known.some((one) => one === words || one.startsWith(`${words} (`));
      expect(stressed.filter((words) => !isKnown(words))).toEqual([]);
    },
  );
});

describe("a button that is not there", () => {
  it("would be seen", () => {
    expect(phrasesIn(frame, "en")).toContain("Mend all");
    expect(phrasesIn(frame, "en")).not.toContain("Mend everything");
    expect(stressedIn("docs/guide-commune.md", "en")).toContain("Mend all");
  });
});
