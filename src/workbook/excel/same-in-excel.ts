import { contentAt, sameContent } from "../../core/apply-edits";
import { fromA1, type Cell, type Position } from "../../core/cell";
import { isCellEdit, type CellContent, type Edit } from "../../core/edit";
import { pictureOf } from "../../core/picture";
import { sameFormula } from "../../core/same-formula";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";

/**
 * Whether a cell of the open workbook holds this content. Of formulas only the formula counts: Excel writes it in its own
 * spelling and computes its value itself.
 */
export function sameInExcel(found: CellContent, content: CellContent): boolean {
  if (found.formula === undefined || content.formula === undefined) return sameContent(found, content);
  return sameFormula(found.formula, content.formula);
}

/** Whether two sheets hold the same. */
export function sameRowsInExcel(found: SheetSnapshot["rows"], rows: SheetSnapshot["rows"]): boolean {
  return firstDifference(found, rows) === null;
}

/** The first cell that does not hold what it should, from the top; null where all do. */
export function firstDifference(found: SheetSnapshot["rows"], wanted: SheetSnapshot["rows"]): Position | null {
  for (const position of differences(found, wanted)) return position;
  return null;
}

/** The cells that do not hold what they should, from the top. */
export function* differences(found: SheetSnapshot["rows"], wanted: SheetSnapshot["rows"]): Iterable<Position> {
  for (const row of [...new Set([...wanted.keys(), ...found.keys()])].sort((one, other) => one - other)) {
    const [have, want] = [found.get(row), wanted.get(row)];
    for (const column of new Set([...(want?.keys() ?? []), ...(have?.keys() ?? [])])) {
      if (!sameInExcel(have?.get(column) ?? blank, want?.get(column) ?? blank)) yield { row, column };
    }
  }
}

const blank: CellContent = { value: null };

/**
 * The workbook with what Excel spells or computes in its own way put as the edits have it, so that the core's exact
 * comparison (laws ED1, ED4) decides about everything else.
 */
export function asEditsSayIt(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const said = new Map<SheetSnapshot, SheetSnapshot>();
  const sheetNamed = (name: string) => snapshot.sheets.find((sheet) => sheet.name === name);
  const change = (name: string, changed: (sheet: SheetSnapshot) => SheetSnapshot) => {
    const sheet = sheetNamed(name);
    if (sheet) said.set(sheet, changed(said.get(sheet) ?? sheet));
  };
  for (const edit of edits) {
    if (isCellEdit(edit)) {
      const position = fromA1(edit.at.cell);
      if (position) change(edit.at.sheet, (sheet) => withContent(sheet, position, [edit.put, edit.expect]));
    } else if (edit.kind === "put-sheet") {
      const put = pictureOf(edit.sheet);
      change(put.name, (sheet) => withRows(sheet, put.rows));
      const { replaces } = edit;
      if (replaces) change(replaces.sheet, (sheet) => withRows(sheet, replaces.expect));
    } else if (edit.kind === "drop-sheet") {
      change(edit.sheet, (sheet) => withRows(sheet, edit.expect));
    }
  }
  if (said.size === 0) return snapshot;
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => said.get(sheet) ?? sheet) };
}

function withRows(sheet: SheetSnapshot, rows: SheetSnapshot["rows"]): SheetSnapshot {
  return sameRowsInExcel(sheet.rows, rows) ? { ...sheet, rows } : sheet;
}

function withContent(sheet: SheetSnapshot, at: Position, contents: readonly CellContent[]): SheetSnapshot {
  const found = contentAt(sheet, at);
  const same = contents.find((content) => sameInExcel(found, content));
  if (same?.formula === undefined) return sheet;
  const row = new Map<number, Cell>(sheet.rows.get(at.row));
  row.set(at.column, { ...row.get(at.column), value: same.value, formula: same.formula });
  return { ...sheet, rows: new Map([...sheet.rows, [at.row, row]]) };
}
