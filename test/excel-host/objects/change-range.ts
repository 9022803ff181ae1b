import type { Block } from "../../../src/core/cell";
import { plainLook } from "../look";
import { cellsChanged } from "../events";
import { HostError } from "../host-error";
import { intersection, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { refuseLocked } from "./range-values";

/** Takes contents, formats or all of it away. */
export function clearRange(state: HostState, ref: RangeRef, what: string): void {
  const { sheet, block } = ref;
  state.refuseReadOnly();
  const takesContents = what === "All" || what === "Contents";
  const takesLooks = what === "All" || what === "Formats";
  if (takesContents) refuseLocked(ref);
  if (takesLooks) state.refuseProtected(sheet, "allowFormatCells");
  for (const [row, column, cell] of sheet.cells.within(block)) {
    if (takesContents) {
      sheet.cells.put(row, column, { value: null, look: cell.look });
      state.noteChange({ sheet, row, column });
    }
  }
  if (takesLooks) {
    for (const [row, column, cell] of sheet.cells.within(block)) sheet.cells.put(row, column, { ...cell, look: null });
    sheet.cells.restyle(block, () => plainLook);
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, block));
    sheet.conditions = sheet.conditions.filter(({ blocks }) => !blocks.some((one) => intersection(one, block)));
  }
  if (takesContents) state.notify(cellsChanged(sheet, block, true));
}

export function mergeRange(state: HostState, { sheet, block }: RangeRef, across: boolean): void {
  state.refuseProtected(sheet);
  if (sheet.merges.some((merge) => intersection(merge, block) && !isWithin(merge, block))) {
    throw new HostError("MergedRangeConflict", "This operation can't be completed on a merged range.", 409);
  }
  sheet.merges = sheet.merges.filter((merge) => !intersection(merge, block));
  const rows = across
    ? Array.from({ length: block.bottom - block.top + 1 }, (_, index) => block.top + index).map((row): Block => ({
        ...block,
        top: row,
        bottom: row,
      }))
    : [block];
  for (const merged of rows) {
    if (merged.top === merged.bottom && merged.left === merged.right) continue;
    sheet.merges.push(merged);
    // Only the first cell keeps what it holds.
    for (const [row, column, cell] of sheet.cells.within(merged)) {
      if (row === merged.top && column === merged.left) continue;
      sheet.cells.put(row, column, { value: null, look: cell.look });
      state.noteChange({ sheet, row, column });
    }
  }
}

/** Every merge that the range touches comes apart. */
export function unmergeRange(state: HostState, { sheet, block }: RangeRef): void {
  state.refuseProtected(sheet);
  sheet.merges = sheet.merges.filter((merge) => !intersection(merge, block));
}

function isWithin(inner: Block, outer: Block): boolean {
  const { top, left, bottom, right } = outer;
  return inner.top >= top && inner.left >= left && inner.bottom <= bottom && inner.right <= right;
}
