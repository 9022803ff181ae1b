import { contentAt, sameContent } from "../core/apply-edits";
import { sameRows } from "../core/apply-sheet-edit";
import { fromA1, toA1, type Cell, type Place } from "../core/cell";
import type { Phrase } from "../core/language";
import { cellAt, type SheetSnapshot, type Snapshot } from "../core/snapshot";

/** An operation that was done, with the workbook before it and after it. */
export interface Done {
  readonly name: Phrase;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

interface Changed {
  readonly at: Place;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

/** A cell that no longer holds what was done to it, or null. */
export function changedSince({ before, after }: Done, current: Snapshot): Place | null {
  if (isOnlyOfCells(before, after)) {
    const gone = differences(before, after).find(({ at, after: put }) => !holds(current, at, put));
    return gone?.at ?? null;
  }
  for (const put of after.sheets.filter((sheet) => isTouched(sheet, before))) {
    const now = sheetNamed(current, put.name);
    if (!now) return { sheet: put.name, cell: "A1" };
    const changed = differencesOfSheets(put, now)[0];
    if (changed) return changed.at;
  }
  return null;
}

/** The workbook without what was done to it; what a person changed elsewhere since then stays. */
export function takenBack({ before, after }: Done, current: Snapshot): Snapshot {
  if (isOnlyOfCells(before, after)) {
    return withCells(
      current,
      differences(before, after).map(({ at, before: cell }) => ({ at, cell: cell ?? null })),
    );
  }
  return {
    ...current,
    sheets: before.sheets.map((sheet) =>
      isTouched(sheet, after) ? sheet : (sheetNamed(current, sheet.name) ?? sheet),
    ),
    names: before.names,
  };
}

function isOnlyOfCells(before: Snapshot, after: Snapshot): boolean {
  return (
    before.sheets.length === after.sheets.length &&
    before.sheets.every((sheet, at) => isAsBefore(sheet, after.sheets[at]))
  );
}

function isAsBefore(sheet: SheetSnapshot, other: SheetSnapshot | undefined): boolean {
  return (
    other?.name === sheet.name &&
    other.visibility === sheet.visibility &&
    other.merges.length === sheet.merges.length &&
    other.hiddenRows.size === sheet.hiddenRows.size &&
    other.hiddenColumns.size === sheet.hiddenColumns.size
  );
}

/** Whether a sheet is not as the other picture has it. */
function isTouched(sheet: SheetSnapshot, other: Snapshot): boolean {
  const twin = sheetNamed(other, sheet.name);
  return !twin || !isAsBefore(sheet, twin) || !sameRows(sheet.rows, twin.rows);
}

function sheetNamed({ sheets }: Snapshot, name: string): SheetSnapshot | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

function differences(before: Snapshot, after: Snapshot): readonly Changed[] {
  return before.sheets.flatMap((sheet, at) => {
    const put = after.sheets[at];
    return put && put !== sheet ? differencesOfSheets(sheet, put) : [];
  });
}

function differencesOfSheets(before: SheetSnapshot, after: SheetSnapshot): readonly Changed[] {
  const changed: Changed[] = [];
  for (const row of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    for (const column of new Set([...(before.rows.get(row)?.keys() ?? []), ...(after.rows.get(row)?.keys() ?? [])])) {
      const position = { row, column };
      const isFont = cellAt(before, row, column)?.legacyFont !== cellAt(after, row, column)?.legacyFont;
      if (!isFont && sameContent(contentAt(before, position), contentAt(after, position))) continue;
      const at = { sheet: before.name, cell: toA1(position) };
      changed.push({ at, before: cellAt(before, row, column), after: cellAt(after, row, column) });
    }
  }
  return changed;
}

function holds(snapshot: Snapshot, at: Place, cell: Cell | undefined): boolean {
  const position = fromA1(at.cell);
  const sheet = sheetNamed(snapshot, at.sheet);
  return position !== null && sheet !== undefined && sameContent(contentAt(sheet, position), cell ?? { value: null });
}

/** The snapshot with these cells in place of those that were there. */
export function withCells(
  snapshot: Snapshot,
  cells: readonly { readonly at: Place; readonly cell: Cell | null }[],
): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const ofSheet = cells.filter(({ at }) => at.sheet === sheet.name);
    if (ofSheet.length === 0) return sheet;
    const rows = new Map(sheet.rows);
    for (const { at, cell } of ofSheet) {
      const position = fromA1(at.cell);
      if (!position) continue;
      const row = new Map(rows.get(position.row));
      if (cell) row.set(position.column, cell);
      else row.delete(position.column);
      if (row.size > 0) rows.set(position.row, row);
      else rows.delete(position.row);
    }
    return { ...sheet, rows };
  });
  return { ...snapshot, sheets };
}
