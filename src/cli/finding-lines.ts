import type { Finding } from "../core/finding";
import type { Language } from "../core/language";
import { say } from "../core/rules/say";
import { severityMarks } from "../words/statuses";
import { checkWords } from "../words/outcomes";

/** Findings by sheet and rule: each with its mark, cell and words; why and what to do once, where they are the same. */
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

function ruleLines(findings: readonly Finding[], language: Language): string[] {
  const said = findings.map((finding) => ({ finding, ...say(finding, language) }));
  return [...grouped(said, ({ why, todo }) => `${why}\n${todo}`)].flatMap(([, alike]) => [
    ...alike.map(({ finding: { severity, cell }, what }) => {
      return `    ${severityMarks[severity]} ${cell === null ? "" : `${cell}  `}${what}`;
    }),
    ...alike
      .slice(0, 1)
      .flatMap(({ why, todo }) => [
        `        ${checkWords.why[language]}: ${why}`,
        `        ${checkWords.todo[language]}: ${todo}`,
      ]),
  ]);
}

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
