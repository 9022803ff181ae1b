import { contentAt } from "../../core/apply-edits";
import { fromA1, toA1, type Position } from "../../core/cell";
import type { CellContent, EditRefusal } from "../../core/edit";
import type { SheetSnapshot } from "../../core/snapshot";
import type { DrawnBook } from "../workbook";
import { formatAt, type BookPicture, type SheetPicture } from "./book-picture";
import { breath } from "./breath";
import { deleteSheet, doSteps } from "./do-steps";
import { formatFor, rawOf } from "./excel-cell";
import type { Plan } from "./plan-operation";
import { guardedBy, protectAgain, unprotect } from "./protection";
import { askInserted, insertSheets, placeSheets, type Inserted } from "./put-sheets";
import {
  askBack,
  askCells,
  contentsIn,
  differenceIn,
  isSameFrame,
  pictureBack,
  reachOf,
  type SheetBack,
} from "./read-back";
import { differences, sameInExcel } from "./same-in-excel";
import type { CellStep } from "./step";
import { leftOver } from "./sweep";
import { storedRecords, undoKey, type PutCell, type UndoRecord } from "./undo-records";

/** What is carried out, on what, and what undo is to know afterwards. */
export interface Carrying {
  readonly before: BookPicture;
  readonly plan: Plan;
  readonly drawn: DrawnBook | null;
  readonly records: readonly UndoRecord[];
}

/** What came of it. */
export interface CarriedOut {
  /** The first difference; null where there is none. */
  readonly refusal: EditRefusal | null;
  /** What the cells held in the moment before they were written. */
  readonly found: readonly PutCell[];
}

/** Of what is read back; a cell takes about this much of an answer. */
const bytesOfCell = 80;
const bytesAtOnce = 4 * 1024 * 1024;

/**
 * Carries a plan out in one batch and reads back in the same what it wrote (laws ED8, XL1). Where sheets are put there is
 * one batch more, and a third where Excel bent their formulas. Gives the first difference: then the workbook has to be
 * restored.
 */
export async function carryOut(context: Excel.RequestContext, carrying: Carrying): Promise<CarriedOut> {
  const { before, plan } = carrying;
  const guarded = guardedBy(before, [...plan.steps, ...plan.later, ...plan.bent]);
  suspend(context);
  const found = askCells(context, plan.expected);
  unprotect(context, guarded);
  doSteps(context, plan.steps, before.names.keys());
  if (plan.puts.length > 0) {
    insertSheets(context, carrying);
    const inserted = askInserted(context);
    await context.sync();
    const changed = differenceIn(found, plan.expected, "cell-has-changed");
    if (changed) return { refusal: changed, found: contentsIn(found, plan.expected) };
    suspend(context);
    finishPuts(context, carrying, inserted);
  }
  protectAgain(context, guarded);
  keep(context, carrying);
  context.workbook.application.calculate("Recalculate");
  const first = await readBack(context, wantedBack(plan));
  const changed = differenceIn(found, plan.expected, "cell-has-changed");
  const pictures = changed ? first : await repaired(context, plan, first);
  const refusal = changed ?? differenceOfCells(plan, pictures) ?? (await differenceOfSheets(plan, pictures));
  return { refusal, found: contentsIn(found, plan.expected) };
}

