import type { PlanPath } from "../plan/plan-fault";

/** Lists of the plan whose codes other sheets name. */
export type CodeList = "agencies" | "calendars" | "elements" | "groups" | "levels" | "sections";

/** What the cells of a column hold. */
export type PlanContent =
  /** `raw`: kept letter by letter, in quotes where blanks at its ends or its emptiness would be lost. */
  | { readonly kind: "code" | "text" | "long-text" | "raw" }
  | { readonly kind: "whole" | "date" }
  /** `isAim`: where people type 95% for 95, a sheet holds 0.95; a real fraction stands there as a text. */
  | { readonly kind: "number"; readonly isAim?: boolean }
  /** `blankMeans` is what the plan says where nothing is written; it is left blank for people too. */
  | { readonly kind: "yes-no"; readonly blankMeans: boolean }
  | { readonly kind: "choice"; readonly words: ReadonlyMap<string, string>; readonly blankMeans?: string }
  | { readonly kind: "reference"; readonly list: CodeList }
  /** Several codes in one cell; `list` where they are to be of one. */
  | { readonly kind: "codes" }
  /** A trait's value: a text, or có/không. */
  | { readonly kind: "trait" }
  /** For the reader's eye; never read back. */
  | { readonly kind: "shown" };

/** What a row has chosen in its columns of kinds, by the column's key; "" where it has not. */
export type Kinds = (key: string) => string;

/** A column of a sheet, or a field of the first sheet. */
export interface PlanColumn {
  readonly key: string;
  readonly heading: string;
  /** What goes in, for someone who fills it in for the first time. */
  readonly note: string;
  readonly width: number;
  readonly content: PlanContent;
  /** Where its value stands in the row's own object of the plan, which may depend on the kinds that the row is of. */
  readonly path: (kinds: Kinds) => PlanPath;
  /** Of several codes, the plan wants a list; else one code. */
  readonly isList?: (kinds: Kinds) => boolean;
  /** The column whose text stands in where this one is blank. */
  readonly orElse?: string;
}

/** Columns of which a sheet has as many as the plan needs: one a trait, one a level. */
export interface PlanColumnFamily {
  /** What stands before the name in the key ("traits") and in the heading ("Đặc điểm"). */
  readonly key: string;
  readonly heading: string;
  readonly note: string;
  readonly width: number;
  readonly content: PlanContent;
  /** Counted (1, 2, 3): values of one list. Named: entries of one record. */
  readonly isCounted: boolean;
  readonly path: PlanPath;
}

/** A sheet whose rows are the entries of one list of the plan. */
export interface PlanSheet {
  readonly name: string;
  readonly title: string;
  readonly list: PlanPath;
  readonly columns: readonly PlanColumn[];
  readonly families: readonly PlanColumnFamily[];
  /** One row is no entry of the list but the plan's whole, where this column says so. */
  readonly wholeIf?: { readonly key: string; readonly word: string };
}

/** The column of a family that is for one trait, level or number. */
export function familyColumn(family: PlanColumnFamily, name: string): PlanColumn {
  const { key, heading, note, width, content, path, isCounted } = family;
  return {
    key: `${key}.${name}`,
    heading: `${heading}: ${name}`,
    note,
    width,
    content,
    path: () => [...path, isCounted ? Number(name) - 1 : name],
  };
}
