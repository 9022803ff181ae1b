import type { Block } from "../../../src/core/cell";
import { isCellError, type HostCell, type RawValue } from "../cells";
import { enter } from "../enter";
import { cellsChanged } from "../events";
import { accessDenied, invalidArgument } from "../host-error";
import { isTall, isWide, type RangeRef } from "../range-ref";
import { showValue } from "../show-value";
import type { HostState } from "../state";

/** One value for each cell, row by row; null where the range is whole rows or columns, as in Excel. */
export function grid({ sheet, block }: RangeRef, read: (cell: HostCell | undefined, at: Position) => unknown): unknown {
  if (isTall(block) || isWide(block)) return null;
  const rows: unknown[][] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const line: unknown[] = [];
    const cells = sheet.cells.rows.get(row);
    for (let column = block.left; column <= block.right; column += 1) {
      line.push(read(cells?.get(column), { row, column }));
    }
    rows.push(line);
  }
  return rows;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

export function plainValue(value: RawValue): number | string | boolean {
  return value === null ? "" : isCellError(value) ? value.error : value;
}

export function valuesOf(ref: RangeRef): unknown {
  return grid(ref, (cell) => plainValue(cell?.value ?? null));
}

export function formulasOf(ref: RangeRef): unknown {
  return grid(ref, (cell) => (cell?.formula === undefined ? plainValue(cell?.value ?? null) : `=${cell.formula}`));
}

export function valueTypesOf(ref: RangeRef): unknown {
  return grid(ref, (cell) => {
    const value = cell?.value ?? null;
    if (value === null) return "Empty";
    if (isCellError(value)) return "Error";
    return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  });
}

export function textOf(ref: RangeRef): unknown {
  return grid(ref, (cell, { row, column }) =>
    showValue(cell?.value ?? null, ref.sheet.cells.lookAt(row, column).numberFormat),
  );
}

/** Writes values or formulas as if typed. Null leaves a cell alone; what a merge covers is dropped. */
export function putValues(state: HostState, ref: RangeRef, input: unknown): void {
  const { sheet, block } = ref;
  state.refuseReadOnly();
  const given = inputGrid(block, input);
  refuseLocked(ref);
  forEachCell(block, given, ({ row, column }, value) => {
    if (value === null || sheet.merges.some((merge) => isCovered(merge, row, column))) return;
    const look = sheet.cells.lookAt(row, column);
    const { format, ...entered } = enter(value, look.numberFormat);
    const own = sheet.cells.at(row, column)?.look ?? null;
    sheet.cells.put(row, column, { ...entered, look: format === undefined ? own : { ...look, numberFormat: format } });
    state.noteChange({ sheet, row, column });
  });
  state.notify(cellsChanged(sheet, block, true));
}

export function putNumberFormats(state: HostState, { sheet, block }: RangeRef, input: unknown): void {
  state.refuseProtected(sheet, "allowFormatCells");
  if (typeof input === "string") {
    sheet.cells.restyle(block, (look) => ({ ...look, numberFormat: input }));
    return;
  }
  forEachCell(block, inputGrid(block, input), ({ row, column }, format) => {
    if (format === null) return;
    if (typeof format !== "string") throw invalidArgument("A number format is a text.");
    const one = { top: row, left: column, bottom: row, right: column };
    sheet.cells.restyle(one, (look) => ({ ...look, numberFormat: format }));
  });
}

/** Throws where a cell of the range is locked and its sheet protected. */
export function refuseLocked({ sheet, block }: RangeRef): void {
  if (!sheet.protection) return;
  const { sheetLook } = sheet.cells;
  const area = (block.bottom - block.top + 1) * (block.right - block.left + 1);
  if (area > 1_000_000 && sheetLook.isLocked) throw accessDenied(`The sheet ${sheet.name} is protected.`);
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      if (sheet.cells.lookAt(row, column).isLocked) throw accessDenied(`The sheet ${sheet.name} is protected.`);
    }
  }
}

function inputGrid({ top, left, bottom, right }: Block, input: unknown): unknown[][] | { readonly all: unknown } {
  if (!Array.isArray(input)) return { all: input };
  const rows: unknown[][] = input.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : []));
  if (rows.length !== bottom - top + 1 || rows.some((row) => row.length !== right - left + 1)) {
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size of the range.");
  }
  return rows;
}

function forEachCell(
  block: Block,
  given: unknown[][] | { readonly all: unknown },
  put: (at: Position, value: unknown) => void,
): void {
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const value = Array.isArray(given) ? given[row - block.top]?.[column - block.left] : given.all;
      put({ row, column }, value ?? null);
    }
  }
}

function isCovered({ top, left, bottom, right }: Block, row: number, column: number): boolean {
  const isInside = row >= top && row <= bottom && column >= left && column <= right;
  return isInside && !(row === top && column === left);
}
