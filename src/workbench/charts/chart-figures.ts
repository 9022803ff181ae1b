import { cellAt, type Snapshot } from "../../core/snapshot";
import type { Chart, SheetBlock, ShownSeries } from "../../workbook/charts";

/** What a chart shows: its names, and the figures of each series; null is a gap. */
export interface ChartFigures {
  readonly names: readonly string[];
  readonly series: readonly (Omit<ShownSeries, "categories" | "values"> & {
    readonly figures: readonly (number | null)[];
  })[];
}

/** The figures of a chart as the workbook holds them now; texts, errors and missing sheets are gaps. */
export function figuresOf({ series }: Chart, snapshot: Snapshot): ChartFigures {
  const shown = series.map(({ values, name, colour, isLine }) => ({
    name,
    colour,
    isLine,
    figures: valuesIn(snapshot, values).map((value) => (typeof value === "number" ? value : null)),
  }));
  const count = Math.max(0, ...shown.map(({ figures }) => figures.length));
  const named = series.find(({ categories }) => categories !== null)?.categories ?? null;
  const names = named ? valuesIn(snapshot, named) : [];
  return {
    names: Array.from({ length: count }, (_, index) => nameOf(names[index], index)),
    series: shown,
  };
}

function nameOf(value: unknown, index: number): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return value && typeof value === "object" && "date" in value ? String(value.date) : String(index + 1);
}

function valuesIn({ sheets }: Snapshot, { sheet, block }: SheetBlock): unknown[] {
  const found = sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const values: unknown[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      values.push(found ? (cellAt(found, row, column)?.value ?? null) : null);
    }
  }
  return values;
}
