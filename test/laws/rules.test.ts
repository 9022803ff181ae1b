import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { tablesOf } from "../../src/core/form/commune-tables";
import { languages } from "../../src/core/language";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import type { Finding } from "../../src/core/finding";
import { acrossRules } from "../../src/core/rules/across-rules";
import { columnName } from "../../src/core/rules/naming/column-names";
import { fileRules } from "../../src/core/rules/file-rules";
import { say } from "../../src/core/rules/say";
import { withinRules } from "../../src/core/rules/within-rules";
import type { Unreadable } from "../../src/core/snapshot";
import { small, truongNguyen, yenChau } from "../plans/opened";
import { examplesIn } from "./drawn-page";
import { drawnReports } from "./drawn-reports";
import { drawnBook } from "./drawn-summary";

const root = new URL("../../", import.meta.url);
const rules = [...fileRules, ...withinRules, ...acrossRules];
const families = { file: fileRules, within: withinRules, across: acrossRules };

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

function pageOf(rule: string): string {
  return readFileSync(new URL(`docs/rules/${rule}.md`, root), "utf8");
}

function findingsIn(kind: "form" | "summary", lines: readonly string[]): readonly Finding[] {
  const { picture, occasion } = drawnBook(kind, lines);
  return review(small, picture, occasion).findings;
}

function findingsAcross(lines: readonly string[]): readonly Finding[] {
  const { plan, reviews } = drawnReports(lines);
  return merge(plan, reviews).findings;
}

function findingsOf(rule: string): Finding[] {
  const found = examplesIn(pageOf(rule)).flatMap(({ kind, lines }) =>
    kind === "reports" ? findingsAcross(lines) : findingsIn(kind, lines),
  );
  return found.filter((finding) => finding.rule === rule);
}

describe("the lists of rules", () => {
  it.each(Object.entries(families))("%s: every file is in the list, under its own name", (family, list) => {
    const files = namesIn(`src/core/rules/${family}/`, ".ts").sort();
    expect(list.map(({ id }) => id).sort()).toEqual(files);
    const imported = [
      ...readFileSync(new URL(`src/core/rules/${family}-rules.ts`, root), "utf8").matchAll(/"\.\/\w+\/([a-z-]+)"/g),
    ];
    expect(list.map(({ id }) => id)).toEqual(imported.map(([, name]) => name));
  });

  it("are what the script makes of the files, and so is the list in the docs", () => {
    const script = fileURLToPath(new URL("scripts/new-rule.mjs", root));
    const { status, stdout } = spawnSync(process.execPath, [script, "--lists", "--check"], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it("name each rule once, and each has its page", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const pages = namesIn("docs/rules/", ".md").filter((page) => page !== "README" && page !== "examples");
    expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
  });
});

/** What programmers call things, and what JavaScript writes where something is missing. */
const neverSaid = {
  vi: /undefined|NaN|\bnull\b|\[object|_|\b[pn][1-9]\b|\b(baseline|actual|households|poor|planned|allocated|numerator)\b/,
  en: /undefined|NaN|\bnull\b|\[object|_|\b[pn][1-9]\b/,
};

describe.each(rules)("$id", ({ id, severity, title }) => {
  const findings = findingsOf(id);
  const page = pageOf(id);

  it("has the severity that its page says", () => {
    const [, said] = /^_(error|warning|note)_ · /m.exec(page) ?? [];
    expect(said).toBe(severity);
    expect(findings.every((finding) => finding.severity === severity)).toBe(true);
  });

  it("is titled with the sentence that its page begins with", () => {
    expect(page).toContain(` · ${title.vi}\n`);
    expect(page).toContain(` · ${title.en}\n`);
  });

  it("is found in its examples, by plain facts", () => {
    expect(findings.length).toBeGreaterThan(0);
    for (const { facts } of findings) expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it.each(languages)("speaks whole sentences without a programmer's word (%s)", (language) => {
    for (const finding of findings) {
      for (const words of Object.values(say(finding, language))) {
        expect(words).toMatch(/^[\p{Lu}“].*[.?]$/u);
        expect(words).not.toMatch(neverSaid[language]);
        expect(words).not.toMatch(/ {2}|\.\.|\(\)|“”/);
      }
    }
  });

  it.each(languages)("gives the reason that its page gives (%s)", (language) => {
    for (const finding of findings) expect(page).toContain(say(finding, language).why);
  });
});

describe("words", () => {
  const reasons = [
    ...["empty", "not-a-zip", "old-xls", "encrypted", "csv-or-text", "html", "opendocument"],
    ...["binary-xlsb", "damaged", "too-large", "not-a-workbook", "not-found", "no-permission"],
  ] as readonly Unreadable["reason"][];

  it("[RD8] there are words of their own for every way in which a file cannot be read", () => {
    const said = reasons.map((reason) => {
      const [finding] = review(small, { file: "x.xlsx", reason, detail: "ENOENT" }).findings;
      return finding ? say(finding, "vi").what : "";
    });
    expect(new Set(said).size).toBe(reasons.length);
    for (const words of said) expect(words).toMatch(/^\p{Lu}.*\.$/u);
  });

  it("no rule is spoken for that there is not", () => {
    const [finding] = review(small, { file: "x.xlsx", reason: "empty", detail: "" }).findings;
    expect(() => finding && say({ ...finding, rule: "no-such-rule" }, "vi")).toThrow(RangeError);
  });

  it.each([yenChau, truongNguyen, small])("every column with figures has a name in both languages ($id)", (plan) => {
    const columns = tablesOf(plan, plan.units[0]?.code ?? "").flatMap((table) => table.columns);
    const spoken = columns.filter(({ key, content }) => content !== "label" && key !== "check");
    expect(spoken.length).toBeGreaterThan(20);
    for (const column of spoken) expect(columnName(column).en).toMatch(/^[a-z0-9 ,'()%-]+$/);
  });
});
