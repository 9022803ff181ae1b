import type { Block } from "../../src/core/cell";
import { maxColumns, maxRows } from "../../src/core/cell";
import { plainLook, type Look } from "./look";

export interface CellError {
  readonly error: string;
}

/** As Excel keeps it: a date is a number that a format shows as one. Null is blank. */
export type RawValue = null | number | string | boolean | CellError;

export interface HostCell {
  readonly value: RawValue;
  /** Without "=". */
  readonly formula?: string;
  /** Null where the cell looks as its row, column or sheet. */
  readonly look: Look | null;
}

export function isCellError(value: RawValue): value is CellError {
  return typeof value === "object" && value !== null;
}

/** The cells of one sheet, and the looks of whole rows and columns. */
export class Cells {
  readonly rows = new Map<number, Map<number, HostCell>>();
  readonly rowLooks = new Map<number, Look>();
  readonly columnLooks = new Map<number, Look>();
  sheetLook = plainLook;

  at(row: number, column: number): HostCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  lookAt(row: number, column: number): Look {
    return this.at(row, column)?.look ?? this.rowLooks.get(row) ?? this.columnLooks.get(column) ?? this.sheetLook;
  }

  put(row: number, column: number, cell: HostCell): void {
    const cells = this.rows.get(row) ?? new Map<number, HostCell>();
    if (cell.value === null && cell.formula === undefined && cell.look === null) cells.delete(column);
    else cells.set(column, cell);
    if (cells.size > 0) this.rows.set(row, cells);
    else this.rows.delete(row);
  }

  /** Whole rows, columns and sheets keep one look for all their cells, so that this costs little. */
  restyle(block: Block, change: (look: Look) => Look): void {
    const isWide = block.left === 0 && block.right === maxColumns - 1;
    const isTall = block.top === 0 && block.bottom === maxRows - 1;
    if (isWide && isTall) this.sheetLook = change(this.sheetLook);
    else if (isTall) {
      for (let column = block.left; column <= block.right; column += 1) {
        this.columnLooks.set(column, change(this.columnLooks.get(column) ?? this.sheetLook));
      }
    } else if (isWide) {
      for (let row = block.top; row <= block.bottom; row += 1) {
        this.rowLooks.set(row, change(this.rowLooks.get(row) ?? this.sheetLook));
      }
    } else {
      for (let row = block.top; row <= block.bottom; row += 1) {
        for (let column = block.left; column <= block.right; column += 1) {
          const cell = this.at(row, column);
          this.put(row, column, { value: null, ...cell, look: change(this.lookAt(row, column)) });
        }
      }
      return;
    }
    if (isWide && isTall) for (const looks of [this.rowLooks, this.columnLooks]) restyleAll(looks, change);
    for (const [row, column, cell] of this.within(block)) {
      if (cell.look) this.put(row, column, { ...cell, look: change(cell.look) });
    }
  }

  /** The cells that stand in a block, row by row. */
  *within({ top, left, bottom, right }: Block): Generator<[number, number, HostCell]> {
    for (const [row, cells] of [...this.rows]) {
      if (row < top || row > bottom) continue;
      for (const [column, cell] of [...cells]) if (column >= left && column <= right) yield [row, column, cell];
    }
  }

  /** The block that holds every cell that was used; with `valuesOnly`, looks do not count. Null where there is none. */
  used(within: Block, valuesOnly: boolean): Block | null {
    let block: Block | null = null;
    for (const [row, column, cell] of this.within(within)) {
      if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
      block = block
        ? {
            top: Math.min(block.top, row),
            left: Math.min(block.left, column),
            bottom: Math.max(block.bottom, row),
            right: Math.max(block.right, column),
          }
        : { top: row, left: column, bottom: row, right: column };
    }
    return block;
  }
}

function restyleAll(looks: Map<number, Look>, change: (look: Look) => Look): void {
  for (const [line, look] of [...looks]) looks.set(line, change(look));
}

export const wholeSheet: Block = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
