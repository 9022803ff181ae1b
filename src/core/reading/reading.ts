import type { Block, Place } from "../cell";
import type { CellContent, CellEdit } from "../edit";
import type { CoverField } from "../form/cover";
import type { Content, Row, Table, TableId } from "../form/table";
import type { Evidence } from "../progress/evidence";
import type { Period, Plan, Unit } from "../plan/plan";
import type { Said } from "../form/said";
import type { Time } from "../times";

/** One cell of a report, with what it says and where it stands. */
export interface CellReading {
  readonly at: Place;
  readonly content: Content;
  readonly said: Said;
  /** The cell as it was found, for edits and for computed cells. */
  readonly found: CellContent;
  /** The name of a legacy font, where the cell holds text in one (law RD4). */
  readonly legacyFont?: string;
}

/** One row of a data sheet that is there. */
export interface RowReading {
  readonly row: Row;
  /** Zero-based, in the sheet as found. */
  readonly index: number;
  readonly cells: ReadonlyMap<string, CellReading>;
}

/** One data sheet that is there. */
export interface TableReading {
  readonly table: Table;
  readonly sheet: string;
  /** How its columns were found: by the key row (law RD1), or, where that is damaged, some of them by their headings. */
  readonly by: "keys" | "headings";
  /** Zero-based row of the keys (null where nothing of it is left), and zero-based column of each key. */
  readonly keyRow: number | null;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, RowReading>;
  /** Whose sheet it is, by the sheet's own keyed cells; null where they are gone. */
  readonly unitCode: CoverReading | null;
  readonly periodId: CoverReading | null;
}

/** A single field of Bìa; `at` is null where neither its name nor its key is left. */
export interface CoverReading {
  readonly text: string;
  readonly at: Place | null;
  /** The cell as it was found, for edits; absent where there is none. */
  readonly found?: CellContent;
  readonly legacyFont?: string;
}

/** Something of the form that is not as it was made, noticed while reading; a rule speaks of each kind. */
export type StructureFault =
  | { readonly kind: "no-sheet"; readonly table: Table<string> }
  | { readonly kind: "no-column"; readonly table: Table; readonly sheet: string; readonly key: string }
  | { readonly kind: "column-twice"; readonly table: Table; readonly at: Place; readonly key: string }
  | { readonly kind: "no-row"; readonly table: Table; readonly sheet: string; readonly row: Row }
  /** Keys or codes are gone or damaged, and what they stood for was found by meaning; the edits write them again. */
  | {
      readonly kind: "keys-damaged";
      readonly table: Table;
      readonly at: Place;
      readonly columns: readonly string[];
      readonly codes: readonly string[];
      readonly restoring: readonly CellEdit[];
    }
  /** `isNameFree`: no other sheet has the name that the form gives it. */
  | { readonly kind: "renamed"; readonly table: Table<string>; readonly sheet: string; readonly isNameFree: boolean }
  /** A sheet that holds a table again and says something else, in `cells` cells from `at` on, than the `first` one. */
  | {
      readonly kind: "sheet-twice";
      readonly table: Table;
      readonly at: Place;
      readonly first: string;
      readonly cells: number;
    }
  /** A number in the form's area that belongs to no row or no column. */
  | { readonly kind: "stray-figure"; readonly table: Table; readonly at: Place; readonly number: number }
  /** Merged cells that cover more than one input; `covered` are the inputs. */
  | { readonly kind: "merged"; readonly table: Table; readonly at: Place; readonly block: Block }
  /** Hidden rows and columns (zero-based) with figures in them, or a whole hidden sheet (then both are empty). */
  | {
      readonly kind: "hidden";
      readonly sheet: string;
      readonly rows: readonly number[];
      readonly columns: readonly number[];
      /** How many figures are out of sight. */
      readonly figures: number;
    }
  | { readonly kind: "unknown-code"; readonly table: Table; readonly at: Place; readonly code: string }
  | {
      readonly kind: "code-twice";
      readonly table: Table;
      readonly at: Place;
      readonly row: Row;
      readonly first: Place;
    };

/** How the unit of a report was found (law RD5). */
export type UnitReading =
  | { readonly kind: "known"; readonly unit: Unit; readonly by: "code" | "name" }
  | { readonly kind: "unknown"; readonly code: string; readonly name: string; readonly near: readonly Unit[] };

/** Figures that a summary passes up to the next level (law CO9), by element and by indicator code. */
export interface SummaryReading {
  readonly elements: ReadonlyMap<string, ReadonlyMap<Time, CellReading>>;
  readonly evidence: ReadonlyMap<string, Evidence<number>>;
  /** How many reports stand in it, of those that should, down to the lowest level; null where it does not say. */
  readonly below: readonly [number, number] | null;
}

/** Everything a workbook says, each figure with its cell. */
export interface Reading {
  readonly file: string;
  readonly form: "commune" | "district" | "summary";
  readonly formVersion: string;
  /** Under which poverty standards its figures were counted, by the plan inside it; null where it carries none. */
  readonly standards: Plan["standards"] | null;
  readonly unit: UnitReading;
  /** Null where the cover names no period of the plan. */
  readonly period: Period | null;
  readonly cover: ReadonlyMap<CoverField, CoverReading>;
  readonly tables: ReadonlyMap<TableId, TableReading>;
  readonly faults: readonly StructureFault[];
  readonly summary: SummaryReading | null;
}

/** A workbook that is none of ours: no sheet of the form can be recognised (rule workbook-is-a-standard-report). */
export interface NotAReport {
  readonly file: string;
  readonly notAReport: true;
  readonly sheets: readonly string[];
}

/** The figure a cell gives to arithmetic: nil is 0, yes is 1; whatever is no figure is missing (laws RD2, CO8). */
export function figureOf(cell: CellReading | undefined): number | null {
  if (!cell) return null;
  const { said, content } = cell;
  if (content === "yes-no") return said.kind === "answer" ? Number(said.isYes) : null;
  if (said.kind === "number") return said.number;
  return said.kind === "nil" ? 0 : null;
}

/** The cell of a table by row code and column key; undefined where the row, the column or the sheet is gone. */
export function cellOf(reading: Reading, table: TableId, at: { code: string; key: string }): CellReading | undefined {
  return reading.tables.get(table)?.rows.get(at.code)?.cells.get(at.key);
}

/** An element's figure: in a report from Số liệu, in a summary from its totals. */
export function elementCell(reading: Reading, code: string, key: Time): CellReading | undefined {
  return reading.summary ? reading.summary.elements.get(code)?.get(key) : cellOf(reading, "elements", { code, key });
}

/** The unit's code, or null where the unit is not known. */
export function unitCodeOf(reading: Reading): string | null {
  return reading.unit.kind === "known" ? reading.unit.unit.code : null;
}

/** The words a text cell holds, "" where it holds none. */
export function textOf(cell: CellReading | undefined): string {
  return cell?.said.kind === "text" ? cell.said.text : "";
}
