import { contentAt } from "../../core/apply-edits";
import { formulaTo } from "../../core/apply-sheet-edit";
import { fromA1, toA1, type Place } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { sameFormula } from "../../core/same-formula";
import { leadsTo, renameSheetIn } from "../../core/sheet-in-formula";
import type { SheetSnapshot } from "../../core/snapshot";
import { WorkbookTrouble, type Undone } from "../workbook";
import type { BookPicture, SheetPicture } from "./book-picture";
import { deleteSheet, doSteps } from "./do-steps";
import { rawOf, type RawContent } from "./excel-cell";
import { inExcel } from "./in-excel";
import { guardedBy, protectAgain, unprotect } from "./protection";
import { askBack, pictureBack } from "./read-back";
import { changedRow, rowHashes } from "./row-hashes";
import { sameInExcel } from "./same-in-excel";
import { broughtBack, settle } from "./settle";
import { cellsWritten, type Step } from "./step";
import { leftOver, sweep } from "./sweep";
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
  let pictures: ReadonlyMap<string, SheetPicture>;
  try {
    pictures = await inExcel((context) => takeBack(context, before, { steps, stored }));
  } catch (cause) {
    await settle(cause, { before, places, guarded: guardedBy(before, steps), isDone });
    await sweep();
    return { kind: "undone", name: last.name };
  }
  if (holdAll(pictures, steps)) {
    if (steps.some(({ kind }) => kind === "give-way")) await sweep();
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
function changedSince({ sheets, snapshot, order }: BookPicture, record: UndoRecord): Place | null {
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
  const taken = takenName(order, record, going);
  if (taken !== null) return { sheet: taken, cell: "A1" };
  if (lost.size === 0) return null;
  const staying = snapshot.sheets.filter(({ name }) => !going.has(name));
  return formulaTo(staying, lost);
}

/** The name of a sheet that is to come back, where somebody gave it to another one since. */
function takenName(order: BookPicture["order"], { steps }: UndoRecord, going: ReadonlySet<string>): string | null {
  const there = new Set(order.flatMap(({ name }) => (going.has(name) ? [] : [name.toLowerCase()])));
  const names = steps.flatMap((step) => (step.kind === "come-back" ? [step.name] : []));
  return names.find((name) => there.has(name.toLowerCase())) ?? null;
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

/** One batch, read back in the same (law ED8); what was given room to is deleted behind it. */
async function takeBack(
  context: Excel.RequestContext,
  before: BookPicture,
  { steps, stored }: TakingBack,
): Promise<ReadonlyMap<string, SheetPicture>> {
  const { application, settings, worksheets } = context.workbook;
  const guarded = guardedBy(before, steps);
  application.suspendApiCalculationUntilNextSync();
  for (const { id } of leftOver(before)) deleteSheet(worksheets.getItem(id));
  unprotect(context, guarded);
  doSteps(context, steps, before.names.keys());
  protectAgain(context, guarded);
  const active = before.order.find(({ id }) => id === before.activeId);
  const gave = steps.find((step) => step.kind === "give-way" && step.sheet === active?.name);
  if (gave?.kind === "give-way" && gave.back?.visibility === "visible") worksheets.getItem(gave.back.name).activate();
  settings.add(undoKey, stored);
  application.calculate("Recalculate");
  const asked = wantedSheets(before, steps).map((sheet) => askBack(context, sheet));
  await context.sync();
  return new Map(asked.map((sheet) => [sheet.wanted.name, pictureBack(sheet)]));
}

/** The sheets whose cells are written, as far as they reached and will reach. */
function wantedSheets({ sheets }: BookPicture, steps: readonly Step[]): SheetSnapshot[] {
  const cells = cellsLeft(steps);
  return [...new Set(cells.map(({ sheet }) => sheet))].map((name) => {
    const rows = new Map(sheets.get(name)?.snapshot.rows);
    for (const { sheet, cell } of cells) {
      const position = sheet === name ? fromA1(cell) : null;
      if (!position) continue;
      rows.set(position.row, new Map([...(rows.get(position.row) ?? []), [position.column, { value: null }]]));
    }
    const frame = { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), merges: [] };
    return { name, visibility: "visible", isProtected: false, rows, ...frame };
  });
}

interface CellLeft {
  sheet: string;
  readonly cell: string;
  readonly raw: RawContent;
}

/** What steps leave in cells, as sheets are named in the end. */
function cellsLeft(steps: readonly Step[]): CellLeft[] {
  let left: CellLeft[] = [];
  for (const step of steps) {
    if (step.kind === "cells") {
      const written = step.cells.map(({ cell, raw }) => ({ sheet: step.sheet, cell, raw }));
      const places = new Set(written.map(({ cell }) => cell));
      left = [...left.filter(({ sheet, cell }) => sheet !== step.sheet || !places.has(cell)), ...written];
    } else if (step.kind === "rename") {
      for (const cell of left) if (cell.sheet === step.sheet) cell.sheet = step.to;
    }
  }
  return left;
}

/** Whether the workbook is as the steps leave it. */
function isBack({ sheets, order }: BookPicture, steps: readonly Step[]): boolean {
  const there = new Set(order.map(({ name }) => name));
  return (
    holdAll(sheets, steps) &&
    steps.every((step) => {
      if (step.kind === "come-back") return there.has(step.name) && !there.has(step.sheet);
      return step.kind !== "give-way" || !step.back || (there.has(step.back.name) && !there.has(step.back.kept));
    })
  );
}

function holdAll(sheets: ReadonlyMap<string, SheetPicture>, steps: readonly Step[]): boolean {
  return cellsLeft(steps).every(({ sheet, cell, raw }) => {
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
