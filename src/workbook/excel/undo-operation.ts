import { contentAt } from "../../core/apply-edits";
import { fromA1, toA1, type Place } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { sameFormula } from "../../core/same-formula";
import { renameSheetIn } from "../../core/sheet-in-formula";
import { isReserved } from "../reserved-sheets";
import { WorkbookTrouble, type Undone } from "../workbook";
import type { BookPicture } from "./book-picture";
import { deleteSheet, doSteps } from "./do-steps";
import { rawOf, type RawContent } from "./excel-cell";
import { inExcel } from "./in-excel";
import { leadsTo } from "./plan-put";
import { guardedBy, protectAgain, unprotect } from "./protection";
import { readBook } from "./read-book";
import { changedRow, rowHashes } from "./row-hashes";
import { sameInExcel } from "./same-in-excel";
import { broughtBack, settle } from "./settle";
import { cellsWritten, type Step } from "./step";
import { keptSheets, recordsIn, storedRecords, undoKey, type UndoRecord } from "./undo-records";

/** Takes the last operation back out of the workbook as it was just read (law ED3); throws a WorkbookTrouble. */
export async function undoOperation(before: BookPicture): Promise<Undone> {
  const records = recordsIn(before.records);
  const last = records.at(-1);
  if (!last || !hasAllKept(before, last)) return { kind: "nothing-to-undo" };
  const at = changedSince(before, last);
  if (at) return { kind: "user-changed", name: last.name, at };
  const steps = withFormulasLedBack(before, last.steps);
  const stored = storedRecords(records.slice(0, -1));
  const places = cellsWritten(steps);
  const isDone = (now: BookPicture) => now.records === stored && isBack(now, steps);
  try {
    await inExcel((context) => takeBack(context, before, { steps, stored }));
  } catch (cause) {
    await settle(cause, { before, places, guarded: guardedBy(before, steps), isDone });
  }
  const now = await inExcel((context) =>
    readBook(
      context,
      before.order.filter(({ name }) => !isReserved(name)),
    ),
  );
  if (isDone(now)) {
    await sweep(now);
    return { kind: "undone", name: last.name };
  }
  const about = { sheet: null, isUnsure: !(await broughtBack(before, places)), detail: "undo read back otherwise" };
  throw new WorkbookTrouble("unknown", about);
}

/** Somebody may have deleted the sheets that were kept for it. */
function hasAllKept({ order }: BookPicture, record: UndoRecord): boolean {
  const there = new Set(order.map(({ name }) => name));
  return keptSheets([record]).every((name) => there.has(name));
}

/** A cell that no longer holds what the operation left in it. */
function changedSince({ sheets, snapshot }: BookPicture, record: UndoRecord): Place | null {
  for (const { sheet, cell, value, formula } of record.cells) {
    const found = sheets.get(sheet)?.snapshot;
    const position = fromA1(cell);
    const content = formula === undefined ? { value } : { value, formula };
    if (!found || !position || !sameInExcel(contentAt(found, position), content)) return { sheet, cell };
  }
  for (const { sheet, rows } of record.sheets) {
    const found = sheets.get(sheet)?.snapshot;
    if (!found) return { sheet, cell: "A1" };
    const row = changedRow(rows, rowHashes(found.rows));
    if (row !== null) return { sheet, cell: toA1({ row, column: Math.min(...(found.rows.get(row)?.keys() ?? [0])) }) };
  }
  // Where nothing comes back in its place, a formula that leads to the sheet would be broken.
  const going = new Set(record.steps.flatMap((step) => (step.kind === "give-way" ? [step.sheet] : [])));
  const lost = new Set(
    record.steps.flatMap((step) => (step.kind === "give-way" && !step.back ? [step.sheet.toLowerCase()] : [])),
  );
  for (const { name, rows } of snapshot.sheets) {
    if (lost.size === 0 || going.has(name)) continue;
    for (const [row, cells] of rows) {
      for (const [column, { formula }] of cells) {
        if (formula !== undefined && leadsTo(formula, lost)) return { sheet: name, cell: toA1({ row, column }) };
      }
    }
  }
  return null;
}

