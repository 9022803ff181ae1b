import type { CellBlueprint } from "../blueprint";
import type { Block } from "../cell";
import { looks } from "./looks";
import type { SheetLayout } from "./sheet-layout";
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
