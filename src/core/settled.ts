import type { Place } from "./cell";
import type { Review } from "./finding";
import type { CellReading, Reading, RowReading, TableReading } from "./reading/reading";

/**
 * Reviews as they are kept beside many others: every figure, word and place of them, without the formulas as they were
 * found, which only the rules of one report and its mends ask for; and what hundreds of reports say alike in one cell
 * (its place, its label, that it is blank) is kept once for all of them.
 */
export function settling(): (review: Review) => Review {
  const alike = alikeCells();
  return (review) => (review.reading === null ? review : { ...review, reading: settledReading(review.reading, alike) });
}

type Settle = (cell: CellReading) => CellReading;

function settledReading(reading: Reading, settle: Settle): Reading {
  const tables = [...reading.tables].map(([id, table]) => [id, settledTable(table, settle)] as const);
  return { ...reading, tables: new Map(tables) };
}

function settledTable(table: TableReading, settle: Settle): TableReading {
  const rows = new Map<string, RowReading>();
  for (const [code, row] of table.rows) {
    const cells = new Map<string, CellReading>();
    for (const [key, cell] of row.cells) cells.set(key, settle(cell));
    rows.set(code, { ...row, cells });
  }
  return { ...table, rows };
}

/** A cell of the form, as the reports that were settled so far have it. */
interface KnownCell {
  readonly at: Place;
  /** By the text in it; under null where it is blank. */
  readonly readings: Map<string | null, CellReading>;
}

function alikeCells(): Settle {
  const sheets = new Map<string, Map<string, KnownCell>>();
  const knownAt = (at: Place): KnownCell => {
    const cells = sheets.get(at.sheet) ?? new Map<string, KnownCell>();
    sheets.set(at.sheet, cells);
    const known = cells.get(at.cell) ?? { at, readings: new Map() };
    cells.set(at.cell, known);
    return known;
  };
  return (cell) => {
    const known = knownAt(cell.at);
    const { value } = cell.found;
    const settled = { ...cell, at: known.at, found: { value } };
    if (!isOftenAlike(cell) || !(value === null || typeof value === "string")) return settled;
    const found = known.readings.get(value);
    if (found) return found.content === cell.content && found.legacyFont === cell.legacyFont ? found : settled;
    known.readings.set(value, settled);
    return settled;
  };
}

/** Whose words differ from report to report would only make the store larger. */
function isOftenAlike({ content, said, found }: CellReading): boolean {
  // What was never calculated speaks of its formula.
  return said.kind !== "uncalculated" && (found.value === null || content !== "text");
}
