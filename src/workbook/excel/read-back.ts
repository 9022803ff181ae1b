import { blockToA1, fromA1, reference, toA1, type Block } from "../../core/cell";
import type { CellContent, EditRefusal } from "../../core/edit";
import type { SheetSnapshot } from "../../core/snapshot";
import { askSheet, sheetPicture, type SheetAsked } from "./ask-sheet";
import { visibilityOf, type SheetPicture } from "./book-picture";
import { blocksOf } from "./blocks";
import { cellOf } from "./excel-cell";
import { sameInExcel } from "./same-in-excel";
import type { PutCell } from "./undo-records";

/** Cells asked for within a batch, to be compared after the sync. */
export interface CellsAsked {
  readonly blocks: readonly { readonly sheet: string; readonly block: Block; readonly range: Excel.Range }[];
}

/** Asks what cells hold at this point of the batch; costs no sync. */
export function askCells({ workbook }: Excel.RequestContext, cells: readonly PutCell[]): CellsAsked {
  const bySheet = new Map<string, PutCell[]>();
  for (const cell of cells) bySheet.set(cell.sheet, [...(bySheet.get(cell.sheet) ?? []), cell]);
  const blocks = [...bySheet].flatMap(([sheet, ofSheet]) => {
    const placed = ofSheet.flatMap(({ cell }) => {
      const position = fromA1(cell);
      return position ? [{ ...position, content: cell }] : [];
    });
    return blocksOf(placed).map(({ block }) => {
      const range = workbook.worksheets.getItem(sheet).getRange(blockToA1(block));
      range.load("values,formulas,numberFormat,valueTypes");
      return { sheet, block, range };
    });
  });
  return { blocks };
}

/** The first cell that does not hold what it should; null where all do (law ED1). */
export function differenceIn(
  asked: CellsAsked,
  cells: readonly PutCell[],
  reason: EditRefusal["reason"],
): EditRefusal | null {
  for (const [index, { sheet, cell, ...found }] of contentsIn(asked, cells).entries()) {
    const wanted = cells[index];
    if (!wanted || !sameInExcel(found, wanted)) return { at: { sheet, cell }, reason, found };
  }
  return null;
}

/** The cells with what they held at that point of the batch. */
export function contentsIn({ blocks }: CellsAsked, cells: readonly PutCell[]): PutCell[] {
  const found = new Map<string, CellContent>();
  for (const { sheet, block, range } of blocks) {
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const at = { sheet, cell: toA1({ row, column }) };
        found.set(reference(at), contentIn(range, row - block.top, column - block.left));
      }
    }
  }
  return cells.map(({ sheet, cell }) => ({
    sheet,
    cell,
    ...(found.get(reference({ sheet, cell })) ?? { value: null }),
  }));
}

function contentIn(range: Excel.Range, down: number, along: number): CellContent {
  const at = (grid: unknown) => (grid as readonly (readonly unknown[])[])[down]?.[along];
  const { values, formulas, numberFormat, valueTypes } = range;
  const cell = cellOf({ value: at(values), formula: at(formulas), format: at(numberFormat), type: at(valueTypes) });
  return cell ?? { value: null };
}

/** A whole sheet asked for within a batch. */
export interface SheetBack {
  readonly wanted: SheetSnapshot;
  readonly sheet: Excel.Worksheet;
  readonly asked: SheetAsked;
}

/** Asks for a sheet as it is at this point of the batch, as far as it ought to reach and a little further. */
export function askBack({ workbook }: Excel.RequestContext, wanted: SheetSnapshot): SheetBack {
  const sheet = workbook.worksheets.getItem(wanted.name);
  sheet.load("id,name,visibility");
  return { wanted, sheet, asked: askSheet(sheet, reachOf(wanted)) };
}

/** The block that `askBack` asks for. */
export function reachOf({ rows, hiddenRows, hiddenColumns }: SheetSnapshot): Block {
  let bottom = 0;
  let right = 0;
  for (const row of hiddenRows) bottom = Math.max(bottom, row);
  for (const column of hiddenColumns) right = Math.max(right, column);
  for (const [row, cells] of rows) {
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) right = Math.max(right, column);
  }
  return { top: 0, left: 0, bottom: bottom + 1, right: right + 1 };
}

/** The sheet as it was answered. */
export function pictureBack({ sheet, asked }: SheetBack): SheetPicture {
  const { id, name, visibility } = sheet;
  return sheetPicture({ id, name, visibility: visibilityOf(visibility) }, asked);
}

/** Whether merges, hidden lines, visibility and protection are as they should be. */
export function isSameFrame(found: SheetSnapshot, wanted: SheetSnapshot): boolean {
  const merges = new Set(wanted.merges.map(blockToA1));
  const { bottom, right } = reachOf({ ...wanted, hiddenRows: new Set(), hiddenColumns: new Set() });
  return (
    found.visibility === wanted.visibility &&
    found.isProtected === wanted.isProtected &&
    found.merges.length === merges.size &&
    found.merges.every((merge) => merges.has(blockToA1(merge))) &&
    // Beyond the cells nothing is told of what is hidden.
    [...found.hiddenRows].every((row) => wanted.hiddenRows.has(row) || row >= bottom) &&
    [...found.hiddenColumns].every((column) => wanted.hiddenColumns.has(column) || column >= right)
  );
}
