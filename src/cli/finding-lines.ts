import type { Finding } from "../core/finding";
import type { Language } from "../core/language";
import { excerpt } from "../core/rules/naming/excerpt";
import { say } from "../core/rules/say";
import { severityMarks } from "../words/statuses";
import { mendWords } from "../words/mends";
import { checkWords, tableWords } from "../words/outcomes";

/** Findings by sheet and rule: each with its mark, cell and words; reasons that a rule's findings share stand once. */
export function findingLines(findings: readonly Finding[], language: Language): string[] {
  return [...grouped(findings, ({ sheet }) => sheet ?? "")].flatMap(([sheet, own]) => [
    `  ${sheet === "" ? checkWords.wholeFile[language] : sheet}`,
    ...[...grouped(own, ({ rule }) => rule)].flatMap(([, ofRule]) => ruleLines(ofRule, language)),
  ]);
}

/** One line a finding, without reasons. */
export function shortLine(finding: Finding, language: Language): string {
  const place = [finding.sheet, finding.cell].filter((part) => part !== null).join("!");
  const { what } = say(finding, language);
  return `${severityMarks[finding.severity]} ${place === "" ? "" : `${place}  `}${what}`;
}

const shownForEachFile = 3;

/** A file and its first findings, a line each. */
export function fileLines(file: string, findings: readonly Finding[], language: Language): string[] {
  const hidden = findings.length - shownForEachFile;
  return [
    `  ${file}`,
    ...findings.slice(0, shownForEachFile).map((finding) => `    ${shortLine(finding, language)}`),
    ...(hidden > 0 ? [`    ${tableWords.more(hidden, `plan-monitor check "${file}"`)[language]}`] : []),
  ];
}

function ruleLines(findings: readonly Finding[], language: Language): string[] {
  const said = findings.map((finding) => ({ finding, ...say(finding, language) }));
  const whyLine = ({ why }: Said): string => `        ${checkWords.why[language]}: ${why}`;
  const todoLine = ({ todo }: Said): string => `        ${checkWords.todo[language]}: ${todo}`;
  const reasons = [whyLine, todoLine];
  const isShared = (line: (one: Said) => string): boolean => new Set(said.map(line)).size === 1;
  return [
    ...said.flatMap((one) => [
      `    ${severityMarks[one.finding.severity]} ${one.finding.cell === null ? "" : `${one.finding.cell}  `}${one.what}`,
      ...mendLines(one.finding, language),
      ...reasonLines(one.finding, language),
      ...reasons.filter((line) => !isShared(line)).map((line) => line(one)),
    ]),
    ...said.slice(0, 1).flatMap((one) => reasons.filter(isShared).map((line) => line(one))),
  ];
}

/** What would put it right; where it could mean several things, each with the number by which it is chosen. */
function mendLines({ mends }: Finding, language: Language): string[] {
  const [first, ...others] = mends;
  if (!first) return [];
  if (first.isCertain && others.length === 0)
    return [`        → ${mendWords.becomes[language]}: ${first.becomes[language]}`];
  const ways = mends.map(({ becomes }, index) => `(${index + 1}) ${becomes[language]}`);
  return [`        → ${mendWords.maybe[language]}: ${ways.join("; ")}`];
}

function reasonLines({ reason }: Finding, language: Language): string[] {
  return reason === null ? [] : [`        ${mendWords.reason[language]}: ${excerpt(reason, 200)}`];
}

type Said = ReturnType<typeof say>;

/** In the order in which the keys first come. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
