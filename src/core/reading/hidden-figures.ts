import { planSheet } from "../form/cover";
import type { SheetSnapshot } from "../snapshot";
import type { CellReading, StructureFault, TableReading } from "./reading";
import { numbersIn, type StrayFigure } from "./stray-figures";

type HiddenFault = Extract<StructureFault, { kind: "hidden" }>;

/** What of a report is known to stand on a sheet. */
export interface ReadSheet {
  readonly sheet: SheetSnapshot;
  readonly reading: TableReading;
  readonly strays: readonly StrayFigure[];
}

/** Hidden rows and columns with figures in them; the form's own keys, marks and helpers hold none of the report. */
export function hiddenLines({ sheet, reading, strays }: ReadSheet): HiddenFault[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  let figures = 0;
  const see = (row: number, column: number): void => {
    const [isRowHidden, isColumnHidden] = [sheet.hiddenRows.has(row), sheet.hiddenColumns.has(column)];
    if (isRowHidden) rows.add(row);
    if (isColumnHidden) columns.add(column);
    if (isRowHidden || isColumnHidden) figures++;
  };
  for (const { row, column } of strays) see(row, column);
  for (const { key, isHelper } of reading.table.columns) {
    const column = reading.columns.get(key);
    if (column === undefined || isHelper === true) continue;
    for (const { index, cells } of reading.rows.values()) {
      if (holdsFigure(cells.get(key))) see(index, column);
    }
  }
  if (figures === 0) return [];
  return [{ kind: "hidden", sheet: sheet.name, rows: inOrder(rows), columns: inOrder(columns), figures }];
}

/** Hidden sheets that hold a table of the form, or numbers at all; not the form's own sheet of the plan. */
export function hiddenSheets(
  sheets: readonly SheetSnapshot[],
  tables: ReadonlyMap<string, TableReading>,
): HiddenFault[] {
  const ofForm = new Map([...tables.values()].map((table) => [table.sheet, table]));
  return sheets
    .filter(({ visibility, name }) => visibility !== "visible" && name !== planSheet)
    .map((sheet): HiddenFault => {
      const table = ofForm.get(sheet.name);
      const figures = table ? figuresOf(table) : numbersIn(sheet);
      return { kind: "hidden", sheet: sheet.name, rows: [], columns: [], figures };
    })
    .filter(({ sheet, figures }) => figures > 0 || ofForm.has(sheet));
}

function figuresOf({ rows }: TableReading): number {
  return [...rows.values()].flatMap(({ cells }) => [...cells.values()]).filter(holdsFigure).length;
}

/** A figure of the report: a number, nil, or an answer, as typed or computed. */
function holdsFigure(cell: CellReading | undefined): boolean {
  if (!cell) return false;
  switch (cell.said.kind) {
    case "number":
    case "nil":
    case "answer":
    case "number-as-text":
      return true;
    default:
      return false;
  }
}

function inOrder(lines: ReadonlySet<number>): number[] {
  return [...lines].sort((a, b) => a - b);
}
