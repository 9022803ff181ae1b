import type { Block } from "../core/cell";

/** The charts of a workbook, by the name of the sheet they stand on, in their order there. */
export type BookCharts = ReadonlyMap<string, readonly SheetChart[]>;

export type SheetChart = Chart | OtherChart;

/** A chart of columns (upright), bars (lying) or lines, by the cells that it shows. */
export interface Chart {
  readonly kind: "column" | "bar";
  readonly title: string;
  readonly series: readonly ShownSeries[];
  /** Empty where the chart names none; the format is of the axis, in US form. */
  readonly axes: { readonly categories: string; readonly values: string; readonly format: string };
  /** The cells it covers. */
  readonly place: Block;
}

export interface ShownSeries {
  readonly name: string;
  /** Null where the chart counts 1, 2, 3 … */
  readonly categories: SheetBlock | null;
  readonly values: SheetBlock;
  /** RGB without "#"; null where it is left to the program. */
  readonly colour: string | null;
  readonly isLine: boolean;
}

export interface SheetBlock {
  readonly sheet: string;
  readonly block: Block;
}

/** A chart that cannot be drawn here; it stays whole in the file. */
export interface OtherChart {
  readonly kind: "other";
  readonly title: string;
  readonly place: Block;
}
