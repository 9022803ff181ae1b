import { applyEdits, isRefusal, pendingEdits, sheetEditsIn } from "../../core/apply-edits";
import { applySheetEdit } from "../../core/apply-sheet-edit";
import type { Place } from "../../core/cell";
import { isCellEdit, type CellEdit, type Edit, type EditRefusal, type SheetEdit } from "../../core/edit";
import { isUnreadable, type Snapshot } from "../../core/snapshot";
import { PartError } from "./fault";
import { CannotPatch, PackageDraft } from "./package-draft";
import { patchArchive } from "./patch-archive";
import { hasFormulas, patchSheetEdit } from "./patch-sheet-edit";
import { differenceOf } from "./read-back";
import { readSnapshot } from "./read-snapshot";

/** A workbook's bytes after a patch. */
export interface PatchedWorkbook {
  readonly bytes: Uint8Array;
}

/**
 * The workbook with every edit made in its own parts and everything else left byte for byte (law ED5), or the first
 * refusal. What was written is read back and compared before it is given (law ED8).
 */
export async function patchWorkbook(bytes: Uint8Array, edits: readonly Edit[]): Promise<PatchedWorkbook | EditRefusal> {
  const [first] = edits;
  if (!first) return { bytes };
  const before = readSnapshot("", bytes);
  if (isUnreadable(before)) return { at: placeOf(first), reason: "no-such-sheet", found: null };
  const expected = applyEdits(before, edits);
  if (isRefusal(expected)) return expected;
  const changed = patchCells({ bytes, snapshot: before }, edits.filter(isCellEdit));
  return isRefusal(changed) ? changed : patchSheets(changed, sheetEditsIn(edits));
}

function placeOf(edit: Edit): Place {
  if (isCellEdit(edit)) return edit.at;
  return { sheet: edit.kind === "put-sheet" ? edit.sheet.name : edit.sheet, cell: "A1" };
}

/** A workbook's bytes and what reading them gives. */
interface Stage extends PatchedWorkbook {
  readonly snapshot: Snapshot;
}

function patchCells(stage: Stage, edits: readonly CellEdit[]): Stage | EditRefusal {
  const { bytes, snapshot: before } = stage;
  const pending = pendingEdits(before, edits);
  if (isRefusal(pending)) return pending;
  const [first] = pending;
  if (!first) return stage;
  const expected = applyEdits(before, edits);
  if (isRefusal(expected)) return expected;
  const notWritten = ({ at, found }: typeof first): EditRefusal => ({ at, reason: "read-back-differs", found });
  try {
    const patched = patchArchive(bytes, { pending, before, hasFormulas: hasFormulas(expected) });
    if (!(patched instanceof Uint8Array)) return notWritten(patched);
    const snapshot = readSnapshot("", patched);
    if (isUnreadable(snapshot)) return notWritten(first);
    return differenceOf(withHiddenOf(expected, snapshot), snapshot) ?? { bytes: patched, snapshot };
  } catch (cause) {
    if (cannotBePatched(cause)) return notWritten(first);
    throw cause;
  }
}

/** New cells widen how far hidden rows and columns are read, and cells that go narrow it. */
function withHiddenOf(expected: Snapshot, { sheets }: Snapshot): Snapshot {
  return {
    ...expected,
    sheets: expected.sheets.map((sheet, index) => {
      const { hiddenRows, hiddenColumns } = sheets[index] ?? sheet;
      return { ...sheet, hiddenRows, hiddenColumns };
    }),
  };
}

async function patchSheets(stage: Stage, edits: readonly SheetEdit[]): Promise<PatchedWorkbook | EditRefusal> {
  let { snapshot } = stage;
  let last: SheetEdit | undefined;
  try {
    const draft = PackageDraft.open(stage.bytes);
    for (const edit of edits) {
      const after = applySheetEdit(snapshot, edit);
      if (isRefusal(after)) return after;
      if (after === snapshot) continue;
      last = edit;
      await patchSheetEdit(draft, edit, { before: snapshot, after });
      snapshot = after;
    }
    if (!last) return { bytes: stage.bytes };
    const patched = draft.bytes();
    const found = readSnapshot("", patched);
    if (isUnreadable(found)) return notMade(last);
    return differenceOf(snapshot, found) ?? { bytes: patched };
  } catch (cause) {
    if (last && cannotBePatched(cause)) return notMade(last);
    throw cause;
  }
}

function notMade(edit: SheetEdit): EditRefusal {
  return { at: placeOf(edit), reason: "read-back-differs", found: null };
}

function cannotBePatched(cause: unknown): boolean {
  return cause instanceof CannotPatch || cause instanceof PartError;
}
