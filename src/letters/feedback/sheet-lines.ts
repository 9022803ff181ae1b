import type { CellBlueprint, Look, RowBlueprint, SheetBlueprint } from "../../core/blueprint";
import type { Block } from "../../core/cell";
import { lineHeight, linesOf } from "../../core/form/line-count";

/** A piece of a line: it begins at its column and reaches to the next piece, or to the sheet's edge. */
export interface Piece {
  readonly column: number;
  readonly text: string;
  readonly look: Look;
}

type Lines = Pick<SheetBlueprint, "cells" | "rows" | "merges">;

/** Lines one below the other, each as high as its longest piece: a spreadsheet does not grow merged cells by itself. */
export function layLines(lines: readonly (readonly Piece[])[], widths: readonly number[]): Lines {
  const cells: CellBlueprint[] = [];
  const merges: Block[] = [];
  const rows = new Map<number, RowBlueprint>();
  for (const [row, pieces] of lines.entries()) {
    let most = 1;
    for (const [index, { column, text, look }] of pieces.entries()) {
      const right = (pieces[index + 1]?.column ?? widths.length) - 1;
      const width = widths.slice(column, right + 1).reduce((sum, one) => sum + one, 0);
      const size = (look.size ?? 12) / 11;
      most = Math.max(most, linesOf(text, width / size) * size);
      cells.push({ row, column, value: text === "" ? null : text, look });
      if (right === column) continue;
      merges.push({ top: row, bottom: row, left: column, right });
      // The border of a merged block is that of each of its cells.
      for (let inner = column + 1; inner <= right; inner += 1) cells.push({ row, column: inner, value: null, look });
    }
    rows.set(row, { height: Math.ceil(most * lineHeight + 2) });
  }
  return { cells, merges, rows };
}
