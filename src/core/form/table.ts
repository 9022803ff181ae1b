import type { Phrase } from "../language";

/** The data sheets of the form, by what they hold. */
export const tableIds = ["elements", "indicators", "households", "shortfalls", "tasks", "funds"] as const;
export type TableId = (typeof tableIds)[number];

export function isTableId(id: string): id is TableId {
  return tableIds.some((known) => known === id);
}

/** What a cell of a column (or row) holds. Everything but "code", "label" and "computed" is typed by the official. */
export type Content = "code" | "label" | "count" | "yes-no" | "amount" | "percent" | "status" | "text" | "computed";

export interface Column {
  /** The machine key that stands in the hidden key row: law RD1. */
  readonly key: string;
  /** The headings from the top tier down; neighbours with the same upper tiers are merged. */
  readonly tiers: readonly string[];
  /** The label of the official row of column numbers: "9=1-2-3-4+5+6+7+8". */
  readonly number: string;
  /** In characters. */
  readonly width: number;
  readonly content: Content;
  /** How the number is shown, in US form. */
  readonly format?: string;
  /** A helper of the formulas, folded away. */
  readonly isHelper?: boolean;
  /** Computed words, not a figure: written from the left and wrapped. */
  readonly holdsWords?: boolean;
  /** Stays on the screen when the sheet is printed; such columns come last. */
  readonly isScreenOnly?: boolean;
}

export interface Row {
  readonly code: string;
  /** Tells rows of one code apart where a summary has several; the code itself elsewhere. */
  readonly key?: string;
  readonly label: Phrase;
  /** What its input cells hold, where the column leaves it to the row. */
  readonly content?: "count" | "yes-no";
  /** Further fixed texts by column key (unit, agency). */
  readonly texts?: ReadonlyMap<string, string>;
  /** Number formats of this row by column key, where they differ from the column's. */
  readonly formats?: ReadonlyMap<string, string>;
  /** A heading line above the row, without a code. */
  readonly heading?: string;
  /** A row of totals: every figure is computed. */
  readonly isTotal?: boolean;
}

/** A hidden row above the table that formulas look at: the members of a group, by column key. */
export interface HelperRow {
  readonly key: string;
  readonly values: ReadonlyMap<string, number>;
}

/** One data sheet of a book: which rows and columns it has and what they hold, not how it looks. */
export interface Table<Id extends string = TableId> {
  readonly id: Id;
  /** The sheet's official name. */
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly helperRows?: readonly HelperRow[];
}

export function isNumeric(content: Content): boolean {
  return content === "count" || content === "amount" || content === "percent";
}

export function isTyped(content: Content): boolean {
  return content !== "code" && content !== "label" && content !== "computed";
}

/** What the cell of a row in a column holds. */
export function contentOf(row: Row, column: Column): Content {
  if (row.isTotal && isNumeric(column.content)) return "computed";
  if (column.content === "count" && row.content) return row.content;
  return column.content;
}
