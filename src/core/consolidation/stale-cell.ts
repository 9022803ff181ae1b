import type { Place } from "../cell";
import type { CellContent, CellEdit } from "../edit";
import type { Because } from "../finding";
import type { Phrase } from "../language";
import type { Unit } from "../plan/plan";
import type { AlteredTable, UnitStatus } from "./consolidation";

/** A cell of a summary that does not hold what its reports say: typed over, changed, or out of date. */
export interface StaleCell {
  readonly at: Place;
  readonly found: CellContent;
  readonly due: CellContent;
  /** The id of the table it stands in, the row's code and label as the sheet has them, the column's key. */
  readonly table: string;
  readonly code: string;
  readonly label: string;
  readonly key: string;
  /** The group of a row of TH Chỉ tiêu; null for the whole. */
  readonly group: string | null;
  /** What puts right the stored values of cells that only follow from this one. */
  readonly followers: readonly CellEdit[];
}

/** A table of a unit's sheet that was typed over after it was laid in. */
export interface StaleTable extends AlteredTable {
  readonly unit: Unit;
}

/** What a summary's own cells hold beside what its reports say. */
export interface StaleCells {
  readonly cells: readonly StaleCell[];
  readonly tables: readonly StaleTable[];
  /** Why they could not be compared; null where they were, and where the workbook is no summary. */
  readonly skipped: { readonly because: Because; readonly about: Phrase | null } | null;
}

export const nothingStale: StaleCells = { cells: [], tables: [], skipped: null };

/** The tables of units that no longer hold what was reported. */
export function staleTables(units: readonly UnitStatus[]): StaleTable[] {
  return units.flatMap(({ unit, altered }) => altered.map((table) => ({ ...table, unit })));
}
