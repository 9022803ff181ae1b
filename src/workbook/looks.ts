import type { Condition, InputValidation, ListValidation, Look } from "../core/blueprint";

/** How a workbook looks, beside what it holds: enough to draw it on a screen, not enough to save it. */
export interface BookLooks {
  /** In the order of the workbook's own tabs. */
  readonly sheets: readonly SheetLooks[];
}

/** Rows and columns are zero-based; widths are in characters, heights and fonts in points. */
export interface SheetLooks {
  readonly name: string;
  /** RGB without "#". */
  readonly tab: string | null;
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly hasGridlines: boolean;
  /** Looks of cells, each written once; `cells` leads from row to column to a place in it. */
  readonly looks: readonly CellLook[];
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly lists: readonly Pick<ListValidation, "block" | "choices">[];
  readonly inputs: readonly Pick<InputValidation, "block" | "formula" | "message">[];
  readonly conditions: readonly Condition[];
}

/** `isInput`: may be typed into although the sheet is protected. */
export interface CellLook extends Look {
  readonly font?: string;
  readonly isUnderlined?: boolean;
}
