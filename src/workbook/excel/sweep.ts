import { isReserved } from "../reserved-sheets";
import { WorkbookTrouble } from "../workbook";
import type { BookPicture, SheetName } from "./book-picture";
import { deleteSheet } from "./do-steps";
import { inExcel } from "./in-excel";
import { readOrder } from "./read-book";
import { keptSheets, recordsIn, type UndoRecord } from "./undo-records";

/** Reserved sheets that no record needs any more. */
export function leftOver(
  { order, records }: Pick<BookPicture, "order" | "records">,
  kept: readonly UndoRecord[] = recordsIn(records),
): SheetName[] {
  const needed = new Set(keptSheets(kept));
  return order.filter(({ name }) => isReserved(name) && !needed.has(name));
}

/**
 * Deletes what waits for nothing any more. It is out of sight and out of every reading, so where this fails nothing is
 * wrong: the next operation does it.
 */
export async function sweep(): Promise<void> {
  try {
    await inExcel(async (context) => {
      const left = leftOver(await readOrder(context));
      for (const { id } of left) deleteSheet(context.workbook.worksheets.getItem(id));
      if (left.length > 0) await context.sync();
    });
  } catch (cause) {
    if (!(cause instanceof WorkbookTrouble)) throw cause;
  }
}
