import type { CellValue } from "../cell";
import { indicatorByCode } from "../plan/lookups";
import type { Indicator } from "../plan/plan";
import { evidenceOf, together, type Evidence, type Pair } from "../progress/evidence";
import { all, isAnswered, isFigure, isYes, orEmpty } from "../progress/formula-parts";
import { goalOf, type Goal } from "../progress/goal";
import { indicatorFormulas, metFromTheStart, type IndicatorKey, type PairCells } from "../progress/indicator-formulas";
import { measure, type Progress } from "../progress/measure";
import { statusWords } from "../progress/status";
import { times, type Time } from "../times";
import { computedCell, refer, type CellKey, type ComputedCell, type FormContext } from "./form-context";
import { answerIn, numberIn } from "./figures";
import type { Table } from "./table";

const id = "indicators" as const;

/** Chỉ tiêu: every cell but the explanation, from the figures of Số liệu (laws AR1 to AR8, AR10). */
export function computedIndicators(context: FormContext, table: Table): (ComputedCell | null)[] {
  return table.rows.flatMap(({ code }) => {
    const indicator = indicatorByCode(context.plan, code);
    return indicator ? indicatorRow(context, indicator) : [];
  });
}

/** The evidence of one report for one indicator. */
export function reportEvidence(source: Pick<FormContext["source"], "said">, indicator: Indicator): Evidence<number> {
  const at = (time: Time): Pair<number> | null => pairAt(source, indicator, time);
  return evidenceOf(at("actual"), at("baseline"), at("last_year"));
}

/** A pair of figures at one time, or null unless both sides are there (law AR2). */
function pairAt(
  { said }: Pick<FormContext["source"], "said">,
  { measure: how }: Indicator,
  time: Time,
): Pair<number> | null {
  const figure = (code: string): number | null => numberIn(said({ table: "elements", code, key: time }));
  switch (how.kind) {
    case "count": {
      const n = figure(how.element);
      return n === null ? null : { n, d: null };
    }
    case "ratio": {
      const [n, d] = [figure(how.numerator), figure(how.denominator)];
      return n === null || d === null ? null : { n, d };
    }
    case "share": {
      const given = how.elements.map((code) => answerIn(said({ table: "elements", code, key: time })));
      if (given.includes(null)) return null;
      return { n: given.every((answer) => answer === 1) ? 1 : 0, d: 1 };
    }
  }
}

function indicatorRow(context: FormContext, indicator: Indicator): (ComputedCell | null)[] {
  const { plan, period, unit, source } = context;
  const scope = unit === plan.whole.code ? ({ kind: "whole" } as const) : ({ kind: "unit", id: unit } as const);
  const goal = goalOf(plan, indicator, { scope, period });
  const evidence = reportEvidence(source, indicator);
  const progress = context.progress?.get(indicator.code) ?? measure(goal, together([evidence]));
  const cell = (key: string): CellKey => ({ table: id, code: indicator.code, key });
  const ref = (key: string): string => refer(context, cell(key), id);
  const pairCells = (time: Time): PairCells => {
    const { n, d } = pairKeys[time];
    return { n: ref(n), d: ref(d) };
  };
  const pairs = times.flatMap((time) => {
    const { n, d } = pairKeys[time];
    const pair = time === "actual" ? evidence.actual : time === "baseline" ? evidence.baseline : evidence.lastYear;
    return [
      computedCell(cell(n), () => ({ formula: numeratorFormula(context, indicator, time), value: pair?.n ?? "" })),
      computedCell(cell(d), () => {
        const formula = denominatorFormula(context, indicator, time);
        return { formula, value: formula === null ? null : (pair?.d ?? "") };
      }),
    ];
  });
  let made: Readonly<Record<IndicatorKey, string | null>> | null = null;
  const formulas = (): Readonly<Record<IndicatorKey, string | null>> => (made ??= formulasOf(goal, pairCells));
  return [
    ...pairs,
    computedCell(cell("target"), () => ({ formula: null, value: progress.target })),
    ...indicatorKeys.map((key) =>
      computedCell(cell(key), () => {
        const formula = formulas()[key];
        return { formula, value: formula === null ? null : shownValue(key, progress, evidence.actual !== null) };
      }),
    ),
  ];
}

/** The formulas of a report's row, where `both` and `lastBoth` are the actual pair itself. */
function formulasOf(goal: Goal, pairCells: (time: Time) => PairCells): Readonly<Record<IndicatorKey, string | null>> {
  const actual = pairCells("actual");
  const cells = { actual, both: actual, lastBoth: actual };
  return indicatorFormulas(goal, { ...cells, baseline: pairCells("baseline"), lastYear: pairCells("last_year") });
}

/** The columns that keep a pair. */
const pairKeys = {
  actual: { n: "numerator", d: "denominator" },
  baseline: { n: "baseline_numerator", d: "baseline_denominator" },
  last_year: { n: "last_year_numerator", d: "last_year_denominator" },
} as const;

const progressKeys = {
  baseline_value: "baselineValue",
  last_year_value: "lastYearValue",
  value: "value",
  progress: "progress",
  gap_closed: "gapClosed",
  change: "change",
  relative_change: "relativeChange",
  pace: "pace",
  change_last_year: "changeLastYear",
  status: "status",
} as const satisfies Record<IndicatorKey, keyof Progress>;

export const indicatorKeys = Object.keys(progressKeys) as readonly IndicatorKey[];

/** What a computed cell of an indicator shows: a number, the status's word, or an empty text for null. */
export function shownValue(key: IndicatorKey, progress: Progress, hasActual: boolean): CellValue {
  if (key === "status") return statusWords[progress.status];
  const value = progress[progressKeys[key]];
  if (key === "gap_closed" && value === null && hasActual && progress.isMetFromTheStart) return metFromTheStart;
  return typeof value === "number" ? value : "";
}

function elementCells(context: FormContext, codes: readonly string[], time: Time): string[] {
  return codes.map((code) => refer(context, { table: "elements", code, key: time }, id));
}

function numeratorFormula(context: FormContext, { measure: how }: Indicator, time: Time): string {
  switch (how.kind) {
    case "count": {
      const [n = ""] = elementCells(context, [how.element], time);
      return orEmpty(isFigure(n), `N(${n})`);
    }
    case "ratio": {
      const [n = "", d = ""] = elementCells(context, [how.numerator, how.denominator], time);
      return orEmpty(`AND(${isFigure(n)},${isFigure(d)})`, `N(${n})`);
    }
    case "share": {
      const cells = elementCells(context, how.elements, time);
      return orEmpty(all(cells.map(isAnswered)), `IF(${all(cells.map(isYes))},1,0)`);
    }
  }
}

function denominatorFormula(context: FormContext, { measure: how }: Indicator, time: Time): string | null {
  switch (how.kind) {
    case "count":
      return null;
    case "ratio": {
      const [n = "", d = ""] = elementCells(context, [how.numerator, how.denominator], time);
      return orEmpty(`AND(${isFigure(n)},${isFigure(d)})`, `N(${d})`);
    }
    case "share":
      return orEmpty(all(elementCells(context, how.elements, time).map(isAnswered)), "1");
  }
}
