import { contentAt } from "../../core/apply-edits";
import { blockToA1, toA1, type Block, type Place } from "../../core/cell";
import { cellAt, type SheetSnapshot } from "../../core/snapshot";
import { reservedPrefix } from "../reserved-sheets";
import { isAsBefore } from "./as-before";
import { formatAt, saidVisibility, type BookPicture, type SheetPicture } from "./book-picture";
import { deleteSheet, doSteps, writeCells } from "./do-steps";
import { rawOf } from "./excel-cell";
import { guardedSheets, protectAgain, unprotect } from "./protection";
import { readBook } from "./read-book";
import { sameInExcel } from "./same-in-excel";
import type { CellStep, Step } from "./step";
import { undoKey } from "./undo-records";

/** What a half-done operation may have left changed in cells. */
export interface Touched {
  /** Cells that were written. */
  readonly places: readonly Place[];
}

/**
 * Brings the workbook back to what it was, whatever of an operation was done, and says whether it is (law ED2). Cells that
 * the operation did not touch are left alone, but for formulas that Excel bent.
 */
export async function restore(
  context: Excel.RequestContext,
  before: BookPicture,
  { places }: Touched,
): Promise<boolean> {
  // Names and formulas follow sheets that get their names back, and are led right when they are seen the next time.
  for (let attempt = 1; attempt <= 3; attempt++) {
    const now = await readBook(context);
    if (isAsBefore(before, now)) return true;
    bringBack(context, { before, now, places });
    await context.sync();
  }
  return isAsBefore(before, await readBook(context));
}

interface BringingBack extends Touched {
  readonly before: BookPicture;
  readonly now: BookPicture;
}

function bringBack(context: Excel.RequestContext, { before, now, places }: BringingBack): void {
  const { worksheets, settings } = context.workbook;
  const byId = new Map([...now.sheets.values()].map((sheet) => [sheet.id, sheet]));
  const known = new Set(before.order.map(({ id }) => id));
  const extra = now.order.filter(({ id }) => !known.has(id));
  const pairs = [...before.sheets.values()].flatMap((was) => {
    const is = byId.get(was.id) ?? null;
    return [{ was, is, cells: is ? cellsBack(was, is, places) : [] }];
  });
  const changed = pairs.filter(
    ({ was, is, cells }) => cells.length > 0 || (is && !isSameFrame(was.snapshot, is.snapshot)),
  );
  unprotect(
    context,
    guardedSheets(
      now,
      changed.flatMap(({ is }) => (is ? [is.snapshot.name] : [])),
    ),
  );
  const aside = namesAside(now);
  for (const { id } of extra) worksheets.getItem(id).name = aside();
  const misnamed = before.order.filter(({ id, name }) => now.order.some((one) => one.id === id && one.name !== name));
  for (const { id } of misnamed) worksheets.getItem(id).name = aside();
  for (const { id, name } of misnamed) worksheets.getItem(id).name = name;
  for (const { id, visibility } of before.order.filter(({ id: wanted }) => now.order.some(({ id }) => id === wanted))) {
    worksheets.getItem(id).visibility = saidVisibility(visibility);
  }
  for (const { was, is, cells } of changed) {
    if (!is) continue;
    doSteps(context, frameBack(was.snapshot, is.snapshot), []);
    writeCells(worksheets.getItem(was.id), cells);
  }
  doSteps(context, namesBack(before, now), now.names.keys());
  for (const { id } of extra) deleteSheet(worksheets.getItem(id));
  for (const [place, { id }] of before.order.entries()) {
    if (now.order[place]?.id !== id && now.order.some((one) => one.id === id)) worksheets.getItem(id).position = place;
  }
  const unguarded = pairs.filter(
    ({ was, is }) => was.protection && is && (!is.protection || changed.some((one) => one.was === was)),
  );
  protectAgain(
    context,
    unguarded.flatMap(({ was }) =>
      was.protection ? [{ id: was.id, name: was.snapshot.name, options: was.protection }] : [],
    ),
  );
  if (before.records !== now.records) {
    if (before.records === null) settings.getItem(undoKey).delete();
    else settings.add(undoKey, before.records);
  }
  if (before.activeId !== now.activeId) worksheets.getItem(before.activeId).activate();
}

/** Names that no sheet has, for those that swap theirs. */
function namesAside({ order }: BookPicture): () => string {
  const taken = new Set(order.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return () => {
    do number++;
    while (taken.has(`${reservedPrefix}aside_${number}`));
    return `${reservedPrefix}aside_${number}`;
  };
}

function isSameFrame(was: SheetSnapshot, is: SheetSnapshot): boolean {
  return frameBack(was, is).length === 0;
}

/** The merges and hidden lines that are no longer as they were. */
function frameBack(was: SheetSnapshot, is: SheetSnapshot): Step[] {
  const sheet = was.name;
  const missing = (some: readonly Block[], others: readonly Block[]) => {
    const there = new Set(others.map(blockToA1));
    return some.map(blockToA1).filter((block) => !there.has(block));
  };
  const lines = (some: SheetSnapshot, others: SheetSnapshot, isHidden: boolean): Step[] => {
    const rows = [...some.hiddenRows].filter((row) => !others.hiddenRows.has(row));
    const columns = [...some.hiddenColumns].filter((column) => !others.hiddenColumns.has(column));
    return rows.length + columns.length === 0 ? [] : [{ kind: "lines", sheet, rows, columns, isHidden }];
  };
  return [
    ...missing(is.merges, was.merges).map((block): Step => ({ kind: "merge", sheet, block, isMerged: false })),
    ...missing(was.merges, is.merges).map((block): Step => ({ kind: "merge", sheet, block, isMerged: true })),
    ...lines(was, is, true),
    ...lines(is, was, false),
  ];
}

function cellsBack(was: SheetPicture, is: SheetPicture, places: readonly Place[]): CellStep[] {
  const touched = new Set(places.filter(({ sheet }) => sheet === was.snapshot.name).map(({ cell }) => cell));
  const cells: CellStep[] = [];
  const rows = new Set([...was.snapshot.rows.keys(), ...is.snapshot.rows.keys()]);
  for (const row of rows) {
    const columns = new Set([
      ...(was.snapshot.rows.get(row)?.keys() ?? []),
      ...(is.snapshot.rows.get(row)?.keys() ?? []),
    ]);
    for (const column of columns) {
      const position = { row, column };
      const cell = toA1(position);
      const [had, has] = [contentAt(was.snapshot, position), contentAt(is.snapshot, position)];
      const isBent = had.formula !== undefined && has.formula !== undefined;
      const format = formatAt(was, position);
      const isFormatChanged = format !== formatAt(is, position);
      if (!(touched.has(cell) ? isFormatChanged || !sameInExcel(has, had) : isBent && !sameInExcel(has, had))) continue;
      const font = cellAt(was.snapshot, row, column)?.legacyFont;
      cells.push({
        cell,
        raw: rawOf(had, format),
        ...(isFormatChanged && { format }),
        ...(font !== undefined && { font }),
      });
    }
  }
  return cells;
}

function namesBack(before: BookPicture, now: BookPicture): Step[] {
  return [
    ...[...now.names.keys()]
      .filter((name) => !before.names.has(name))
      .map((name): Step => ({ kind: "name", name, formula: null })),
    ...[...before.names]
      .filter(([name, formula]) => now.names.get(name) !== formula)
      .map(([name, formula]): Step => ({ kind: "name", name, formula })),
  ];
}
