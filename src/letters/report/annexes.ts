import type { IndicatorTotal } from "../../core/consolidation/consolidation";
import type { LetterBars, LetterBlock, LetterTable } from "../../core/letter";
import { indicatorByCode, wholeLevel } from "../../core/plan/lookups";
import type { Indicator } from "../../core/plan/plan";
import { totalOf } from "../../core/progress/exact";
import type { Reading } from "../../core/reading/reading";
import { progressIn } from "../../core/reading/reading-progress";
import { shown, shownFixed } from "../../core/show-number";
import { letterTables, taskStates } from "../../words/letter-words";
import { wholePhrase } from "../../words/levels";
import { statusPhrases } from "../../words/statuses";
import { targetPhrase } from "../../words/targets";
import { percentPhrase, signedPhrase, valuePhrase } from "../../words/values";
import { reportingUnits, type Telling } from "./telling";
import { amountOf, amountText, rateText, statesOf } from "./work-section";

const small = 10;
const smallest = 9;

/** The tables behind the sentences, and the indicators as a chart. */
export function annexes(telling: Telling): LetterBlock[] {
  const { plan } = telling.consolidation;
  const chart = progressChart(telling);
  return [
    indicatorsTable(telling),
    ...(chart.bars.length === 0 ? [] : [chart]),
    ...unitTables(telling),
    ...(plan.tasks.length === 0 ? [] : [tasksTable(telling)]),
    ...(plan.funds.length === 0 ? [] : [unitFundsTable(telling)]),
  ];
}

function indicatorsTable(telling: Telling): LetterTable {
  const { consolidation, language } = telling;
  const groups = new Map(consolidation.plan.groups.map(({ id, name }) => [id, name[language]]));
  const words = letterTables;
  return {
    kind: "table",
    caption: words.annexIndicators(wholePhrase(wholeLevel(consolidation.plan).name), groups.size > 0)[language],
    size: small,
    columns: [
      { heading: words.order[language], width: 4, across: "center" },
      { heading: words.indicator[language], width: 34, across: "left" },
      { heading: words.target[language], width: 12, across: "right" },
      { heading: words.baseline[language], width: 8, across: "right" },
      { heading: words.value[language], width: 9, across: "right" },
      { heading: words.change[language], width: 9, across: "right" },
      { heading: words.progress[language], width: 8, across: "right" },
      { heading: words.status[language], width: 9, across: "center" },
      { heading: words.coverage[language], width: 7, across: "center" },
    ],
    rows: consolidation.indicators.flatMap((total) => {
      const indicator = indicatorByCode(consolidation.plan, total.code);
      if (!indicator) return [];
      const group = total.group === null || indicator.onlyGroup !== undefined ? "" : groups.get(total.group);
      const name = group ? `– ${group}` : indicator.name[language];
      return [{ cells: [group ? "" : total.code, name, ...figuresOf(telling, indicator, total)] }];
    }),
  };
}

/** Those of the whole that have a target, each once. */
function progressChart({ consolidation, language }: Telling): LetterBars {
  return {
    kind: "bars",
    caption: letterTables.annexChart[language],
    bars: consolidation.indicators.flatMap(({ code, group, progress }) => {
      const indicator = indicatorByCode(consolidation.plan, code);
      if (!indicator || progress === null || group !== (indicator.onlyGroup ?? null)) return [];
      const label = `${code} ${indicator.name[language]}`;
      return [{ label, percent: progress, text: percentPhrase(progress)[language] }];
    }),
  };
}

function figuresOf({ language }: Telling, indicator: Indicator, total: IndicatorTotal): string[] {
  const [have, all] = total.coverage;
  return [
    targetPhrase(indicator, total.target)[language],
    valuePhrase(indicator, total.baselineValue)[language],
    valuePhrase(indicator, total.value)[language],
    total.change === null ? "" : signedPhrase(indicator, total.change)[language],
    total.progress === null ? "" : percentPhrase(total.progress)[language],
    statusPhrases[total.status][language],
    `${have}/${all}`,
  ];
}

/** As many columns as a page turned sideways can hold. */
const unitsOnAPage = 15;
/** Beyond this nobody reads a table of units in a letter: the summary has it. */
const unitsInAnnex = 60;

