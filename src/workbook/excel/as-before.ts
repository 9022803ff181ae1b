import { blockToA1 } from "../../core/cell";
import type { BookPicture, SheetPicture } from "./book-picture";
import { firstDifference } from "./same-in-excel";
import { leftOver } from "./sweep";

/** Whether the workbook is as it was: its sheets, their cells and frames, the names that lead to cells, what undo knows. */
export function isAsBefore(before: BookPicture, now: BookPicture): boolean {
  return (
    isSameList(orderOf(before), orderOf(now)) &&
    [...before.sheets.values()].every((sheet) => isSameSheet(sheet, now.sheets.get(sheet.snapshot.name))) &&
    isSameList([...before.names].map(String).sort(), [...now.names].map(String).sort()) &&
    before.records === now.records
  );
}

/** Without sheets that wait for nothing any more. */
function orderOf(book: BookPicture): string[] {
  const left = new Set(leftOver(book).map(({ id }) => id));
  return book.order.filter(({ id }) => !left.has(id)).map(({ id, name, visibility }) => `${id} ${visibility} ${name}`);
}

function isSameSheet(one: SheetPicture, other: SheetPicture | undefined): boolean {
  if (!other) return false;
  const [was, is] = [one.snapshot, other.snapshot];
  return (
    was.isProtected === is.isProtected &&
    isSameList(was.merges.map(blockToA1).sort(), is.merges.map(blockToA1).sort()) &&
    isSameList([...was.hiddenRows].map(String), [...is.hiddenRows].map(String)) &&
    isSameList([...was.hiddenColumns].map(String), [...is.hiddenColumns].map(String)) &&
    firstDifference(is.rows, was.rows) === null
  );
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
