import { fromA1, toA1, type Place } from "../../core/cell";
import { splitKey } from "../../core/consolidation/book/elements-table";
import { consolidate } from "../../core/consolidation/consolidate";
import { readCarried } from "../../core/consolidation/read-summary-book";
import type { Plan } from "../../core/plan/plan";
import { isReading, readReport } from "../../core/reading/read-report";
import type { Snapshot } from "../../core/snapshot";
import type { TraceView } from "../engine";
import { rowsOf, type KeyedRow } from "../keyed-rows";
import { elementTrace } from "./element-trace";
import { indicatorTrace } from "./indicator-trace";
import type { Aim, Desk } from "./trace-desk";

/** What stands behind the selected cell of a summary: its row's total, or one unit's own figure on the unit's sheet. */
export function traceView(plan: Plan, book: Snapshot, at: Place): TraceView | null {
  const row = rowAt(book, at);
  const reading = row && readReport(plan, book);
  const carried = reading && isReading(reading) && reading.summary ? readCarried(plan, book) : null;
  if (!row || !carried) return null;
  const consolidation = consolidate(plan, carried.period, carried);
  const desk: Desk = { plan, consolidation, placeOf: placesIn(book) };
  const aim = aimAt(row, at);
  switch (row.table) {
    case "summary-elements":
      return elementTrace(desk, row.code, aim);
    case "summary-indicators":
    case "summary-by-unit":
      return indicatorTrace(desk, row, aim);
    case "elements":
      return elementTrace(desk, row.code, { ...aim, of: row.unit });
    default:
      return null;
  }
}

function rowAt({ sheets }: Snapshot, { sheet: name, cell }: Place): KeyedRow | null {
  const sheet = sheets.find((one) => one.name === name);
  const position = fromA1(cell);
  return (sheet && position && rowsOf(sheet).find(({ row }) => row === position.row)) ?? null;
}

function aimAt({ columns }: KeyedRow, { cell }: Place): Aim {
  const column = fromA1(cell)?.column;
  const [key, of = null] = splitKey([...columns].find(([, place]) => place === column)?.[0] ?? "");
  const time = key.startsWith("baseline") ? "baseline" : key.startsWith("last_year") ? "last_year" : "actual";
  return { key, time, of };
}

/** The units' own sheets name the source of each figure; sheets copied into the same workbook do not. */
function placesIn({ sheets }: Snapshot): Desk["placeOf"] {
  const rows = new Map<string, KeyedRow>();
  for (const sheet of sheets) {
    for (const row of rowsOf(sheet)) {
      if (row.table === "elements" && row.columns.has("source")) rows.set(`${row.unit}/${row.code}`, row);
    }
  }
  return (unit, element, time) => {
    const found = rows.get(`${unit}/${element}`);
    const column = found?.columns.get(time);
    return found && column !== undefined ? { sheet: found.sheet, cell: toA1({ row: found.row, column }) } : null;
  };
}
