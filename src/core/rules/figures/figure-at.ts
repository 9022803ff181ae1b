import { contentsKey } from "../../form/contents";
import type { CellKey } from "../../form/form-context";
import type { TableId } from "../../form/table";
import type { Phrase } from "../../language";
import { cellOf, type CellReading, type Reading } from "../../reading/reading";
import { columnName } from "../naming/column-names";
import { cellName, rowLabel, type CellFacts } from "../naming/report-cells";
import { wholeFile, type Report, type Skipped, type Spot } from "../rule";
import { settledFigure } from "./settled-figure";

/** A figure that the form asks for, or why it cannot be used, with its cell and how messages name it. */
export type FigureAt = CellFacts & {
  readonly at: Spot;
  /** Null where the row or the column is gone. */
  readonly cell: CellReading | null;
  readonly isColumnGone: boolean;
} & (
    | { readonly figure: number; readonly lacks: null }
    | { readonly figure: null; readonly lacks: "figure-is-missing" | "figure-is-unreadable" }
  );

export type Figure = Extract<FigureAt, { lacks: null }>;

/** What stands in a cell; null where the form has no such cell, or its whole sheet is gone (`goneSheets` tells that). */
export function figureAt(report: Report, key: CellKey): FigureAt | null {
  const table = report.reading.tables.get(key.table);
  const there = table?.rows.get(key.code);
  const row = there?.row ?? table?.table.rows.find(({ code }) => code === key.code);
  const column = table?.table.columns.find((candidate) => candidate.key === key.key);
  if (!table || !row || !column) return null;
  const cell = there?.cells.get(key.key) ?? null;
  const place = {
    // Of a thousand figures that are looked at, few are ever spoken of.
    get label(): Phrase {
      return there ? rowLabel(key.table, there) : row.label;
    },
    get column(): Phrase {
      return columnName(column);
    },
    code: key.code,
    at: cell?.at ?? { sheet: table.sheet, cell: null },
    cell,
    isColumnGone: !table.columns.has(key.key),
  };
  const figure = settledFigure(report, key);
  if (figure !== null) return Object.assign(place, { figure, lacks: null });
  const lacks = isBlank(report, key) ? "figure-is-missing" : "figure-is-unreadable";
  return Object.assign(place, { figure, lacks } as const);
}

/** Nothing stands there, or the form's own formula, never calculated, whose result is nothing. */
function isBlank({ reading, computed }: Report, key: CellKey): boolean {
  const said = cellOf(reading, key.table, key)?.said;
  if (said?.kind !== "uncalculated") return !said || said.kind === "missing";
  const own = computed.get(contentsKey(key));
  return own?.formula !== undefined && own.value === "";
}

export function isThere(one: FigureAt | null): one is Figure {
  return one?.lacks === null;
}

/** The third outcome at a place, for the first of the figures that cannot be used; null where all can. */
export function skippedFor(place: FigureAt, figures: readonly FigureAt[]): Skipped | null {
  const lacking = figures.find(({ lacks }) => lacks !== null);
  if (!lacking?.lacks) return null;
  const code = place.isColumnGone ? null : place.code;
  return { skipped: lacking.lacks, about: nameOf(lacking), at: place.at, code };
}

/** A row or a column that is gone stands for all its cells. */
function nameOf(lacking: FigureAt): Phrase {
  if (lacking.cell) return cellName(lacking);
  const { label, code, column, isColumnGone } = lacking;
  return isColumnGone ? column : { vi: `“${label.vi}” (${code})`, en: `“${label.en}” (${code})` };
}

/** One outcome for each sheet that the rule needs, the unit's form has, and the workbook has not. */
export function* goneSheets({ faults }: Reading, needed: readonly TableId[]): Generator<Skipped> {
  for (const fault of faults) {
    if (fault.kind !== "no-sheet" || !needed.some((id) => id === fault.table.id)) continue;
    yield { skipped: "sheet-is-gone", about: both(`“${fault.table.sheet}”`), at: wholeFile, code: null };
  }
}

function both(text: string): Phrase {
  return { vi: text, en: text };
}