function unitTables(telling: Telling): LetterTable[] {
  const { consolidation, language } = telling;
  const { plan } = consolidation;
  const units = reportingUnits(telling);
  if (units.length > unitsInAnnex) return [];
  const values = new Map(
    units.map(({ unit, reading }) => [
      unit.code,
      new Map((reading ? progressIn(plan, reading) : []).map(({ code, value }) => [code, value])),
    ]),
  );
  const totals = new Map(
    consolidation.indicators
      .filter(({ code, group }) => group === (indicatorByCode(plan, code)?.onlyGroup ?? null))
      .map((total) => [total.code, total.value]),
  );
  const asked = plan.indicators.filter(({ code }) => [...values.values()].some((own) => own.has(code)));
  const pages = Array.from({ length: Math.ceil(units.length / unitsOnAPage) }, (_, index) =>
    units.slice(index * unitsOnAPage, (index + 1) * unitsOnAPage),
  );
  return pages.map((page, index) => ({
    kind: "table",
    caption: letterTables.annexUnits(pages.length === 1 ? "" : ` (${index + 1}/${pages.length})`)[language],
    size: smallest,
    columns: [
      { heading: letterTables.indicator[language], width: 5, across: "center" as const },
      {
        heading: wholePhrase(wholeLevel(plan).name)[language],
        width: 95 / (page.length + 1),
        across: "right" as const,
      },
      ...page.map(({ unit }) => ({
        heading: unit.name,
        width: 95 / (page.length + 1),
        across: "right" as const,
      })),
    ],
    rows: asked.map((indicator) => ({
      cells: [
        indicator.code,
        figure(telling, indicator, totals.get(indicator.code) ?? null),
        ...page.map(({ unit }) => figure(telling, indicator, values.get(unit.code)?.get(indicator.code) ?? null)),
      ],
    })),
  }));
}

/** Without the sign of percent, which the narrow columns have no room for. */
function figure({ language }: Telling, { measure }: Indicator, value: number | null): string {
  if (value === null) return "";
  return (measure.kind === "count" ? shown(value) : shownFixed(value))[language];
}

function tasksTable(telling: Telling): LetterTable {
  const { consolidation, language } = telling;
  return {
    kind: "table",
    caption: letterTables.annexTasks[language],
    size: small,
    columns: [
      { heading: letterTables.order[language], width: 6, across: "center" },
      { heading: letterTables.task[language], width: 54, across: "left" },
      ...taskStates.map((state) => ({ heading: upperFirst(state[language]), width: 10, across: "right" as const })),
    ],
    rows: consolidation.plan.tasks.map((task) => ({
      cells: [task.code, task.name[language], ...statesOf(telling, task).map((count) => shown(count)[language])],
    })),
  };
}

function unitFundsTable(telling: Telling): LetterTable {
  const { consolidation, language } = telling;
  const codes = consolidation.plan.funds.map(({ code }) => code);
  const row = (label: string, readings: readonly (Reading | null)[], isTotal: boolean) => {
    const [planned = null, allocated = null, disbursed = null] = ["planned", "allocated", "disbursed"].map((key) =>
      totalOf(readings.flatMap((reading) => codes.map((code) => amountOf(reading, code, key)))),
    );
    const texts = [planned, allocated, disbursed].map((amount) => amountText(telling, amount));
    return { cells: [label, ...texts, rateText(telling, readings, codes)], isTotal };
  };
  const units = reportingUnits(telling);
  return {
    kind: "table",
    caption: letterTables.annexFunds[language],
    size: small,
    columns: [
      { heading: letterTables.unit[language], width: 36, across: "left" },
      ...[letterTables.planned, letterTables.allocated, letterTables.disbursed, letterTables.rate].map((heading) => ({
        heading: heading[language],
        width: 16,
        across: "right" as const,
      })),
    ],
    rows: [
      ...units.map(({ unit, reading }) => row(unit.name, [reading], false)),
      row(
        letterTables.total[language],
        units.map(({ reading }) => reading),
        true,
      ),
    ],
  };
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
