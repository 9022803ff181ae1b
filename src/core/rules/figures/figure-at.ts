import { contentsKey } from "../../form/contents";
import type { CellKey } from "../../form/form-context";
import type { Column, Row, TableId } from "../../form/table";
import type { Phrase } from "../../language";
import { cellOf, type CellReading, type Reading, type RowReading, type TableReading } from "../../reading/reading";
import { columnName } from "../naming/column-names";
import { cellName, rowLabel, type CellFacts } from "../naming/report-cells";
import { wholeFile, type Report, type Skipped, type Spot } from "../rule";
import { settledFigure } from "./settled-figure";

/** A figure that the form asks for, or why it cannot be used, with its cell and how messages name it. */
export type FigureAt = Looked & (Usable | Lacking);

export type Figure = Looked & Usable;

interface Usable {
  readonly figure: number;
  readonly lacks: null;
}

interface Lacking {
  readonly figure: null;
  readonly lacks: Lack;
}

type Lack = "figure-is-missing" | "figure-is-unreadable";

interface Found {
  readonly table: TableReading;
  /** Undefined where the row is gone. */
  readonly there: RowReading | undefined;
  readonly row: Row;
  readonly column: Column;
}

/** A class for its getters: of a thousand figures that are looked at, few are ever spoken of. */
class Looked implements CellFacts {
  readonly code: string;
  readonly at: Spot;
  /** Null where the row or the column is gone. */
  readonly cell: CellReading | null;
  readonly figure: number | null;
  readonly lacks: Lack | null;
  readonly #found: Found;

  constructor(found: Found, figure: number | null, lacks: Lack | null) {
    const { table, there, row, column } = found;
    this.code = row.code;
    this.cell = there?.cells.get(column.key) ?? null;
    this.at = this.cell?.at ?? { sheet: table.sheet, cell: null };
    this.figure = figure;
    this.lacks = lacks;
    this.#found = found;
  }

  get label(): Phrase {
    const { table, there, row } = this.#found;
    return there ? rowLabel(table.table.id, there) : row.label;
  }

  get column(): Phrase {
    return columnName(this.#found.column);
  }

  get isColumnGone(): boolean {
    const { table, column } = this.#found;
    return !table.columns.has(column.key);
  }

  /** The same cell told as one where something is missing, whatever stands there. */
  asMissing(): FigureAt {
    return new Looked(this.#found, null, "figure-is-missing") as FigureAt;
  }
}

/** What stands in a cell; null where the form has no such cell, or its whole sheet is gone (`goneSheets` tells that). */
export function figureAt(report: Report, key: CellKey): FigureAt | null {
  const table = report.reading.tables.get(key.table);
  const there = table?.rows.get(key.code);
  const row = there?.row ?? table?.table.rows.find(({ code }) => code === key.code);
  const column = table?.table.columns.find((candidate) => candidate.key === key.key);
  if (!table || !row || !column) return null;
  const figure = settledFigure(report, key);
  const lacks = figure !== null ? null : isBlank(report, key) ? "figure-is-missing" : "figure-is-unreadable";
  return new Looked({ table, there, row, column }, figure, lacks) as FigureAt;
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
