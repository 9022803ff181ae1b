import { taskStatuses } from "../../core/form/choices";
import type { LetterBlock, LetterTable } from "../../core/letter";
import type { Task } from "../../core/plan/plan";
import { allSources, commonRate, isHalf, type Allocation } from "../../core/progress/disbursement";
import { totalOf } from "../../core/progress/exact";
import { cellOf, figureOf, textOf, type Reading } from "../../core/reading/reading";
import { shown, shownFixed } from "../../core/show-number";
import { letterTables, reportWords, tasksCounted, tasksIntro, taskStates } from "../../words/letter-words";
import { gapRun, heading, item, namesOf, open, paragraph, reportingUnits, type Telling } from "./telling";

/** Section III: tasks by section of the plan, and funds by source. */
export function workSection(telling: Telling): LetterBlock[] {
  const { consolidation, language } = telling;
  const { plan } = consolidation;
  const noFunds = unitsWithoutFunds(telling);
  const unrated = unitsWithHalfFunds(telling);
  return [
    heading(1, reportWords.work[language]),
    ...(plan.tasks.length === 0
      ? []
      : [heading(2, reportWords.tasks[language]), paragraph(tasksIntro[language]), ...taskLines(telling)]),
    ...(plan.funds.length === 0
      ? []
      : [
          heading(2, reportWords.funds[language]),
          fundsTable(telling),
          ...(noFunds.length === 0 ? [] : [item(gapRun(telling, noFunds, reportingUnits(telling).length))]),
          ...(unrated.length === 0 ? [] : [item(open(reportWords.unrated(namesOf(telling, unrated))[language]))]),
        ]),
  ];
}

/** How many units say each state of a task, in the order of the form's list. */
export function statesOf(telling: Telling, { code }: Task): number[] {
  const said = reportingUnits(telling).flatMap(({ reading }) =>
    reading ? [textOf(cellOf(reading, "tasks", { code, key: "status" })).toLowerCase()] : [],
  );
  return taskStatuses.map((status) => said.filter((one) => one === status.toLowerCase()).length);
}

/** The states as a report tells them. */
const finishedFirst = [2, 1, 0, 3] as const;

function taskLines(telling: Telling): LetterBlock[] {
  const { consolidation, language } = telling;
  const { plan } = consolidation;
  const titles = new Map(plan.sections.map(({ id, title }) => [id, title[language]]));
  const sections = [...new Set(plan.tasks.map(({ section }) => section))];
  return sections.map((section) => {
    const states = plan.tasks.filter((task) => task.section === section).map((task) => statesOf(telling, task));
    const counts = finishedFirst.flatMap((index) => {
      const count = states.reduce((sum, one) => sum + (one[index] ?? 0), 0);
      return count === 0 ? [] : [`${taskStates[index]?.[language] ?? ""} ${shown(count)[language]}`];
    });
    const told = counts.length === 0 ? letterTables.none[language] : counts.join(", ");
    const title = titles.get(section) ?? section;
    return item(tasksCounted(title, states.length, told)[language]);
  });
}

const amounts = ["planned", "allocated", "disbursed"] as const;

/** One unit's amount of a source; null where it says none. */
export function amountOf(reading: Reading | null, code: string, key: string): number | null {
  return reading ? figureOf(cellOf(reading, "funds", { code, key })) : null;
}

export function amountText({ language }: Telling, amount: number | null): string {
  return amount === null ? "" : shown(amount, 3)[language];
}

/** "83,21": disbursed of what was allocated, over the units that say both of every source. */
export function rateText(
  { language }: Telling,
  readings: readonly (Reading | null)[],
  codes: readonly string[],
): string {
  const rate = commonRate(readings.map((reading) => allSources(allocationsOf(reading, codes))));
  return rate === null ? "" : shownFixed(rate)[language];
}

function allocationsOf(reading: Reading | null, codes: readonly string[]): Allocation[] {
  return codes.map((code) => ({
    allocated: amountOf(reading, code, "allocated"),
    disbursed: amountOf(reading, code, "disbursed"),
  }));
}

function fundsTable(telling: Telling): LetterTable {
  const { consolidation, language } = telling;
  const readings = reportingUnits(telling).map(({ reading }) => reading);
  const { funds } = consolidation.plan;
  const sums = (codes: readonly string[]): (number | null)[] =>
    amounts.map((key) => totalOf(readings.flatMap((reading) => codes.map((code) => amountOf(reading, code, key)))));
  const row = (label: string, codes: readonly string[], isTotal: boolean) => {
    const [planned = null, allocated = null, disbursed = null] = sums(codes);
    const figures = [planned, allocated, disbursed].map((amount) => amountText(telling, amount));
    return { cells: [label, ...figures, rateText(telling, readings, codes)], isTotal };
  };
  const right = "right" as const;
  return {
    kind: "table",
    caption: letterTables.fundsCaption[language],
    columns: [
      { heading: letterTables.source[language], width: 40, across: "left" },
      { heading: letterTables.planned[language], width: 15, across: right },
      { heading: letterTables.allocated[language], width: 15, across: right },
      { heading: letterTables.disbursed[language], width: 15, across: right },
      { heading: letterTables.rate[language], width: 15, across: right },
    ],
    rows: [
      ...funds.map(({ code, label }) => row(label[language], [code], false)),
      row(
        letterTables.total[language],
        funds.map(({ code }) => code),
        true,
      ),
    ],
  };
}

function unitsWithoutFunds(telling: Telling): string[] {
  const { funds } = telling.consolidation.plan;
  return reportingUnits(telling)
    .filter(({ reading }) => funds.every(({ code }) => amounts.every((key) => amountOf(reading, code, key) === null)))
    .map(({ unit }) => unit.code);
}

/** Units that say of some source what was allocated and not what was disbursed, or the other way round. */
function unitsWithHalfFunds(telling: Telling): string[] {
  const codes = telling.consolidation.plan.funds.map(({ code }) => code);
  return reportingUnits(telling)
    .filter(({ reading }) => allocationsOf(reading, codes).some(isHalf))
    .map(({ unit }) => unit.code);
}
