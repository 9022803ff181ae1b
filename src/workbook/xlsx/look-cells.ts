import { fromA1, maxColumns, maxRows } from "../../core/cell";
import { attribute, isOn, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** How far around what a sheet holds its blank cells still have looks (law RD7); more is left plain. */
const rowsBeyond = 500;
const columnsBeyond = 50;
/** As many blank lines as a screen shows of a sheet below and beside what it holds. */
const rowsToSpare = 20;
const columnsToSpare = 5;

const mostCellsOfSheet = 400_000;
const mostRows = 100_000;
const mostColumns = 1_000;

/** How many looks of cells a whole workbook may still have. */
export interface LooksLeft {
  cells: number;
}

export const mostCellsOfBook = 1_000_000;

/** Columns, rows and cells of a sheet, as its part tells of them one after another. */
export class LookedCells {
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly cells = new Map<number, Map<number, number>>();
  readonly #ofColumns = new Map<number, number>();
  readonly #ofRows = new Map<number, number>();
  #count = 0;
  #lastRow = -1;
  #lastColumn = -1;

  /** Looks are places in a list of so many. */
  constructor(
    private readonly looks: number,
    private readonly left: LooksLeft,
  ) {}

  get colElement(): XmlElement {
    return {
      open: (attributes) => {
        const [first, last] = [lineIn(attributes, "min", maxColumns), lineIn(attributes, "max", maxColumns)];
        if (first === null || last === null) return;
        const width = sizeIn(attributes, "width");
        const look = this.#lookIn(attributes, "style");
        for (let column = first; column <= Math.min(last, mostColumns); column += 1) {
          if (width !== undefined) this.widths.set(column, width);
          if (look > 0) this.#ofColumns.set(column, look);
        }
      },
    };
  }

  get rowElement(): XmlElement {
    let row = -1;
    let column = -1;
    let look = 0;
    let isBlank = true;
    const holds: XmlElement = { open: () => void (isBlank = false) };
    return {
      open: (attributes) => {
        row = lineIn(attributes, "r", maxRows) ?? row + 1;
        column = -1;
        const height = sizeIn(attributes, "ht");
        if (height !== undefined && this.heights.size < mostRows) this.heights.set(row, height);
        const ofRow = isOn(attributes, "customFormat") ? this.#lookIn(attributes, "s") : 0;
        if (ofRow > 0 && this.#ofRows.size < mostRows) this.#ofRows.set(row, ofRow);
      },
      children: treeOf({
        c: {
          open: (attributes) => {
            column = fromA1(attribute(attributes, "r") ?? "")?.column ?? column + 1;
            look = this.#lookIn(attributes, "s");
            isBlank = true;
          },
          close: () => this.#take({ row, column, look, isBlank }),
          children: treeOf({ v: holds, f: holds, is: holds }),
        },
      }),
    };
  }

  /** Cells that the part does not name look as their row or column does. */
  fillIn(): void {
    if (this.#ofRows.size === 0 && this.#ofColumns.size === 0) return;
    const [lastRow, lastColumn] = [this.#lastRow + rowsToSpare, this.#lastColumn + columnsToSpare];
    for (let row = 0; row <= lastRow; row += 1) {
      const ofRow = this.#ofRows.get(row);
      for (let column = 0; column <= lastColumn; column += 1) {
        const look = ofRow ?? this.#ofColumns.get(column);
        if (look === undefined || this.cells.get(row)?.has(column) === true) continue;
        if (!this.#set(row, column, look)) return;
      }
    }
  }

  #take(cell: {
    readonly row: number;
    readonly column: number;
    readonly look: number;
    readonly isBlank: boolean;
  }): void {
    const { row, column, look, isBlank } = cell;
    if (!isBlank) {
      this.#lastRow = Math.max(this.#lastRow, row);
      this.#lastColumn = Math.max(this.#lastColumn, column);
    }
    // A plain cell is worth naming only where its row or column is not.
    if (look === 0 && this.#ofColumns.size === 0 && this.#ofRows.size === 0) return;
    if (row > this.#lastRow + rowsBeyond || column > this.#lastColumn + columnsBeyond) return;
    this.#set(row, column, look);
  }

  #set(row: number, column: number, look: number): boolean {
    if (this.#count >= mostCellsOfSheet || this.left.cells <= 0) return false;
    this.#count += 1;
    this.left.cells -= 1;
    const cells = this.cells.get(row) ?? new Map<number, number>();
    this.cells.set(row, cells.set(column, look));
    return true;
  }

  #lookIn(attributes: XmlAttributes, name: string): number {
    const look = Number(attribute(attributes, name) ?? "0");
    return Number.isInteger(look) && look > 0 && look < this.looks ? look : 0;
  }
}

/** A width or height that a screen can show; undefined for any other text. */
export function sizeIn(attributes: XmlAttributes, name: string): number | undefined {
  const size = Number(attribute(attributes, name) ?? "NaN");
  return size >= 0 && size <= 1000 ? size : undefined;
}

function lineIn(attributes: XmlAttributes, name: string, most: number): number | null {
  const line = Number(attribute(attributes, name) ?? "NaN");
  return Number.isInteger(line) && line >= 1 && line <= most ? line - 1 : null;
}
