import { contentAt, isRefusal } from "../../core/apply-edits";
import { fromA1, type Cell } from "../../core/cell";
import type { EditRefusal } from "../../core/edit";
import type { SheetSnapshot } from "../../core/snapshot";
import { seals } from "../seals";
import { WorkbookTrouble, type Operation } from "../workbook";
import type { BookPicture } from "./book-picture";
import { breath } from "./breath";
import { carryOut, type CarriedOut } from "./carry-out";
import { inExcel } from "./in-excel";
import { planOperation, type Plan } from "./plan-operation";
import { guardedBy } from "./protection";
import { isSameFrame } from "./read-back";
import { rowHashes } from "./row-hashes";
import { sameInExcel, sameRowsInExcel } from "./same-in-excel";
import { broughtBack, settle } from "./settle";
import { cellsWritten } from "./step";
import { sweep } from "./sweep";
import { recordsIn, storedRecords, withRecord, type PutCell, type UndoRecord } from "./undo-records";

/**
 * Does an operation to the workbook as it was just read: all of it, or nothing (laws ED1–ED5, ED7, ED8). Gives the refusal
 * where the workbook is not what was expected; throws a WorkbookTrouble.
 */
export async function writeOperation(before: BookPicture, operation: Operation): Promise<EditRefusal | null> {
  const plan = planOperation(before, operation);
  if (plan === null || isRefusal(plan)) return plan;
  const records = await recordsAfter(before, operation, plan);
  const places = cellsWritten([...plan.steps, ...plan.later, ...plan.bent]);
  let outcome: CarriedOut;
  try {
    outcome = await inExcel((context) => carryOut(context, { before, plan, drawn: operation.drawn, records }));
  } catch (cause) {
    await settle(cause, {
      before,
      places,
      guarded: guardedBy(before, [...plan.steps, ...plan.later, ...plan.bent]),
      isDone: (now) => isDone(now, plan, storedRecords(records)),
    });
    await sweep();
    return null;
  }
  const { refusal, found } = outcome;
  if (!refusal) return null;
  if (await broughtBack(refusal.reason === "cell-has-changed" ? withCells(before, found) : before, places))
    return refusal;
  const about = { sheet: refusal.at.sheet, isUnsure: true, detail: `${refusal.reason} ${refusal.at.cell}` };
  throw new WorkbookTrouble("unknown", about);
}

async function recordsAfter(before: BookPicture, operation: Operation, plan: Plan): Promise<readonly UndoRecord[]> {
  const sheets: UndoRecord["sheets"][number][] = [];
  for (const { name, rows } of plan.after.sheets) {
    if (plan.puts.some(({ sheet }) => sheet.name === name)) sheets.push({ sheet: name, rows: rowHashes(rows) });
    await breath();
  }
  const record: UndoRecord = { name: operation.name, cells: plan.cells, sheets, steps: plan.back };
  return withRecord(seals(operation, before.snapshot) ? [] : recordsIn(before.records), record);
}

/** The records are the last thing that is written: where they stand, so does all else. */
function isDone(now: BookPicture, { after, cells, puts }: Plan, stored: string): boolean {
  if (now.records !== stored) return false;
  const sheetNamed = (name: string) => now.sheets.get(name)?.snapshot;
  return (
    after.sheets.every((wanted) => {
      const found = sheetNamed(wanted.name);
      return found !== undefined && isSameFrame(found, wanted);
    }) &&
    cells.every(({ sheet, cell, ...content }) => {
      const position = fromA1(cell);
      const found = sheetNamed(sheet);
      return position !== null && found !== undefined && sameInExcel(contentAt(found, position), content);
    }) &&
    after.sheets.every(({ name, rows }) => {
      const found = puts.some(({ sheet }) => sheet.name === name) ? sheetNamed(name) : null;
      return found === null || (found !== undefined && sameRowsInExcel(found.rows, rows));
    })
  );
}

/** The workbook with what a person typed in the moment before it was written. */
function withCells(book: BookPicture, cells: readonly PutCell[]): BookPicture {
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const rows = new Map([...sheet.rows].map(([row, line]) => [row, new Map<number, Cell>(line)]));
    for (const { cell, sheet: of, ...content } of cells) {
      const position = of === sheet.name ? fromA1(cell) : null;
      if (!position) continue;
      const row = rows.get(position.row) ?? new Map<number, Cell>();
      rows.set(position.row, row);
      if (content.value === null && content.formula === undefined) row.delete(position.column);
      else row.set(position.column, { ...content });
      if (row.size === 0) rows.delete(position.row);
    }
    return { ...sheet, rows };
  };
  const sheets = new Map(
    [...book.sheets].map(([name, sheet]) => [name, { ...sheet, snapshot: changed(sheet.snapshot) }]),
  );
  return {
    ...book,
    sheets,
    snapshot: { ...book.snapshot, sheets: [...sheets.values()].map(({ snapshot }) => snapshot) },
  };
}
