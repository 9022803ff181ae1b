import type { Review } from "./finding";
import type { CellReading, Reading, TableReading } from "./reading/reading";

/**
 * A review as it is kept beside many others: every figure, word and place of it, without the formulas as they were
 * found, which only the rules of one report and its mends ask for.
 */
export function settled(review: Review): Review {
  return review.reading === null ? review : { ...review, reading: withoutFormulas(review.reading) };
}

/** Formulas are more than half of a reading, and the same in every report. */
function withoutFormulas(reading: Reading): Reading {
  const tables = [...reading.tables].map(([id, table]) => [id, withoutFormulasIn(table)] as const);
  return { ...reading, tables: new Map(tables) };
}

function withoutFormulasIn(table: TableReading): TableReading {
  const rows = [...table.rows].map(([code, row]) => {
    const cells = [...row.cells].map(([key, cell]) => [key, withoutFormula(cell)] as const);
    return [code, { ...row, cells: new Map(cells) }] as const;
  });
  return { ...table, rows: new Map(rows) };
}

function withoutFormula(cell: CellReading): CellReading {
  return cell.found.formula === undefined ? cell : { ...cell, found: { value: cell.found.value } };
}
