import type { Block, CellValue, Position } from "./cell";

/**
 * A workbook wholly described, before any door writes it: the .xlsx writer and the Excel door take the same one.
 * Rows and columns are zero-based; sizes are in characters (widths) and points (heights, fonts); margins in centimetres.
 */
export interface Blueprint {
  readonly title: string;
  readonly sheets: readonly SheetBlueprint[];
  readonly names: readonly BlueprintName[];
}

/** A workbook whose sheets may be described only when their turn comes, so that one of them is in memory at a time. */
export interface BlueprintInTurn extends Omit<Blueprint, "sheets"> {
  readonly sheets: Iterable<SheetBlueprint>;
}

export interface BlueprintName {
  readonly name: string;
  readonly sheet: string;
  readonly at: Position;
}

export interface SheetBlueprint {
  readonly name: string;
  readonly visibility: "visible" | "very-hidden";
  readonly tab?: Colour;
  readonly columns: readonly ColumnBlueprint[];
  /** Heights and hidden rows, by zero-based row; rows not named here keep the default height. */
  readonly rows: ReadonlyMap<number, RowBlueprint>;
  readonly cells: readonly CellBlueprint[];
  readonly merges: readonly Block[];
  readonly lists: readonly ListValidation[];
  readonly inputs: readonly InputValidation[];
  readonly conditions: readonly Condition[];
  readonly charts?: readonly ChartBlueprint[];
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Locked cells are guarded, with no password: it guides, it does not imprison. */
  readonly isProtected: boolean;
  readonly print: PrintSetup;
}

export interface ColumnBlueprint {
  readonly width: number;
  readonly isHidden?: boolean;
  /** A collapsed outline group: out of sight, one click away. */
  readonly isFolded?: boolean;
}

export interface RowBlueprint {
  readonly height?: number;
  readonly isHidden?: boolean;
}

export interface CellContents {
  readonly value: CellValue;
  /** Without "="; `value` is then what it gives. */
  readonly formula?: string;
}

export interface CellBlueprint extends Position, CellContents {
  readonly look: Look;
}

/** RGB without "#". */
export type Colour = string;

export interface Look {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Points; 12 where it is left out. */
  readonly size?: number;
  readonly colour?: Colour;
  readonly fill?: Colour;
  readonly hasBorder?: boolean;
  readonly across?: "left" | "center" | "right";
  readonly upDown?: "top" | "center" | "bottom";
  readonly wraps?: boolean;
  readonly indent?: number;
  /** A number format in US form. */
  readonly format?: string;
  /** May be typed into while the sheet is protected. */
  readonly isInput?: boolean;
}

/** A drop-down list. Choices hold no comma and no quote and are at most 255 characters together. */
export interface ListValidation {
  readonly block: Block;
  readonly choices: readonly string[];
  readonly title: string;
  readonly message: string;
}

/** A rule for typing, as a formula over the block's top left cell. */
export interface InputValidation {
  readonly block: Block;
  readonly formula: string;
  readonly title: string;
  readonly message: string;
}

/** A look that shows where the formula (over the block's top left cell) is true. */
export interface Condition {
  readonly block: Block;
  readonly formula: string;
  readonly look: { readonly colour?: Colour; readonly fill?: Colour; readonly isBold?: boolean };
}

/** A chart of columns (upright) or bars (lying), all of whose figures stand on its own sheet. */
export interface ChartBlueprint {
  readonly kind: "column" | "bar";
  readonly title: string;
  /** The same in a sentence, for people who hear the sheet. */
  readonly description: string;
  readonly series: readonly ChartSeries[];
  readonly axes: {
    readonly categories: string;
    readonly values: string;
    /** Of the axis and of the figures at the bars; US form. */
    readonly format: string;
  };
  /** The cells it covers. */
  readonly place: Block;
}

/** Texts and missing values among the figures are gaps, never zero. */
export interface ChartSeries {
  readonly name: string;
  /** One column (or row) of names, and one of figures, of the same length. */
  readonly categories: Block;
  readonly values: Block;
  readonly colour: Colour;
  /** Drawn as a line across the columns; a chart of bars has none. */
  readonly isLine?: boolean;
  /** Every figure is written beside its bar. */
  readonly hasLabels?: boolean;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Zero-based, inclusive; repeated at the top of every page. */
  readonly repeatedRows?: { readonly first: number; readonly last: number };
  readonly area?: Block;
  readonly fitsWidth: boolean;
  /**
   * The word before the page's number, and whether the sheet's pages are counted by themselves, without a total: that would
   * be of all sheets that are printed. "Trang", with the total, where it is left out.
   */
  readonly foot?: { readonly word: string; readonly countsAlone: boolean };
  /** Zero-based rows that begin a page; programs heed them only where the width is not fitted. */
  readonly pageStarts?: readonly number[];
}
