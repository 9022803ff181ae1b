import { computedElements } from "./computed-elements";
import { computedFunds } from "./computed-funds";
import { computedHouseholds } from "./computed-households";
import { computedIndicators } from "./computed-indicators";
import { computedShortfalls } from "./computed-shortfalls";
import type { ComputedCell, FormContext } from "./form-context";
import type { Table, TableId } from "./table";

const makers = {
  elements: computedElements,
  indicators: computedIndicators,
  households: computedHouseholds,
  shortfalls: computedShortfalls,
  funds: computedFunds,
  tasks: () => [],
} as const satisfies Record<TableId, (context: FormContext, table: Table) => (ComputedCell | null)[]>;

/**
 * Every cell that the form computes, with the formula that stands in it and the value that the core gives it: the two
 * say the same (law AR10). Formulas name the cells where `source` has them, so that rows may be moved.
 */
export function computedCells(context: FormContext): ComputedCell[] {
  return context.tables.flatMap((table) => makers[table.id](context, table).filter((cell) => cell !== null));
}
