import type { IRange } from "@univerjs/core";
import type { Position } from "../../core/cell";

/** For each cell that a fill reaches, the cell it repeats: a form's figures are repeated, never continued as a series. */
export function filledFrom(source: IRange, target: IRange): { readonly to: Position; readonly from: Position }[] {
  const height = source.endRow - source.startRow + 1;
  const width = source.endColumn - source.startColumn + 1;
  const filled: { to: Position; from: Position }[] = [];
  for (let row = target.startRow; row <= target.endRow; row += 1) {
    for (let column = target.startColumn; column <= target.endColumn; column += 1) {
      const isSource =
        row >= source.startRow && row <= source.endRow && column >= source.startColumn && column <= source.endColumn;
      if (isSource) continue;
      const from = {
        row: source.startRow + modulo(row - source.startRow, height),
        column: source.startColumn + modulo(column - source.startColumn, width),
      };
      filled.push({ to: { row, column }, from });
    }
  }
  return filled;
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
