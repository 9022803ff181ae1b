import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Finding, Unevaluated } from "../../src/core/finding";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import { acrossRules } from "../../src/core/rules/across-rules";
import { fileRules } from "../../src/core/rules/file-rules";
import { say, sayUnevaluated } from "../../src/core/rules/say";
import { withinRules } from "../../src/core/rules/within-rules";
import { small } from "../plans/opened";
import { examplesIn } from "./drawn-page";
import { drawnReports } from "./drawn-reports";
import { drawnBook } from "./drawn-summary";
import { expectPage } from "./made-page";

const rules = [...fileRules, ...withinRules, ...acrossRules];

interface Said {
  readonly findings: readonly Finding[];
  readonly unevaluated: readonly Unevaluated[];
}

/** All that the examples of a rule's page make the program say of that rule. */
function saidOf(rule: string): Said {
  const page = readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), "utf8");
  const all = examplesIn(page).map(({ kind, lines }): Said => {
    if (kind === "reports") {
      const { plan, reviews } = drawnReports(lines);
      return merge(plan, reviews);
    }
    const { picture, occasion } = drawnBook(kind, lines);
    return review(small, picture, occasion);
  });
  return {
    findings: all.flatMap(({ findings }) => findings).filter((one) => one.rule === rule),
    unevaluated: all.flatMap(({ unevaluated }) => unevaluated).filter((one) => one.rule === rule),
  };
}

/** Two messages are alike when they differ in what they quote only. */
function shapeOf(text: string): string {
  return text
    .replace(/“[^”]*”/g, "“”")
    .replace(/\([^)]*\)/g, "()")
    .replace(/[\d.,]+/g, "0")
    .replace(/, (?:[^:]{1,40}):/, ":");
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item] as const).reverse()).values()].reverse();
}

const shownKinds = 6;

function section(rule: (typeof rules)[number]): string {
  const { findings, unevaluated } = saidOf(rule.id);
  const kinds = distinct(findings, (finding) => shapeOf(say(finding, "vi").what)).slice(0, shownKinds);
  const reasons = distinct(unevaluated, ({ because }) => because);
  return [
    `## [${rule.id}](rules/${rule.id}.md)`,
    `${rule.title.vi} – ${rule.title.en}`,
    ...kinds.map((finding) =>
      (["vi", "en"] as const)
        .map((language) => {
          const { what, why, todo } = say(finding, language);
          const mends = finding.mends.map(({ becomes, isCertain }) => `${isCertain ? "→" : "→?"} ${becomes[language]}`);
          const place = [finding.sheet, finding.cell].filter((part) => part !== null).join("!");
          const parts = [`**${what}**`, why, `_${todo}_`, ...mends];
          return `- ${language === "vi" && place !== "" ? `\`${place}\` ` : ""}${parts.join(" ")}`;
        })
        .join("\n"),
    ),
    ...reasons.map((one) => `- ? ${sayUnevaluated(one, "vi")} – ${sayUnevaluated(one, "en")}`),
  ].join("\n\n");
}

describe("the page of messages", () => {
  it("is what the rules say of their examples, in both languages", () => {
    const page = `<!-- Made by \`npm run docs\` from the rules and their examples. -->

# Mọi thông báo · every message

Mỗi quy tắc nói gì, bằng hai thứ tiếng, trên ví dụ của chính nó: điều gì sai, vì sao, cần làm gì; sau mũi tên → là giá trị sau khi sửa
(→? nghĩa là phải hỏi người dùng); sau dấu ? là lý do chưa đánh giá được.

What each rule says, in both languages, of its own examples: what is wrong, why, what to do; after the arrow → what it would
become (→? where a person is asked first); after ? why it could not be evaluated.

${rules.map(section).join("\n\n")}
`;
    expectPage("docs/messages.md", page);
  });

  it("has messages of every rule", () => {
    expect(rules.filter(({ id }) => saidOf(id).findings.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
