/**
 * An official letter wholly described, before any door writes it: its parts in the order of the form that Decree
 * 30/2020/NĐ-CP gives to administrative papers. Texts are texts: nothing in them is a field or a link.
 */
export interface Letter {
  /** The name of the paper in the file's own properties. */
  readonly title: string;
  readonly head: LetterHead;
  readonly body: readonly LetterBlock[];
  readonly closing: LetterClosing;
  /** On pages of their own, turned sideways. */
  readonly annexes: readonly LetterBlock[];
}

export interface LetterHead {
  /** The issuing body, line by line. */
  readonly issuer: readonly string[];
  readonly state: string;
  readonly motto: string;
  readonly number: string;
  readonly placeAndDay: string;
  /** "BÁO CÁO" */
  readonly kind: string;
  /** What the paper is about, line by line. */
  readonly subject: readonly string[];
}

export interface LetterClosing {
  readonly recipientsHeading: string;
  readonly recipients: readonly string[];
  /** Who signs, line by line. */
  readonly signers: readonly string[];
  readonly signerName: string;
}

export type LetterBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly LetterRun[]; readonly isItem?: boolean }
  | LetterTable
  | LetterBars;

export interface LetterRun {
  readonly text: string;
  /** Left for a person: a gap in the figures, or words that only the official can write. */
  readonly isOpen?: boolean;
}

export interface LetterTable {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly LetterColumn[];
  readonly rows: readonly LetterRow[];
  /** In points; 13 where it is left out. */
  readonly size?: number;
}

export interface LetterColumn {
  readonly heading: string;
  /** Its share of the table's width, in percent. */
  readonly width: number;
  readonly across: "left" | "center" | "right";
}

export interface LetterRow {
  readonly cells: readonly string[];
  readonly isTotal?: boolean;
}

/** A chart of bars that lie on their side, beside a line that stands for all of the goal. */
export interface LetterBars {
  readonly kind: "bars";
  readonly caption: string;
  readonly bars: readonly LetterBar[];
}

export interface LetterBar {
  readonly label: string;
  /** The share of the goal, in percent; longer bars than 125 are cut off. */
  readonly percent: number;
  /** The figure beside the bar. */
  readonly text: string;
}
