import type { Block } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import type { SheetLooks } from "../../workbook/looks";

/** How many rows and columns of a sheet the grid shows. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const spareRows = 20;
const spareColumns = 5;
const fewestRows = 60;
const fewestColumns = 20;

/** As far as a sheet has cells with contents or looks, and a few lines to spare, as in every spreadsheet. */
export function extentOf(sheet: SheetSnapshot, looks: SheetLooks | undefined): Extent {
  let [lastRow, lastColumn] = [0, 0];
  for (const rows of [sheet.rows, looks?.cells ?? new Map<number, ReadonlyMap<number, unknown>>()]) {
    for (const [row, cells] of rows) {
      lastRow = Math.max(lastRow, row);
      for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column);
    }
  }
  return {
    rows: Math.max(lastRow + 1 + spareRows, fewestRows),
    columns: Math.max(lastColumn + 1 + spareColumns, fewestColumns),
  };
}

/** The part of a block that is shown; null where none is. People merge, colour and check whole columns. */
export function clipped({ top, left, bottom, right }: Block, { rows, columns }: Extent): Block | null {
  if (top >= rows || left >= columns) return null;
  return { top, left, bottom: Math.min(bottom, rows - 1), right: Math.min(right, columns - 1) };
}

const mostMergedCells = 500_000;

/** Merges as the grid can show them: within the sheet, of more than one cell, and none over another, which Excel calls damaged. */
export function shownMerges(merges: readonly Block[], extent: Extent): Block[] {
  const taken = new Set<number>();
  return merges.flatMap((merge) => {
    const block = clipped(merge, extent);
    if (!block) return [];
    const height = block.bottom - block.top + 1;
    const width = block.right - block.left + 1;
    if (height * width === 1 || taken.size + height * width > mostMergedCells) return [];
    const cells = Array.from(
      { length: height * width },
      (_, index) => (block.top + Math.floor(index / width)) * extent.columns + block.left + (index % width),
    );
    if (cells.some((cell) => taken.has(cell))) return [];
    for (const cell of cells) taken.add(cell);
    return [block];
  });
}
