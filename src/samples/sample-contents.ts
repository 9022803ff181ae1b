import type { CellValue } from "../core/cell";
import { answers } from "../core/form/choices";
import { tablesOf } from "../core/form/commune-tables";
import { contentsKey, type Contents } from "../core/form/contents";
import { contentOf, isTyped, type Table } from "../core/form/table";
import type { Period, Plan } from "../core/plan/plan";
import type { Moment } from "./columns";
import { coverFields } from "./cover-fields";
import { explained, type Inputs } from "./explanations";
import { figuresOf, type Figures } from "./figures";
import { fundCells } from "./fund-cells";
import { sampledUnit, type SampledUnit, type SampleOf } from "./sampled-unit";
import { shortfallCells } from "./shortfall-cells";
import { taskCells } from "./task-cells";
import { villagesOf, type Village } from "./villages";

const notice = "Số liệu minh họa";

/**
 * The inputs of a complete and clean report of a unit (or of the whole, with its own elements) that is made up: the
 * reports of one unit and seed agree over the plan's periods, and those of all units look like neighbours.
 */
export function sampleContents(plan: Plan, { unit, period, seed }: SampleOf): Contents {
  const of = sampledUnit(plan, unit, seed);
  return contentsWith(of, period, sampleInputs(of, period));
}

/** The contents of a report with these inputs and the reasons that they ask for. */
export function contentsWith(of: SampledUnit, period: Period, inputs: Inputs): Contents {
  return { cover: coverFields(of, period), cells: explained(of, period, inputs), notice };
}

/** Everything that is typed into the data sheets but the reasons. */
export function sampleInputs(of: SampledUnit, period: Period): Inputs {
  const villages = villagesOf(of);
  const row = rowMaker(of, { period, villages, figures: figuresOf(of, villages) });
  const inputs = new Map<string, CellValue>();
  for (const table of tablesOf(of.plan, of.unit.code)) {
    const columns = new Map(table.columns.map((column) => [column.key, column]));
    for (const { code, isTotal, content } of table.rows) {
      if (isTotal) continue;
      for (const [key, value] of row(table, code)) {
        const column = columns.get(key);
        if (!column || !isTyped(contentOf({ code, label: { vi: "", en: "" }, ...(content && { content }) }, column))) {
          continue;
        }
        if (value !== null) inputs.set(contentsKey({ table: table.id, code, key }), value);
      }
    }
  }
  return inputs;
}

type RowMaker = (table: Table, code: string) => ReadonlyMap<string, CellValue>;

function rowMaker(
  of: SampledUnit,
  {
    period,
    villages,
    figures,
  }: { readonly period: Period; readonly villages: readonly Village[]; readonly figures: Figures },
): RowMaker {
  const { months } = period;
  const isOtherStandard = of.plan.standards.lastYear !== of.plan.standards.baseline;
  const actual: Moment = { year: "this", months, isOldStandard: false };
  const moments = new Map<string, Moment>([
    ["baseline", { year: "last", months: 12, isOldStandard: false }],
    ["last_year", { year: "last", months, isOldStandard: isOtherStandard }],
    ["actual", actual],
  ]);
  const spoken = (row: ReadonlyMap<string, number>): Map<string, CellValue> =>
    new Map([...row].map(([key, figure]) => [key, written(of, figure)]));
  return (table, code) => {
    switch (table.id) {
      case "elements": {
        const isAnswer = table.rows.find((row) => row.code === code)?.content === "yes-no";
        return new Map(
          [...moments].map(([key, moment]) => {
            const figure = figures(code, moment);
            return [key, isAnswer ? (figure === 1 ? answers.yes : answers.no) : written(of, figure)];
          }),
        );
      }
      case "households": {
        const village = villages[table.rows.findIndex((row) => row.code === code)];
        return village ? new Map([["name", village.name], ...spoken(village.at(months))]) : new Map();
      }
      case "shortfalls":
        return spoken(shortfallCells(of, code, { figures, moment: actual }));
      case "tasks":
        return taskCells(of, code, months);
      case "funds":
        return spoken(fundCells(of, code, months));
      case "indicators":
        return new Map();
    }
  };
}

/** "Không phát sinh" is written 0 by some offices and "-" by others. */
function written({ draws }: SampledUnit, figure: number): CellValue {
  return figure === 0 && draws.own("dash") < 0.5 ? "-" : figure;
}
