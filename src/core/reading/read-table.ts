import { toA1, type Cell, type Place } from "../cell";
import { sheetMarks } from "../form/cover";
import { contentOf, isNumeric, type Column, type Row, type Table } from "../form/table";
import type { SheetSnapshot } from "../snapshot";
import { findMark, findTable, type KeyedSheet } from "./find-table";
import { plainText } from "../plain-text";
import type { CellReading, CoverReading, RowReading, StructureFault, TableReading } from "./reading";
import { readCell } from "../form/said";

export interface TableOutcome {
  readonly reading: TableReading | null;
  readonly faults: readonly StructureFault[];
}

/** Reads one data sheet by its key row and code column (law RD1), noting what is gone, strange or doubled. */
export function readTable(sheets: readonly SheetSnapshot[], table: Table): TableOutcome {
  const keyed = findTable(sheets, table);
  if (!keyed) return { reading: null, faults: [{ kind: "no-sheet", table }] };
  const { sheet, columns } = keyed;
  const faults: StructureFault[] = columnFaults(table, keyed);
  const rows = new Map<string, RowReading>();
  const known = new Map(table.rows.map((row) => [row.code, row]));
  for (const { index, code } of codesOf(keyed, table, faults)) {
    const row = known.get(code);
    if (!row) continue;
    const earlier = rows.get(code);
    if (earlier) {
      const column = columns.get("code") ?? 0;
      const at = (line: number): Place => ({ sheet: sheet.name, cell: toA1({ row: line, column }) });
      faults.push({ kind: "code-twice", table, row, at: at(index), first: at(earlier.index) });
    } else {
      rows.set(code, { row, index, cells: readRow(keyed, table, { row, index }) });
    }
  }
  for (const row of table.rows) {
    if (!rows.has(row.code)) faults.push({ kind: "no-row", table, sheet: sheet.name, row });
  }
  const reading: TableReading = {
    table,
    sheet: sheet.name,
    by: "keys",
    keyRow: keyed.keyRow,
    columns,
    rows,
    unitCode: markOf(sheet, sheetMarks.unit),
    periodId: markOf(sheet, sheetMarks.period),
  };
  return { reading, faults };
}

function columnFaults(table: Table, { sheet, columns, twice, keyRow }: KeyedSheet): StructureFault[] {
  const gone = table.columns.filter((column) => !columns.has(column.key));
  return [
    ...gone.map((column) => ({ kind: "no-column" as const, table, sheet: sheet.name, key: column.key })),
    ...twice.map(({ key, column }) => ({
      kind: "column-twice" as const,
      table,
      key,
      at: { sheet: sheet.name, cell: toA1({ row: keyRow, column }) },
    })),
  ];
}

/** Something like "S01", "C06a" or "I-04": a code, not a heading or a footnote. */
const codeLike = /^[A-Z]{1,4}[-.]?\d{1,4}[a-z]?$/i;

function* codesOf(
  keyed: KeyedSheet,
  table: Table,
  faults: StructureFault[],
): Generator<{ index: number; code: string }> {
  const { sheet, keyRow, columns } = keyed;
  const column = columns.get("code");
  if (column === undefined) return;
  const known = new Set(table.rows.map((row) => row.code));
  let isBelowFirst = false;
  for (const index of [...sheet.rows.keys()].filter((row) => row > keyRow).sort((a, b) => a - b)) {
    const value = sheet.rows.get(index)?.get(column)?.value ?? null;
    if (value === null || typeof value === "object") continue;
    const code = plainText(String(value));
    if (known.has(code)) {
      isBelowFirst = true;
      yield { index, code };
    } else if (codeLike.test(code) || (isBelowFirst && code !== "" && hasNumbers(keyed, table, index))) {
      faults.push({ kind: "unknown-code", table, code, at: { sheet: sheet.name, cell: toA1({ row: index, column }) } });
    }
  }
}

function hasNumbers({ sheet, columns }: KeyedSheet, table: Table, index: number): boolean {
  return table.columns.some((column) => {
    const at = columns.get(column.key);
    return at !== undefined && isNumeric(column.content) && typeof sheet.rows.get(index)?.get(at)?.value === "number";
  });
}

function readRow(
  { sheet, columns }: KeyedSheet,
  table: Table,
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
