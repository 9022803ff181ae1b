import type { PendingEdit } from "../../core/apply-edits";
import { applyEdits, contentAt, isRefusal, pendingEdits, sameContent } from "../../core/apply-edits";
import type { Position } from "../../core/cell";
import { toA1 } from "../../core/cell";
import { isCellEdit, type CellEdit, type Edit, type EditRefusal } from "../../core/edit";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";
import { isUnreadable } from "../../core/snapshot";
import { patchArchive } from "./patch-archive";
import { readSnapshot } from "./read-snapshot";

/** A workbook's bytes after a patch. */
export interface PatchedWorkbook {
  readonly bytes: Uint8Array;
}

/**
 * The workbook with every edit made in its own parts and everything else left byte for byte (law ED5), or the first
 * refusal. What was written is read back and compared before it is given (law ED8).
 */
export function patchWorkbook(bytes: Uint8Array, edits: readonly Edit[]): PatchedWorkbook | EditRefusal {
  return patchCells(bytes, edits.filter(isCellEdit));
}

function patchCells(bytes: Uint8Array, edits: readonly CellEdit[]): PatchedWorkbook | EditRefusal {
  const [first] = edits;
  if (!first) return { bytes };
  const before = readSnapshot("", bytes);
  if (isUnreadable(before)) return { at: first.at, reason: "no-such-sheet", found: null };
  const pending = pendingEdits(before, edits);
  if (isRefusal(pending)) return pending;
  const [firstPending] = pending;
  if (!firstPending) return { bytes };
  const expected = applyEdits(before, edits);
  if (isRefusal(expected)) return expected;

  const patched = patchArchive(bytes, { pending, before, hasFormulas: hasFormulas(expected) });
  if (!(patched instanceof Uint8Array)) return notWritten(patched ?? firstPending);
  const after = readSnapshot("", patched);
  if (isUnreadable(after)) return notWritten(firstPending);
  return differenceOf(expected, after) ?? { bytes: patched };
}

function notWritten({ at, found }: PendingEdit): EditRefusal {
  return { at, reason: "read-back-differs", found };
}

function hasFormulas({ sheets }: Snapshot): boolean {
  return sheets.some(({ rows }) =>
    [...rows.values()].some((cells) => [...cells.values()].some(({ formula }) => formula !== undefined)),
  );
}

function differenceOf(expected: Snapshot, found: Snapshot): EditRefusal | null {
  for (const [index, sheet] of expected.sheets.entries()) {
    const other = found.sheets[index];
    if (other?.name !== sheet.name)
      return { at: { sheet: sheet.name, cell: "A1" }, reason: "no-such-sheet", found: null };
    for (const position of [...positionsOf(sheet), ...positionsOf(other)]) {
      const content = contentAt(other, position);
      if (!sameContent(contentAt(sheet, position), content)) {
        return { at: { sheet: sheet.name, cell: toA1(position) }, reason: "read-back-differs", found: content };
      }
    }
  }
  return null;
}

function* positionsOf({ rows }: SheetSnapshot): Iterable<Position> {
  for (const [row, cells] of rows) for (const column of cells.keys()) yield { row, column };
}
