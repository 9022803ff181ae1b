import type { Blueprint, CellBlueprint } from "../core/blueprint";
import { tablesOf } from "../core/form/commune-tables";
import { contentsKey } from "../core/form/contents";
import type { CellKey } from "../core/form/form-context";
import { makeForm } from "../core/form/make-form";
import { layoutOf, positionIn } from "../core/form/sheet-layout";
import { elementsAskedOf, indicatorsAskedOf } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import { shown } from "../core/show-number";
import { sampleContents } from "./sample-contents";

/** A made-up report to try the program out with, and whose it is. */
export interface DemoReport {
  readonly unit: Unit;
  readonly period: Period;
  readonly form: Blueprint;
}

/** From this on people write a mark between the thousands. */
const thousand = 1000;

/**
 * A report of the plan's first period with one fault of each kind: a number typed as text and a total typed over, which a
 * machine mends; a blank that only the official can fill; a target that is behind and waits for its reason.
 */
export function demoReport(plan: Plan, seed: number): DemoReport {
  const [first, second = first] = plan.units;
  const [period] = plan.periods;
  const unit = second ?? plan.whole;
  if (!period) throw new RangeError(`The plan ${plan.id} has no period.`);
  const clean = sampleContents(plan, { unit, period, seed });
  const cells = new Map(clean.cells);
  const counted = elementsAskedOf(plan, unit.code)
    .filter(({ content }) => content === "count")
    .map(({ code }) => contentsKey({ table: "elements", code, key: "actual" }))
    .filter((key) => typeof cells.get(key) === "number");
  const asText = counted.find((key) => Number(cells.get(key)) >= thousand) ?? counted[0];
  const blank = counted.filter((key) => key !== asText).at(-1);
  const unexplained = indicatorsAskedOf(plan, unit.code)
    .map(({ code }) => contentsKey({ table: "indicators", code, key: "explanation" }))
    .find((key) => cells.has(key));
  if (asText !== undefined) cells.set(asText, shown(Number(cells.get(asText)), 0).vi);
  if (blank !== undefined) cells.delete(blank);
  if (unexplained !== undefined) cells.delete(unexplained);
  const form = makeForm(plan, { unit, period }, { ...clean, cells });
  return { unit, period, form: withTotalTypedOver(plan, form, unit) };
}

function withTotalTypedOver(plan: Plan, form: Blueprint, unit: Unit): Blueprint {
  const table = tablesOf(plan, unit.code).find(({ rows }) => rows.some(({ isTotal }) => isTotal));
  const total = table?.rows.find(({ isTotal }) => isTotal);
  if (!table || !total) return form;
  const layout = layoutOf(table);
  const places = table.columns.map(({ key }): CellKey => ({ table: table.id, code: total.code, key }));
  const positions = places.map(({ code, key }) => positionIn(layout, code, key)).filter((at) => at !== null);
  const isTotalCell = ({ row, column, formula, value }: CellBlueprint): boolean =>
    formula !== undefined &&
    typeof value === "number" &&
    positions.some((position) => position.row === row && position.column === column);
  const typedOver = form.sheets.find(({ name }) => name === table.sheet)?.cells.find(isTotalCell);
  return {
    ...form,
    sheets: form.sheets.map((sheet) =>
      sheet.name === table.sheet
        ? { ...sheet, cells: sheet.cells.map((cell) => (cell === typedOver ? typed(cell) : cell)) }
        : sheet,
    ),
  };
}

/** As when somebody adds up with a pocket calculator and slips. */
function typed({ row, column, value, look }: CellBlueprint): CellBlueprint {
  return { row, column, look, value: Number(value) + 2 };
}
