import type { LetterBlock } from "../../core/letter";
import type { Indicator } from "../../core/plan/plan";
import { totalOf } from "../../core/progress/exact";
import { cellOf, figureOf, textOf } from "../../core/reading/reading";
import { progressIn } from "../../core/reading/reading-progress";
import type { Status } from "../../core/progress/status";
import { shown } from "../../core/show-number";
import { amountPhrase } from "../../words/letter-sentences";
import { aheadWords, reportWords, saidBy, troubleWords } from "../../words/letter-words";
import {
  heading,
  item,
  mainTotals,
  namesOf,
  open,
  paragraph,
  quotedWords,
  reportingUnits,
  type Telling,
} from "./telling";
import { statesOf } from "./work-section";

/** Section IV: who is behind in what, and what the units themselves say, with their names. */
export function troublesSection(telling: Telling): LetterBlock[] {
  const { language } = telling;
  const behind = behindLines(telling);
  const difficulties = difficultyLines(telling);
  const poverty = povertyCauses(telling);
  const notes = noteLines(telling);
  return [
    heading(1, reportWords.troubles[language]),
    heading(2, reportWords.behind[language]),
    ...(behind.length === 0 ? [paragraph(reportWords.noneBehind[language])] : behind.map((line) => item(line))),
    heading(2, reportWords.difficulties[language]),
    ...(difficulties.length === 0
      ? [paragraph(reportWords.noDifficulties[language])]
      : difficulties.map((line) => item(line))),
    heading(2, reportWords.causes[language]),
    ...(poverty === null ? [] : [item(poverty)]),
    ...(notes.length === 0 ? [] : [paragraph(reportWords.explained[language]), ...notes.map((line) => item(line))]),
    paragraph(open(reportWords.causesGap[language])),
  ];
}

/** What comes first is told by name; the rest stands in the tables. */
const toldFirst = 5;

/** Section V: what follows from the figures; the rest is the official's. */
export function aheadSection(telling: Telling): LetterBlock[] {
  const { consolidation, language } = telling;
  const slow = mainTotals(telling).filter(({ total }) => isBehind(total));
  const wanting = reportingUnits(telling).filter(({ reading, counts }) => reading === null || (counts?.error ?? 0) > 0);
  const idle = consolidation.plan.tasks.filter((task) => (statesOf(telling, task)[0] ?? 0) > 0);
  const bySlowness = [...slow].sort((one, other) => (one.total.progress ?? 0) - (other.total.progress ?? 0));
  const byIdleness = [...idle].sort(
    (one, other) => (statesOf(telling, other)[0] ?? 0) - (statesOf(telling, one)[0] ?? 0),
  );
  const first = (names: readonly string[]): string => names.slice(0, toldFirst).map(lowerFirst).join("; ");
  const more = (all: readonly unknown[]): number => Math.max(0, all.length - toldFirst);
  const lines = [
    ...(slow.length === 0
      ? []
      : [aheadWords.indicators(first(bySlowness.map(({ indicator }) => indicator.name[language])), more(slow))]),
    ...(idle.length === 0 ? [] : [aheadWords.tasks(first(byIdleness.map(({ name }) => name[language])), more(idle))]),
    ...(wanting.length === 0
      ? []
      : [
          aheadWords.reports(
            namesOf(
              telling,
              wanting.map(({ unit }) => unit.code),
            )[language],
          ),
        ]),
  ];
  const { issuer, levels } = consolidation.plan;
  return [
    heading(1, reportWords.ahead[language]),
    heading(2, reportWords.aheadItself[language]),
    ...lines.map((line) => item(line[language])),
    paragraph(open(aheadWords.next[language])),
    heading(2, reportWords.proposals[language]),
    paragraph(open(reportWords.proposalsGap[language])),
    paragraph(reportWords.end(issuer, levels[1].receivingBody)[language]),
  ];
}

/** Beyond these a line names how many more there are. */
const unitsInALine = 5;

function behindLines(telling: Telling): string[] {
  const { consolidation, language } = telling;
  const { plan } = consolidation;
  const byUnit = reportingUnits(telling).flatMap(({ unit, reading }) =>
    reading ? progressIn(plan, reading).map((progress) => ({ unit: unit.code, progress })) : [],
  );
  return mainTotals(telling).flatMap(({ indicator }) => {
    const slow = byUnit
      .filter(({ progress }) => progress.code === indicator.code && isBehind(progress))
      .sort((one, other) => (one.progress.progress ?? 0) - (other.progress.progress ?? 0));
    if (slow.length === 0) return [];
    const named = slow.slice(0, unitsInALine).map(({ unit, progress }) => {
      const value = amountPhrase(indicator, progress.value)[language];
      return `${namesOf(telling, [unit])[language]} (${value})`;
    });
    return [behindLine(telling, indicator, { named, all: slow.length })];
  });
}

function behindLine(
  { language }: Telling,
  indicator: Indicator,
  { named, all }: { readonly named: readonly string[]; readonly all: number },
): string {
  return troubleWords.behind(indicator.name, named.join(", "), { all, more: all - named.length })[language];
}

function isBehind({ status }: { readonly status: Status }): boolean {
  return status === "behind" || status === "not-met";
}

/** What units write beside a task; those who write the same stand together. */
function difficultyLines(telling: Telling): string[] {
  const { consolidation, language } = telling;
  return consolidation.plan.tasks.flatMap((task) => {
    const said = saidTogether(telling, (reading) =>
      textOf(cellOf(reading, "tasks", { code: task.code, key: "difficulty" })),
    );
    return said === "" ? [] : [`${task.name[language]}: ${said}.`];
  });
}

/** What units write beside their figures. */
function noteLines(telling: Telling): string[] {
  const { consolidation, language } = telling;
  return consolidation.plan.elements.flatMap(({ code, label }) => {
    const said = saidTogether(telling, (reading) => textOf(cellOf(reading, "elements", { code, key: "note" })));
    return said === "" ? [] : [`${label[language]}: ${said}.`];
  });
}

function saidTogether(telling: Telling, wordsOf: (reading: Parameters<typeof cellOf>[0]) => string): string {
  const units = new Map<string, string[]>();
  for (const { unit, reading } of reportingUnits(telling)) {
    const words = reading ? quotedWords(wordsOf(reading)) : "";
    if (words === "") continue;
    units.set(words, [...(units.get(words) ?? []), unit.code]);
  }
  return [...units].map(([words, codes]) => saidBy(words, namesOf(telling, codes)[telling.language])).join("; ");
}

const causesTold = 5;

/** The causes of poverty that most households have. */
function povertyCauses(telling: Telling): string | null {
  const { consolidation, language } = telling;
  const counted = (consolidation.plan.shortfalls?.causes ?? []).flatMap(({ code, label }) => {
    const figures = reportingUnits(telling).map(({ reading }) =>
      reading ? figureOf(cellOf(reading, "shortfalls", { code, key: "poor" })) : null,
    );
    const count = totalOf(figures);
    return count === null || count === 0 ? [] : [{ label, count }];
  });
  if (counted.length === 0) return null;
  const most = [...counted].sort((one, other) => other.count - one.count).slice(0, causesTold);
  const list = most.map(({ label, count }) => troubleWords.households(label, shown(count))[language]).join("; ");
  return reportWords.poverty(list)[language];
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
