import type { CellValue } from "../../cell";
import { tablesOf } from "../../form/commune-tables";
import { answers } from "../../form/choices";
import { isTyped, type Column, type Row, type Table } from "../../form/table";
import type { Plan } from "../../plan/plan";
import type { CellReading, Reading } from "../../reading/reading";
import type { UnitStatus } from "../consolidation";
import { evidenceTable } from "./evidence-block";

/** A table as received, on a unit's sheet: key row, marks, title, heading, rows. Rows and columns are zero-based. */
export interface UnitBlock {
  readonly table: Table<string>;
  readonly top: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  readonly rowOrder: readonly Row[];
  readonly columnOrder: readonly Column[];
}

/** Key row, marks, title and heading stand above the rows of a block. */
export const headRows = 4;
/** Rows of the sheet above the first block: unit, status. */
const sheetHead = 3;

const source: Column = { key: "source", tiers: ["Ô nguồn"], number: "", width: 16, content: "label" };

/** The blocks of a unit's sheet, one under the other; a unit without a report has them too, empty. */
export function unitBlocks(plan: Plan, { unit, reading }: UnitStatus, isOfSummaries: boolean): UnitBlock[] {
  const blocks: UnitBlock[] = [];
  let top = sheetHead;
  const isWhole = unit.code === plan.whole.code;
  const received = tablesOf(plan, unit.code).filter((table) => table.id !== "indicators");
  const tables: readonly Table<string>[] = isOfSummaries && !isWhole ? [...received, evidenceTable(plan)] : received;
  for (const table of tables) {
    const columnOrder = columnsOf(table);
    const rowOrder = table.rows.filter(
      (row) => row.isTotal === true || table.id !== "households" || isBegun(reading, row),
    );
    blocks.push({
      table,
      top,
      columnOrder,
      rowOrder,
      rows: new Map(rowOrder.map((row, index) => [row.code, top + headRows + index])),
      columns: new Map(columnOrder.map((column, index) => [column.key, index])),
    });
    top += headRows + rowOrder.length + 1;
  }
  return blocks;
}

/** As received: what was typed, and what identifies it; closings and rates are computed again. */
function columnsOf(table: Table<string>): Column[] {
  const kept = table.columns.filter((column) => column.key !== "check" && column.key !== "rate");
  return table.id === "elements" ? [...kept, source] : kept;
}

function isBegun(reading: Reading | null, row: Row): boolean {
  const cells = reading?.tables.get("households")?.rows.get(row.code)?.cells;
  if (!cells) return false;
  return [...cells.values()].some(({ content, said }) => isTyped(content) && said.kind !== "missing");
}

/**
 * What a cell says, written so that every formula reads it as the core does: figures as numbers, nil as "-", answers in
 * the form's words, everything that is no figure as text.
 */
export function receivedValue(cell: CellReading | undefined): CellValue {
  if (!cell) return null;
  const { said } = cell;
  // The state of a task is a word or nothing: what is no word would be counted as a state (law CO2).
  if (cell.content === "status" && said.kind !== "text") return null;
  switch (said.kind) {
    case "number":
      return cell.content === "yes-no" || cell.content === "text" ? String(said.number) : said.number;
    case "nil":
      return "-";
    case "answer":
      return said.isYes ? answers.yes : answers.no;
    case "text":
    case "number-as-text":
      return said.text;
    case "date":
      return said.date;
    case "error":
      // Where words belong there is nothing to show: an error value is missing (law CO8).
      return cell.content === "text" ? null : said.error;
    case "truth":
      return said.isTrue ? "TRUE" : "FALSE";
    case "missing":
    case "uncalculated":
      return null;
  }
}
