import { toA1, type Cell } from "../../../src/core/cell";
import { isUnreadable, type SheetSnapshot, type Snapshot } from "../../../src/core/snapshot";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";

/** The workbook that the bytes hold; fails where they hold none. */
export function snapshotOf(bytes: Uint8Array): Snapshot {
  const outcome = readSnapshot("a.xlsx", bytes);
  if (isUnreadable(outcome)) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return outcome;
}

/** The first sheet of the workbook that the bytes hold. */
export function sheetOf(bytes: Uint8Array): SheetSnapshot {
  const [sheet] = snapshotOf(bytes).sheets;
  if (!sheet) throw new Error("A workbook without sheets.");
  return sheet;
}

/** The cells of a sheet by their A1 names, in its own order. */
export function cellsOf({ rows }: SheetSnapshot): Record<string, Cell> {
  return Object.fromEntries(
    [...rows].flatMap(([row, cells]) => [...cells].map(([column, cell]) => [toA1({ row, column }), cell])),
  );
}

/** Cells, as `cellsOf`, of the first sheet. */
export function cellsIn(bytes: Uint8Array): Record<string, Cell> {
  return cellsOf(sheetOf(bytes));
}

/** Why the bytes are no workbook, or null where they are one. */
export function reasonOf(bytes: Uint8Array): string | null {
  const outcome = readSnapshot("a.xlsx", bytes);
  return isUnreadable(outcome) ? outcome.reason : null;
}
