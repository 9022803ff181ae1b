import { toA1 } from "../cell";
import type { SheetSnapshot } from "../snapshot";
import type { FoundRows } from "./found-rows";
import type { FoundTable } from "./found-table";
import type { StructureFault } from "./reading";

/** A sheet full of numbers is told once and again, but not a million times. */
const mostPerSheet = 500;

/** A number that stands on no row, or in no column, of the table; zero-based. */
export interface StrayFigure {
  readonly row: number;
  readonly column: number;
  readonly number: number;
}

/**
 * Numbers below the headings that belong to no row or to no column of the table. Lines with a strange or doubled code
 * and doubled columns are told by their own rules. None where not one row is left: that is told too.
 */
export function strayFiguresIn(found: FoundTable, rows: FoundRows): StrayFigure[] {
  const { sheet, columns, twice } = found;
  const own = new Set(rows.lines.values());
  if (own.size === 0) return [];
  const top = found.bodyTop ?? Math.min(...own);
  const told = new Set([...rows.twice, ...rows.unknown].map(({ line }) => line));
  const ownColumns = new Set(columns.values());
  const toldColumns = new Set(twice.map(({ column }) => column));
  const strays: StrayFigure[] = [];
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row < top || told.has(row)) continue;
    for (const [column, { value }] of sheet.rows.get(row) ?? []) {
      const isPlaced = own.has(row) && ownColumns.has(column);
      if (typeof value !== "number" || isPlaced || toldColumns.has(column)) continue;
      strays.push({ row, column, number: value });
      if (strays.length === mostPerSheet) return strays;
    }
  }
  return strays;
}

export function strayFaults({ table, sheet }: FoundTable, strays: readonly StrayFigure[]): StructureFault[] {
  return strays.map(({ row, column, number }) => ({
    kind: "stray-figure",
    table,
    at: { sheet: sheet.name, cell: toA1({ row, column }) },
    number,
  }));
}

/** How many numbers a sheet holds. */
export function numbersIn({ rows }: SheetSnapshot): number {
  let count = 0;
  for (const cells of rows.values()) {
    for (const { value } of cells.values()) if (typeof value === "number") count++;
  }
  return count;
}
