import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { filesBelow, nodesOf, parse, root } from "./source-files";

/** Laws that wait for a later version. */
const ofLaterVersions: readonly string[] = [];

const spec = readFileSync(join(root, "docs/spec.md"), "utf8");
const laws = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\* /gm)].map(([, law = ""]) => law);
const held = boldLawsIn(sectionOf("What this version holds"));
const told = testsTold(sectionOf("Where the laws are tested"));
const filesByLaw = testsByLaw();

function sectionOf(heading: string): string {
  const [, after = ""] = spec.split(`\n## ${heading}\n`);
  return after.split("\n## ")[0] ?? "";
}

/** "- AR1: [measure](../test/…), [said](../test/…)" by law; not every test need be told. */
function testsTold(text: string): Map<string, string[]> {
  return new Map(
    [...text.matchAll(/^- ([A-Z]{2}\d+): (.+(?:\n {2}.+)*)/gm)].map(([, law = "", links = ""]) => [
      law,
      [...links.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = ""]) => path),
    ]),
  );
}

/** "**ED1, ED2** and **AR1–AR3**" → ED1, ED2, AR1, AR2, AR3. */
function boldLawsIn(text: string): string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, words = ""]) =>
    [...words.matchAll(/([A-Z]{2})(\d+)(?:–\1(\d+))?/g)].flatMap(([, family = "", first, last]) => {
      const [from, to] = [Number(first), Number(last ?? first)];
      return Array.from({ length: to - from + 1 }, (_, index) => `${family}${from + index}`);
    }),
  );
}

/** The numbers that names of tests and rows of their tables bear: strings of the source, never its comments. */
function lawsNamedIn(source: ts.SourceFile): string[] {
  const strings = [...nodesOf(source)].filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateHead(node));
  return strings.flatMap(({ text }) => [...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, law = ""]) => law));
}

function testsByLaw(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const path of filesBelow("test").filter((name) => name.endsWith(".test.ts"))) {
    for (const law of new Set(lawsNamedIn(parse(path)))) files.set(law, [...(files.get(law) ?? []), path]);
  }
  return files;
}

describe("the laws of docs/spec.md", () => {
  it("stand there once each", () => {
    expect(laws.length).toBeGreaterThan(40);
    expect(laws.filter((law, index) => laws.indexOf(law) !== index)).toEqual([]);
  });

  it("are each either held by this version or left for a later one", () => {
    expect([...held, ...ofLaterVersions].sort()).toEqual([...laws].sort());
  });

  it("are each named by a test, those that this version holds", () => {
    const withoutTest = held.filter((law) => !filesByLaw.has(law));
    expect(withoutTest).toEqual([]);
  });

  it("name their tests, and those bear their numbers", () => {
    expect([...told.keys()].sort()).toEqual(expect.arrayContaining([...held].sort()));
    const wrong = [...told].map(([law, paths]) => ({
      law,
      without: paths.filter((path) => filesByLaw.get(law)?.includes(path) !== true),
    }));
    expect(wrong.filter(({ without }) => without.length > 0)).toEqual([]);
  });

  it("are the only numbers that tests bear", () => {
    const families = new Set(laws.map((law) => law.slice(0, 2)));
    const named = [...filesByLaw].filter(([law]) => families.has(law.slice(0, 2)) && !laws.includes(law));
    expect(named).toEqual([]);
  });

  it.each([
    ["ranges", "- **AR1–AR3** whole", ["AR1", "AR2", "AR3"]],
    ["lists", "**ED1, ED2** and, for files, **ED5**", ["ED1", "ED2", "ED5"]],
    ["nothing that is not bold", "Later: ED3, ED6", []],
  ])("reads %s of laws", (_, text, expected) => {
    expect(boldLawsIn(text)).toEqual(expected);
  });

  it("does not take a comment for a test", () => {
    expect(lawsNamedIn(parse("sample.test.ts", `// [AR1]\nit("[AR2] [AR3] …", () => {});`))).toEqual(["AR2", "AR3"]);
  });
});