function suspend({ workbook: { application } }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

function finishPuts(context: Excel.RequestContext, { before, plan }: Carrying, inserted: Inserted): void {
  const names = new Map(inserted.names.items.map(({ name, formula }) => [name, String(formula)]));
  placeSheets(context, { before, plan, names });
  // What is written into a sheet that was just put waits until it is known how the sheet is protected: see `repaired`.
  const put = new Set(plan.puts.map(({ sheet }) => sheet.name));
  const others = plan.later.filter((step) => step.kind !== "cells" || !put.has(step.sheet));
  doSteps(context, [...others, ...plan.bent], names.keys());
}

/** What undo is to know: the last of all that is written. Behind it go the sheets that it does not need. */
function keep({ workbook }: Excel.RequestContext, { before, records }: Carrying): void {
  workbook.settings.add(undoKey, storedRecords(records));
  for (const { id } of leftOver(before, records)) deleteSheet(workbook.worksheets.getItem(id));
}

/** The sheets that a plan changes, as they are to be. */
function wantedBack({ after, cells, steps, later, puts }: Plan): SheetSnapshot[] {
  const names = new Set([
    ...cells.map(({ sheet }) => sheet),
    ...puts.map(({ sheet }) => sheet.name),
    ...[...steps, ...later].flatMap((step) => {
      if (step.kind === "name") return [];
      return step.kind === "rename" ? [step.to] : [step.sheet];
    }),
  ]);
  return after.sheets.filter(({ name }) => names.has(name));
}

/** In one sync, or one for each 4 MB. */
async function readBack(
  context: Excel.RequestContext,
  wanted: readonly SheetSnapshot[],
): Promise<ReadonlyMap<string, SheetPicture>> {
  const asked: SheetBack[] = [];
  let bytes = 0;
  for (const sheet of wanted) {
    const { bottom, right } = reachOf(sheet);
    const size = bottom * right * bytesOfCell;
    if (bytes > 0 && bytes + size > bytesAtOnce) {
      await context.sync();
      bytes = 0;
    }
    asked.push(askBack(context, sheet));
    bytes += size;
  }
  await context.sync();
  const pictures = new Map<string, SheetPicture>();
  for (const sheet of asked) {
    pictures.set(sheet.wanted.name, pictureBack(sheet));
    await breath();
  }
  return pictures;
}

function differenceOfCells({ cells }: Plan, pictures: ReadonlyMap<string, SheetPicture>): EditRefusal | null {
  for (const { sheet, cell, ...content } of cells) {
    const position = fromA1(cell);
    const picture = pictures.get(sheet);
    const found = picture && position ? contentAt(picture.snapshot, position) : null;
    if (found && sameInExcel(found, content)) continue;
    return { at: { sheet, cell }, reason: "read-back-differs", found };
  }
  return null;
}

/**
 * Cells of sheets that were put are written anew where they are not what they are to be: formulas that lead to sheets which
 * were here already lead to the file that the sheet came from, and later rounds may write into it. Gives what is then there.
 */
async function repaired(
  context: Excel.RequestContext,
  { puts, after }: Plan,
  pictures: ReadonlyMap<string, SheetPicture>,
): Promise<ReadonlyMap<string, SheetPicture>> {
  const bent: { readonly picture: SheetPicture; readonly wanted: SheetSnapshot; readonly cells: CellStep[] }[] = [];
  for (const put of puts) {
    const picture = pictures.get(put.sheet.name);
    const wanted = after.sheets.find((sheet) => sheet.name === put.sheet.name);
    if (!picture || !wanted) continue;
    const cells = [...differences(picture.snapshot.rows, wanted.rows)].map((at) => cellStep(picture, wanted, at));
    if (cells.length > 0) bent.push({ picture, wanted, cells });
    await breath();
  }
  if (bent.length === 0) return pictures;
  suspend(context);
  const guarded = bent.flatMap(({ picture: { id, protection, snapshot } }) =>
    protection ? [{ id, name: snapshot.name, options: protection }] : [],
  );
  unprotect(context, guarded);
  doSteps(
    context,
    bent.map(({ wanted, cells }) => ({ kind: "cells", sheet: wanted.name, cells })),
    [],
  );
  protectAgain(context, guarded);
  context.workbook.application.calculate("Recalculate");
  const again = await readBack(
    context,
    bent.map(({ wanted }) => wanted),
  );
  return new Map([...pictures, ...again]);
}

function cellStep(picture: SheetPicture, wanted: SheetSnapshot, at: Position): CellStep {
  const content = contentAt(wanted, at);
  const format = formatAt(picture, at);
  const needed = formatFor(content, format);
  return { cell: toA1(at), raw: rawOf(content, needed ?? format), ...(needed !== null && { format: needed }) };
}

async function differenceOfSheets(
  { after, puts }: Plan,
  pictures: ReadonlyMap<string, SheetPicture>,
): Promise<EditRefusal | null> {
  const put = new Set(puts.map(({ sheet }) => sheet.name));
  for (const [name, { snapshot }] of pictures) {
    const wanted = after.sheets.find((sheet) => sheet.name === name);
    const differs = (cell: string, found: CellContent | null): EditRefusal => ({
      at: { sheet: name, cell },
      reason: "read-back-differs",
      found,
    });
    if (!wanted || !isSameFrame(snapshot, wanted)) return differs("A1", null);
    const [first] = put.has(name) ? differences(snapshot.rows, wanted.rows) : [];
    if (first) return differs(toA1(first), contentAt(snapshot, first));
    await breath();
  }
  return null;
}
