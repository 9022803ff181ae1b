import type { Blueprint, Look } from "../../src/core/blueprint";
import type { BookLooks, SheetLooks } from "../../src/workbook/looks";

/** How a workbook drawn from a blueprint looks; each cell has a look of its own. */
export function looksOf({ sheets }: Blueprint): BookLooks {
  return {
    sheets: sheets.map(({ name, cells, lists, inputs, conditions }): SheetLooks => {
      const looks: Look[] = [];
      const rows = new Map<number, Map<number, number>>();
      for (const { row, column, look } of cells) {
        const inRow = rows.get(row) ?? new Map<number, number>();
        rows.set(row, inRow.set(column, looks.push(look) - 1));
      }
      return {
        name,
        tab: null,
        defaultWidth: 8,
        defaultHeight: 15,
        widths: new Map(),
        heights: new Map(),
        freeze: { rows: 0, columns: 0 },
        hasGridlines: false,
        looks,
        cells: rows,
        lists,
        inputs,
        conditions,
      };
    }),
  };
}
