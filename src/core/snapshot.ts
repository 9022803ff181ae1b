import type { Block, Cell, Place } from "./cell";

/** A still picture of one worksheet. Blank cells are absent; rows and columns are zero-based. */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Block[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly isProtected: boolean;
}

/** A still picture of a workbook: values in, no handles. */
export interface Snapshot {
  readonly file: string;
  readonly sheets: readonly SheetSnapshot[];
  /** Workbook-wide defined names that point at one cell. */
  readonly names: ReadonlyMap<string, Place>;
}

/** Why a file could not be read as a workbook (law RD8). `detail` is for the log, never for the official. */
export interface Unreadable {
  readonly file: string;
  readonly reason:
    | "empty"
    | "not-a-zip"
    | "old-xls"
    | "encrypted"
    | "csv-or-text"
    | "html"
    | "opendocument"
    | "binary-xlsb"
    | "damaged"
    | "too-large"
    | "not-a-workbook"
    | "not-found"
    | "no-permission";
  readonly detail: string;
}

export function isUnreadable(outcome: Snapshot | Unreadable): outcome is Unreadable {
  return "reason" in outcome;
}

/** The cell at a zero-based row and column, or undefined where it is blank. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.get(column);
}
