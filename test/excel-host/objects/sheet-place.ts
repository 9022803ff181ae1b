import type { HostBook, HostSheet } from "../book";
import { sheetNamed } from "../book";
import { invalidArgument } from "../host-error";

/** Where a new sheet goes: `relative` is a sheet's id or name. */
export function placeOfSheet(book: HostBook, position: string, relative: string | undefined): number {
  const other =
    relative === undefined ? undefined : (book.sheets.find(({ id }) => id === relative) ?? sheetNamed(book, relative));
  switch (position) {
    case "Beginning":
      return 0;
    case "None":
    case "End":
      return book.sheets.length;
    case "Before":
    case "After":
      if (!other) throw invalidArgument("Before or after which sheet?");
      return book.sheets.indexOf(other) + (position === "After" ? 1 : 0);
    default:
      throw invalidArgument(`No position: ${position}`);
  }
}

export function insertSheet(book: HostBook, sheet: HostSheet, at: number): void {
  book.sheets.splice(at, 0, sheet);
}
