import type { Place } from "../cell";
import type { CellContent, CellEdit } from "../edit";
import type { Because } from "../finding";
import type { Phrase } from "../language";

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

/** What a summary's own cells hold beside what its reports say. */
export interface StaleCells {
  readonly cells: readonly StaleCell[];
  /** Why they could not be compared; null where they were, and where the workbook is no summary. */
  readonly skipped: { readonly because: Because; readonly about: Phrase | null } | null;
}

export const nothingStale: StaleCells = { cells: [], skipped: null };
