import type { Position } from "../../core/cell";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";

/** A sheet as it was read, with what a snapshot does not tell and writing needs to know. */
export interface SheetPicture {
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly snapshot: SheetSnapshot;
  /** What the sheet's protection allows; null where it has none. */
  readonly protection: Excel.WorksheetProtectionOptions | null;
  /** Number formats that are not "General", by zero-based row and column, as far as the cells reach. */
  readonly formats: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The font of all cells; null where they have several. */
  readonly font: string | null;
  /** The ids of conditional formats that are marks of ours. */
  readonly marks: readonly string[];
}

/** The open workbook as it was read: the snapshot, and what is not for the core to know. */
export interface BookPicture {
  readonly snapshot: Snapshot;
  /** By name; reserved ones are left out. */
  readonly sheets: ReadonlyMap<string, SheetPicture>;
  /** All of them in their order, the reserved ones too. */
  readonly order: readonly SheetName[];
  /** Names of the workbook in the spelling of Excel, with the formula each stands for ("='Bìa'!$C$7"). */
  readonly names: ReadonlyMap<string, string>;
  readonly activeId: string;
  readonly isReadOnly: boolean;
  /** What was stored for undo; null where nothing is. */
  readonly records: unknown;
}

export interface SheetName {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot["visibility"];
}

/** The number format of a cell, "General" where none was given or the cell lies beyond what was read. */
export function formatAt(sheet: SheetPicture | undefined, { row, column }: Position): string {
  return sheet?.formats.get(row)?.get(column) ?? "General";
}

const visibilities = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "very-hidden",
} as const;

/** Excel's word for how far a sheet can be seen, as a snapshot says it. */
export function visibilityOf(said: string): SheetSnapshot["visibility"] {
  return said === "Hidden" || said === "VeryHidden" ? visibilities[said] : "visible";
}

/** The same the other way round. */
export function saidVisibility(visibility: SheetSnapshot["visibility"]): "Visible" | "Hidden" | "VeryHidden" {
  if (visibility === "visible") return "Visible";
  return visibility === "hidden" ? "Hidden" : "VeryHidden";
}