/** Formulas elsewhere follow the sheet that gives way; they are led to the one that comes back. */
function withFormulasLedBack({ snapshot }: BookPicture, steps: readonly Step[]): readonly Step[] {
  const gives = steps.filter((step) => step.kind === "give-way");
  const going = new Set(gives.map(({ sheet }) => sheet));
  const back = new Map(
    gives.flatMap(({ sheet, back: kept }) => (kept ? [[sheet.toLowerCase(), { sheet, to: kept.name }]] : [])),
  );
  if (back.size === 0) return steps;
  const wanted = new Set(back.keys());
  const led = snapshot.sheets.flatMap((sheet): Step[] => {
    if (going.has(sheet.name)) return [];
    const cells = [...sheet.rows].flatMap(([row, line]) =>
      [...line].flatMap(([column, { formula }]) => {
        if (formula === undefined || !leadsTo(formula, wanted)) return [];
        const renamed = [...back.values()].reduce((text, one) => renameSheetIn(text, one.sheet, one.to), formula);
        return [{ cell: toA1({ row, column }), raw: `=${renamed}` }];
      }),
    );
    return cells.length === 0 ? [] : [{ kind: "cells", sheet: sheet.name, cells }];
  });
  const behind = steps.map(({ kind }) => kind).lastIndexOf("give-way") + 1;
  return [...steps.slice(0, behind), ...led, ...steps.slice(behind)];
}

interface TakingBack {
  readonly steps: readonly Step[];
  readonly stored: string;
}

async function takeBack(
  context: Excel.RequestContext,
  before: BookPicture,
  { steps, stored }: TakingBack,
): Promise<void> {
  const { application, settings, worksheets } = context.workbook;
  const guarded = guardedBy(before, steps);
  application.suspendApiCalculationUntilNextSync();
  unprotect(context, guarded);
  doSteps(context, steps, before.names.keys());
  protectAgain(context, guarded);
  const active = before.order.find(({ id }) => id === before.activeId);
  const gave = steps.find((step) => step.kind === "give-way" && step.sheet === active?.name);
  if (gave?.kind === "give-way" && gave.back?.visibility === "visible") worksheets.getItem(gave.back.name).activate();
  settings.add(undoKey, stored);
  application.calculate("Recalculate");
  await context.sync();
}

/** Whether the cells hold what the steps put, as sheets are named in the end. */
function isBack({ sheets, order }: BookPicture, steps: readonly Step[]): boolean {
  const wanted = new Map<string, { sheet: string; readonly cell: string; readonly raw: RawContent }>();
  const there = new Set(order.map(({ name }) => name));
  for (const step of steps) {
    if (step.kind === "cells") {
      for (const { cell, raw } of step.cells) wanted.set(`${step.sheet}!${cell}`, { sheet: step.sheet, cell, raw });
    } else if (step.kind === "rename") {
      for (const cell of wanted.values()) if (cell.sheet === step.sheet) cell.sheet = step.to;
      if (!there.has(step.to)) return false;
    } else if (step.kind === "give-way" && step.back) {
      if (!there.has(step.back.name) || there.has(step.back.kept)) return false;
    }
  }
  return [...wanted.values()].every(({ sheet, cell, raw }) => {
    const found = sheets.get(sheet)?.snapshot;
    const position = fromA1(cell);
    return found !== undefined && position !== null && holds(contentAt(found, position), raw);
  });
}

function holds(found: CellContent, raw: RawContent): boolean {
  if (found.formula !== undefined) {
    return typeof raw === "string" && raw.startsWith("=") && sameFormula(found.formula, raw.slice(1));
  }
  const has = rawOf(found, "General");
  return has === raw || has === `'${String(raw)}`;
}

/** What gave way is out of sight and out of every reading; deleting it is tidying, which the next operation does else. */
async function sweep({ order, records }: BookPicture): Promise<void> {
  const needed = new Set(keptSheets(recordsIn(records)));
  const gone = order.filter(({ name }) => isReserved(name) && !needed.has(name));
  if (gone.length === 0) return;
  try {
    await inExcel(async (context) => {
      for (const { id } of gone) deleteSheet(context.workbook.worksheets.getItem(id));
      await context.sync();
    });
  } catch (cause) {
    if (!(cause instanceof WorkbookTrouble)) throw cause;
  }
}
