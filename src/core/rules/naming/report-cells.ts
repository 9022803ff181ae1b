import { isTyped, type Column, type TableId } from "../../form/table";
import type { Phrase } from "../../language";
import { textOf, type CellReading, type Reading, type RowReading, type TableReading } from "../../reading/reading";
import { columnName } from "./column-names";
import { excerpt } from "./excerpt";

/** One cell of a report that is there, with what it belongs to. */
export interface ReportCell {
  readonly table: TableId;
  readonly row: RowReading;
  readonly column: Column;
  readonly cell: CellReading;
}

/** Whose cell it is, as messages name it. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface is not taken for plain facts
export type CellFacts = { readonly label: Phrase; readonly code: string; readonly column: Phrase };

/** What rules look at never changes, and ten of them look at its typed cells: gathered once. */
const gathered = new WeakMap<Looked, readonly ReportCell[]>();

interface Looked {
  readonly reading: Reading;
}

/** The cells that the official fills, sheet by sheet, in the form's order. */
export function typedCells(report: Looked): readonly ReportCell[] {
  const known = gathered.get(report);
  if (known) return known;
  const cells = [...gatherTyped(report)];
  gathered.set(report, cells);
  return cells;
}

function* gatherTyped({ reading }: Looked): Generator<ReportCell> {
  for (const table of reading.tables.values()) {
    for (const row of rowsOf(table)) {
      for (const column of table.table.columns) {
        const cell = row.cells.get(column.key);
        if (cell && isTyped(cell.content)) yield { table: table.table.id, row, column, cell };
      }
    }
  }
}

/** The rows of a sheet that are there, in the form's order. */
export function rowsOf({ table, rows }: TableReading): RowReading[] {
  return table.rows.map((row) => rows.get(row.code)).filter((row) => row !== undefined);
}

/** A row's own label; a village goes by the name that was typed. */
export function rowLabel(table: TableId, { row, cells }: RowReading): Phrase {
  const typed = table === "households" && !row.isTotal ? excerpt(textOf(cells.get("name"))) : "";
  return typed === "" ? { vi: excerpt(row.label.vi, 90), en: excerpt(row.label.en, 90) } : { vi: typed, en: typed };
}

export function cellFacts({ table, row, column }: ReportCell): CellFacts {
  return { label: rowLabel(table, row), code: row.row.code, column: columnName(column) };
}

/** “Số hộ nghèo” (S02), kỳ gốc. */
export function cellName({ label, code, column }: CellFacts): Phrase {
  return {
    vi: `“${label.vi}” (${code}), ${column.vi}`,
    en: `“${label.en}” (${code}), ${column.en}`,
  };
}
