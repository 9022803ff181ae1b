import type { SheetEdit } from "../../core/edit";
import type { Snapshot } from "../../core/snapshot";
import { mapBook, worksheetIn } from "./book-map";
import { demandCalculation } from "./calculation";
import { dropSheet } from "./drop-sheet";
import { narrowNames } from "./narrow-names";
import { openTag } from "./open-tag";
import type { PackageDraft } from "./package-draft";
import { putSheet } from "./put-sheet";
import { renameSheet } from "./rename-sheet";
import { showLines, unmerge } from "./show-lines";
import { spliceText } from "./splice";

/** What an edit of a sheet makes of the workbook. */
export interface Turn {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** Makes one edit of a sheet that the snapshot took; throws a CannotPatch where the package cannot take it. */
export async function patchSheetEdit(draft: PackageDraft, edit: SheetEdit, turn: Turn): Promise<void> {
  switch (edit.kind) {
    case "rename-sheet":
      renameSheet(draft, edit.sheet, edit.to);
      if (hasFormulas(turn.after)) demandCalculation(draft);
      return;
    case "show-sheet":
      showSheet(draft, edit.sheet);
      return;
    case "show-lines":
      draft.change(partOf(draft, edit.sheet), (xml) => showLines(xml, edit));
      return;
    case "unmerge":
      draft.change(partOf(draft, edit.sheet), (xml) => unmerge(xml, edit.block));
      narrowNames(draft, edit.sheet, [edit.block]);
      return;
    case "put-sheet":
      await putSheet(draft, edit, turn.before);
      if (hasFormulas(turn.after)) demandCalculation(draft);
      return;
    case "drop-sheet":
      dropSheet(draft, edit.sheet);
  }
}

function partOf(draft: PackageDraft, sheet: string): string {
  return worksheetIn(mapBook(draft), sheet).part;
}

function showSheet(draft: PackageDraft, name: string): void {
  const book = mapBook(draft);
  const { element } = worksheetIn(book, name);
  const text = openTag(element, new Map([["state", null]]));
  draft.write(book.main, spliceText(book.xml, [{ start: element.start, end: element.openEnd, text }]));
}

/** Whether any cell of the workbook is computed. */
export function hasFormulas({ sheets }: Snapshot): boolean {
  return sheets.some(({ rows }) =>
    [...rows.values()].some((cells) => [...cells.values()].some(({ formula }) => formula !== undefined)),
  );
}
