import { reference, toA1, type Place } from "../../cell";
import { contentsKey } from "../../form/contents";
import { isNumeric } from "../../form/table";
import type { CellsIn } from "../../plain-formula";
import { sameFormula } from "../../same-formula";
import { rowsOf, type ReportCell } from "../naming/report-cells";
import type { Report } from "../rule";

/** More cells than any table of a form has in one column. */
const maxCells = 2000;

/**
 * What the cells of a report's data sheets give to a formula that stands on one of them: the numbers as they stand, the
 * form's own cells as they ought to be. A cell that is none of these makes the whole block null.
 */
export function figuresBySheet(report: Report): (on: string) => CellsIn {
  let known: ReadonlyMap<string, number | null> | null = null;
  return (on) =>
    (sheet, { top, left, bottom, right }) => {
      if ((bottom - top + 1) * (right - left + 1) > maxCells) return null;
      // Few reports hold a formula of somebody's own: the cells are laid out when the first asks for them.
      const figures = (known ??= figuresByPlace(report));
      const values: (number | null)[] = [];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const value = figures.get(keyOf({ sheet: sheet ?? on, cell: toA1({ row, column }) }));
          if (value === undefined) return null;
          values.push(value);
        }
      }
      return values;
    };
}

function figuresByPlace(report: Report): Map<string, number | null> {
  const figures = new Map<string, number | null>();
  for (const found of formCells(report)) {
    const figure = figureFor(report, found);
    if (figure !== undefined) figures.set(keyOf(found.cell.at), figure);
  }
  return figures;
}

function keyOf(place: Place): string {
  return reference(place).toLowerCase();
}

function* formCells({ reading }: Report): Generator<ReportCell> {
  for (const table of reading.tables.values()) {
    for (const row of rowsOf(table)) {
      for (const column of table.table.columns) {
        const cell = row.cells.get(column.key);
        if (cell) yield { table: table.table.id, row, column, cell };
      }
    }
  }
}

/** Undefined for what a formula would not take for a number, or only after something else is put right. */
function figureFor({ computed }: Report, { table, row, column, cell }: ReportCell): number | null | undefined {
  const { content, said, found } = cell;
  if (content === "computed") {
    const own = computed.get(contentsKey({ table, code: row.row.code, key: column.key }));
    if (!own || (own.formula !== null && !sameFormula(found.formula ?? "", own.formula))) return undefined;
    return typeof own.value === "number" ? own.value : own.value === "" || own.value === null ? null : undefined;
  }
  if (!isNumeric(content)) return undefined;
  if (said.kind === "number") return said.number;
  return said.kind === "nil" || said.kind === "missing" ? null : undefined;
}
