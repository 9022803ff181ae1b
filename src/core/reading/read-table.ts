import { toA1, type Cell, type Place } from "../cell";
import { sheetMarks } from "../form/cover";
import { readCell } from "../form/said";
import { contentOf, type Column, type Row, type Table } from "../form/table";
import type { SheetSnapshot } from "../snapshot";
import { findMark, findTable } from "./find-table";
import { findCodedRows, type FoundRows } from "./found-rows";
import type { FoundTable } from "./found-table";
import type { CellReading, CoverReading, RowReading, StructureFault, TableReading } from "./reading";
import { restoringEdits } from "./restoring-edits";

export interface TableOutcome {
  readonly reading: TableReading;
  readonly faults: readonly StructureFault[];
}

/** Reads a table by its key row and code column alone (law RD1); null where no sheet has them. */
export function readKeyedTable(sheets: readonly SheetSnapshot[], table: Table): TableReading | null {
  const keyed = findTable(sheets, table);
  if (!keyed) return null;
  const found = { ...keyed, table, byHeading: [], bodyTop: null };
  return tableReading(found, findCodedRows(found));
}

/** Reads a table where it was found, noting what is gone, strange or doubled. */
export function readFoundTable(found: FoundTable, rows: FoundRows): TableOutcome {
  const { table, sheet } = found;
  const at = (line: number): Place => ({
    sheet: sheet.name,
    cell: toA1({ row: line, column: found.columns.get("code") ?? 0 }),
  });
  const lines = [...rows.twice, ...rows.unknown].sort((a, b) => a.line - b.line);
  return {
    reading: tableReading(found, rows),
    faults: [
      ...damagedKeys(found, rows),
      ...columnFaults(found),
      ...lines.map((one): StructureFault => {
        if ("code" in one) return { kind: "unknown-code", table, code: one.code, at: at(one.line) };
        return { kind: "code-twice", table, row: one.row, at: at(one.line), first: at(lineOf(rows, one.row)) };
      }),
      ...table.rows
        .filter(({ code }) => !rows.lines.has(code))
        .map((row): StructureFault => ({ kind: "no-row", table, sheet: sheet.name, row })),
    ],
  };
}

function lineOf({ lines }: FoundRows, { code }: Row): number {
  return lines.get(code) ?? 0;
}

function tableReading(found: FoundTable, { lines, byLabel }: FoundRows): TableReading {
  const { table, sheet, keyRow, columns, byHeading } = found;
  const rows = new Map<string, RowReading>();
  for (const row of table.rows) {
    const index = lines.get(row.code);
    if (index !== undefined) rows.set(row.code, { row, index, cells: readRow(found, { row, index }) });
  }
  return {
    table,
    sheet: sheet.name,
    by: byHeading.length + byLabel.length > 0 ? "headings" : "keys",
    keyRow,
    columns,
    rows,
    unitCode: markOf(sheet, sheetMarks.unit),
    periodId: markOf(sheet, sheetMarks.period),
  };
}

function columnFaults({ table, sheet, columns, twice, keyRow }: FoundTable): StructureFault[] {
  const gone = table.columns.filter((column) => !columns.has(column.key));
  return [
    ...gone.map((column) => ({ kind: "no-column" as const, table, sheet: sheet.name, key: column.key })),
    ...twice.map(({ key, column }) => ({
      kind: "column-twice" as const,
      table,
      key,
      at: { sheet: sheet.name, cell: toA1({ row: keyRow ?? 0, column }) },
    })),
  ];
}

function damagedKeys(found: FoundTable, { lines, byLabel }: FoundRows): StructureFault[] {
  const { table, sheet, byHeading, keyRow } = found;
  if (byHeading.length + byLabel.length === 0) return [];
  const [firstKey] = byHeading;
  const [firstCode = ""] = byLabel;
  const position =
    firstKey === undefined
      ? { row: lines.get(firstCode) ?? 0, column: found.columns.get("code") ?? 0 }
      : { row: keyRow ?? 0, column: found.columns.get(firstKey) ?? 0 };
  return [
    {
      kind: "keys-damaged",
      table,
      at: { sheet: sheet.name, cell: toA1(position) },
      columns: byHeading,
      codes: byLabel,
      restoring: restoringEdits(found, { lines, byLabel }),
    },
  ];
}

function readRow(
  { sheet, columns, table }: FoundTable,
  { row, index }: { row: Row; index: number },
): Map<string, CellReading> {
  const cells = new Map<string, CellReading>();
  for (const column of table.columns) {
    const at = columns.get(column.key);
    if (at === undefined) continue;
    cells.set(column.key, cellReading(sheet, { row: index, column: at }, { row, column }));
  }
  return cells;
}

function cellReading(
  sheet: SheetSnapshot,
  position: { row: number; column: number },
  { row, column }: { row: Row; column: Column },
): CellReading {
  const cell: Cell | undefined = sheet.rows.get(position.row)?.get(position.column);
  const content = contentOf(row, column);
  return {
    at: { sheet: sheet.name, cell: toA1(position) },
    content,
    said: readCell(cell, content),
    found: {
      value: cell?.value ?? null,
      ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
    },
    ...(cell?.legacyFont === undefined ? {} : { legacyFont: cell.legacyFont }),
  };
}

function markOf(sheet: SheetSnapshot, mark: string): CoverReading | null {
  const found = findMark(sheet, mark);
  return found ? { text: found.text, at: { sheet: sheet.name, cell: toA1(found) } } : null;
}
