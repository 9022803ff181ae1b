import { applySheetEdit } from "./apply-sheet-edit";
import type { Block, Cell, Position } from "./cell";
import { fromA1, reference, sameValue } from "./cell";
import { isCellEdit, type CellContent, type CellEdit, type Edit, type EditRefusal, type SheetEdit } from "./edit";
import type { SheetSnapshot, Snapshot } from "./snapshot";
import { cellAt } from "./snapshot";

/**
 * The snapshot with every edit made, or the first refusal and nothing made (law ED2). An edit whose cell holds neither
 * what it expects nor already what it puts is refused (laws ED1, ED4).
 */
export function applyEdits(snapshot: Snapshot, edits: readonly Edit[]): Snapshot | EditRefusal {
  const changed = applyCellEdits(snapshot, edits.filter(isCellEdit));
  if (isRefusal(changed)) return changed;
  let outcome = changed;
  for (const edit of sheetEditsIn(edits)) {
    const next = applySheetEdit(outcome, edit);
    if (isRefusal(next)) return next;
    outcome = next;
  }
  return outcome;
}

export function sheetEditsIn(edits: readonly Edit[]): SheetEdit[] {
  return edits.filter((edit): edit is SheetEdit => !isCellEdit(edit));
}

function applyCellEdits(snapshot: Snapshot, edits: readonly CellEdit[]): Snapshot | EditRefusal {
  const pending = pendingEdits(snapshot, edits);
  if (isRefusal(pending)) return pending;
  if (pending.length === 0) return snapshot;
  const sheets = snapshot.sheets.map((sheet) => {
    const changes = pending.filter((edit) => edit.at.sheet === sheet.name);
    return changes.length === 0 ? sheet : { ...sheet, rows: changedRows(sheet, changes) };
  });
  return { ...snapshot, sheets };
}

/** The edits that are still to be made, one for each cell and in the order given, or the first refusal. */
export function pendingEdits(snapshot: Snapshot, edits: readonly CellEdit[]): readonly PendingEdit[] | EditRefusal {
  const folded = foldEdits(edits);
  if (isRefusal(folded)) return folded;
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const pending: PendingEdit[] = [];
  for (const edit of folded) {
    const sheet = sheets.get(edit.at.sheet);
    if (!sheet) return { at: edit.at, reason: "no-such-sheet", found: null };
    const position = fromA1(edit.at.cell);
    const found = position ? contentAt(sheet, position) : null;
    if (found && sameContent(found, edit.put)) continue;
    if (!position || !found || !sameContent(found, edit.expect)) {
      return { at: edit.at, reason: "cell-has-changed", found };
    }
    if (isUnderMerge(sheet, position)) {
      return { at: edit.at, reason: "read-back-differs", found };
    }
    pending.push({ ...edit, position, found });
  }
  return pending;
}

/** An edit that was checked against the workbook: `found` is what the cell holds now. */
export interface PendingEdit extends CellEdit {
  readonly position: Position;
  readonly found: CellContent;
}

export function isRefusal(outcome: object): outcome is EditRefusal {
  return "reason" in outcome && "found" in outcome;
}

/** What a cell holds; blank is a `null` value. */
export function contentAt(sheet: SheetSnapshot, { row, column }: Position): CellContent {
  const cell = cellAt(sheet, row, column);
  if (!cell) return { value: null };
  return cell.formula === undefined ? { value: cell.value } : { value: cell.value, formula: cell.formula };
}

/** Whether two contents are the same: an empty text that no formula gives is a blank cell, midnight a day alone. */
export function sameContent(one: CellContent, other: CellContent): boolean {
  return one.formula === other.formula && sameValue(settled(one).value, settled(other).value);
}

/** A content as a snapshot has it. */
function settled(content: CellContent): CellContent {
  const { value, formula } = content;
  if (value === "" && formula === undefined) return { value: null };
  if (value === null || typeof value !== "object" || !("date" in value)) return content;
  const [day = "", time = ""] = value.date.split("T");
  const seconds = time.length === 5 ? `${time}:00` : time;
  return { ...content, value: { date: seconds === "" || seconds === "00:00:00" ? day : `${day}T${seconds}` } };
}

/** Edits of one cell become one, else doing the list again would meet its own outcome and be refused (law ED4). */
function foldEdits(edits: readonly CellEdit[]): readonly CellEdit[] | EditRefusal {
  const folded = new Map<string, CellEdit>();
  for (const edit of edits) {
    const key = reference(edit.at);
    const earlier = folded.get(key);
    if (earlier && !sameContent(earlier.put, edit.expect) && !sameContent(earlier.put, edit.put)) {
      return { at: edit.at, reason: "cell-has-changed", found: earlier.put };
    }
    folded.set(key, earlier ? { ...earlier, put: edit.put } : edit);
  }
  return [...folded.values()];
}

/** What is written under a merged block never shows: Excel drops it, and so no door may take it. */
function isUnderMerge({ merges }: SheetSnapshot, position: Position): boolean {
  return merges.some((merge) => isCovered(position, merge));
}

/** Whether no edit is of a cell that a merged block covers: such a one is refused, and all others with it. */
export function canBeWritten({ sheets }: Snapshot, edits: readonly Edit[]): boolean {
  return edits.filter(isCellEdit).every(({ at }) => {
    const sheet = sheets.find(({ name }) => name === at.sheet);
    const position = fromA1(at.cell);
    return !sheet || !position || !isUnderMerge(sheet, position);
  });
}

function isCovered({ row, column }: Position, { top, left, bottom, right }: Block): boolean {
  const isInside = row >= top && row <= bottom && column >= left && column <= right;
  return isInside && !(row === top && column === left);
}

function changedRows(sheet: SheetSnapshot, edits: readonly PendingEdit[]): SheetSnapshot["rows"] {
  const rows = new Map(sheet.rows);
  for (const { position, put, leavesLegacyFont = false } of edits) {
    const { row, column } = position;
    const cells = new Map(rows.get(row));
    const cell = changedCell(leavesLegacyFont ? undefined : cells.get(column), settled(put));
    if (cell) cells.set(column, cell);
    else cells.delete(column);
    if (cells.size > 0) rows.set(row, cells);
    else rows.delete(row);
  }
  return rows;
}

function changedCell(before: Cell | undefined, { value, formula }: CellContent): Cell | null {
  if (value === null && formula === undefined) return null;
  return {
    value,
    ...(formula !== undefined && { formula }),
    // A number looks the same in every font.
    ...(typeof value === "string" && before?.legacyFont !== undefined && { legacyFont: before.legacyFont }),
  };
}
