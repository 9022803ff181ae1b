import type { CellBlueprint } from "../blueprint";
import type { Block } from "../cell";
import { looks } from "./looks";
import type { SheetLayout } from "./sheet-layout";
import { lineHeight, linesOf } from "./line-count";
import type { Table } from "./table";

/** The tiers of headings, equal neighbours merged, and the official row of column numbers below them. */
export function headingCells(table: Table<string>, layout: SheetLayout): { cells: CellBlueprint[]; merges: Block[] } {
  const cells: CellBlueprint[] = [];
  const merges: Block[] = [];
  const { firstHeaderRow, tiers, numberRow } = layout;
  const path = (column: number, tier: number): string =>
    (table.columns[column]?.tiers.slice(0, tier + 1) ?? []).join("\n");
  for (let tier = 0; tier < tiers; tier++) {
    for (let column = 0; column < table.columns.length; column++) {
      const words = table.columns[column]?.tiers[tier] ?? null;
      const isContinued =
        column > 0 && words !== null && !isLast(tier, column) && path(column - 1, tier) === path(column, tier);
      cells.push({ row: firstHeaderRow + tier, column, value: isContinued ? null : words, look: looks.heading });
      if (words === null || isContinued) continue;
      const bottom = isLast(tier, column) ? tiers - 1 : tier;
      let right = column;
      while (!isLast(tier, column) && right + 1 < table.columns.length && path(right + 1, tier) === path(column, tier))
        right++;
      if (right > column || bottom > tier) {
        merges.push({ top: firstHeaderRow + tier, bottom: firstHeaderRow + bottom, left: column, right });
      }
    }
  }
  table.columns.forEach((column, index) => {
    cells.push({
      row: numberRow,
      column: index,
      value: column.number === "" ? null : column.number,
      look: looks.number,
    });
  });
  return { cells, merges };

  function isLast(tier: number, column: number): boolean {
    return tier === (table.columns[column]?.tiers.length ?? 0) - 1;
  }
}

/** The height of each tier, in points, so that every heading can be read whole. */
export function headingHeights(table: Table<string>, tiers: number): number[] {
  const heights = Array.from({ length: tiers }, () => lineHeight + 4);
  for (let tier = 0; tier < tiers; tier++) {
    const groups = new Map<string, { words: string; width: number }>();
    for (const column of table.columns) {
      if (column.tiers.length <= tier || (column.tiers.length - 1 === tier && tier < tiers - 1)) continue;
      const isLeaf = column.tiers.length - 1 === tier;
      const path = isLeaf ? column.key : column.tiers.slice(0, tier + 1).join("\n");
      const known = groups.get(path);
      groups.set(path, { words: column.tiers[tier] ?? "", width: (known?.width ?? 0) + column.width });
    }
    const lines = [...groups.values()].map(({ words, width }) => linesOf(words, width * boldFactor));
    heights[tier] = Math.max(1, ...lines) * lineHeight + 4;
  }
  for (const column of table.columns) {
    const tier = column.tiers.length - 1;
    if (tier === tiers - 1) continue;
    const needed = linesOf(column.tiers[tier] ?? "", column.width * boldFactor) * lineHeight + 4;
    const room = heights.slice(tier).reduce((sum, height) => sum + height, 0);
    if (needed > room) heights[tiers - 1] = (heights[tiers - 1] ?? 0) + needed - room;
  }
  return heights;
}

/** Bold letters are wider. */
const boldFactor = 0.88;
