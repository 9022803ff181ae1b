import { fromA1, sameValue, type CellValue } from "../../cell";
import { contentAt } from "../../apply-edits";
import type { Blueprint, SheetBlueprint } from "../../blueprint";
import type { CellContent } from "../../edit";
import { sheetMarks } from "../../form/cover";
import type { Plan } from "../../plan/plan";
import { plainText } from "../../plain-text";
import type { Reading } from "../../reading/reading";
import { sameFormula } from "../../same-formula";
import { cellAt, type SheetSnapshot, type Snapshot } from "../../snapshot";
import { consolidate } from "../consolidate";
import { readCarried } from "../read-summary-book";
import { nothingStale, staleTables, type StaleCells } from "../stale-cell";
import { dueCells, landmarksOf, type DueCell } from "./due-cells";
import { makeSummary } from "./make-summary";
import { withFollowers, type WrongCell } from "./followers";

/**
 * Every cell of a summary that does not hold what is computed from the reports inside it. Of cells whose stored values
 * only follow from another's, that other alone is given. A summary of another layout is not compared cell by cell.
 */
export function staleCells(plan: Plan, snapshot: Snapshot, reading: Reading): StaleCells {
  if (!reading.summary) return nothingStale;
  if (!reading.period) return { ...nothingStale, skipped: { because: "period-is-unknown", about: null } };
  const carried = readCarried(plan, snapshot);
  if (!carried) return { ...nothingStale, skipped: { because: "summary-is-of-another-layout", about: null } };
  const tables = staleTables(carried.units);
  const blueprint = makeSummary(consolidate(plan, carried.period, carried));
  const unlike = unlikeSheet(blueprint, snapshot);
  if (unlike !== null) {
    const about = { vi: `sheet “${unlike}”`, en: `the sheet “${unlike}”` };
    return { cells: [], tables, skipped: { because: "summary-is-of-another-layout", about } };
  }
  const due = dueCells(blueprint);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const wrong = new Map<string, WrongCell>();
  for (const [key, cell] of due) {
    const one = wrongIn(cell, contentIn(sheets.get(cell.at.sheet), cell.at.cell));
    if (one) wrong.set(key, one);
  }
  return { cells: withFollowers(wrong, due), tables, skipped: null };
}

/** The first sheet on which rows or columns stand elsewhere than they would today; null where there is none. */
function unlikeSheet({ sheets }: Blueprint, snapshot: Snapshot): string | null {
  // The plan inside grows with every version; what it says of figures shows on the other sheets.
  const compared = sheets.filter(({ visibility }) => visibility === "visible").slice(1);
  return compared.find((sheet) => !isAlike(sheet, snapshot))?.name ?? null;
}

function isAlike(sheet: SheetBlueprint, { sheets }: Snapshot): boolean {
  const found = sheets.find(({ name }) => name === sheet.name);
  if (!found) return false;
  const isThere = ({ row, column, value }: { row: number; column: number; value: CellValue }): boolean =>
    textOf(cellAt(found, row, column)?.value ?? null) === textOf(value);
  const landmarks = landmarksOf(sheet);
  const blocks = landmarks.filter(({ value }) => value === sheetMarks.unit).length;
  return landmarks.every(isThere) && blocks === blocksIn(found);
}

function textOf(value: CellValue): string {
  return value === null || typeof value === "object" ? "" : plainText(String(value));
}

function blocksIn({ rows }: SheetSnapshot): number {
  return [...rows.values()].filter((cells) => cells.get(0)?.value === sheetMarks.unit).length;
}

function contentIn(sheet: SheetSnapshot | undefined, cell: string): CellContent {
  const position = fromA1(cell);
  return sheet && position ? contentAt(sheet, position) : { value: null };
}

/** A formula that was never calculated is not wrong; it only tells nothing. */
function wrongIn(cell: DueCell, found: CellContent): WrongCell | null {
  const { due } = cell;
  const isIntact =
    due.formula === undefined || found.formula === undefined
      ? due.formula === found.formula
      : sameFormula(found.formula, due.formula);
  if (isIntact && due.formula !== undefined && found.value === null) {
    return isBlank(due.value) ? null : { cell, found, harm: "uncalculated" };
  }
  if (!isIntact) return { cell, found, harm: "changed" };
  return isSameShown(found.value, due.value) ? null : { cell, found, harm: due.formula ? "outdated" : "changed" };
}

function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}

/** Programs differ in the last bits of a sum: so near is the same. */
const tolerance = 1e-9;

function isSameShown(found: CellValue, due: CellValue): boolean {
  if (isBlank(found) && isBlank(due)) return true;
  if (typeof found === "number" && typeof due === "number") {
    return Math.abs(found - due) <= tolerance * Math.max(Math.abs(found), Math.abs(due));
  }
  if (typeof found === "string" && typeof due === "string") return plainText(found) === plainText(due);
  return sameValue(found, due);
}
