import { fromA1, samePlace, type Place } from "../core/cell";
import { isCellEdit } from "../core/edit";
import type { Snapshot } from "../core/snapshot";
import type { Operation } from "./workbook";

const sealField = "pm_seal";

/**
 * Whether an operation seals the report: it writes the cell of the seal, known by its defined name or by the key in its
 * row. A sealed file is sent away, and what was undone before it (with names and telephone numbers) must not travel along.
 */
export function seals({ rounds }: Operation, snapshot: Snapshot): boolean {
  return rounds.flat().some((edit) => isCellEdit(edit) && edit.put.value !== null && isSealCell(edit.at, snapshot));
}

function isSealCell(at: Place, { sheets, names }: Snapshot): boolean {
  const named = names.get(sealField);
  if (named && samePlace(named, at)) return true;
  const row = fromA1(at.cell)?.row ?? -1;
  const cells = sheets.find(({ name }) => name === at.sheet)?.rows.get(row);
  return cells !== undefined && [...cells.values()].some(({ value }) => value === sealField);
}
