import { sheetMarks } from "../form/cover";
import type { Table, TableId } from "../form/table";
import type { SheetSnapshot } from "../snapshot";
import type { Place } from "../cell";
import { sayingOf, typedIn } from "./canonical";
import { findMark } from "./find-table";
import { isOfSummary } from "./reports-within";
import { readKeyedTable } from "./read-table";
import type { CellReading, StructureFault, TableReading } from "./reading";

/**
 * Sheets that hold a table of the form a second time ("Số liệu (2)") and say something else than the one that is read:
 * nobody but the official knows which of them counts. A copy that says the same, or less, takes nothing from anybody.
 */
export function secondSheets(
  sheets: readonly SheetSnapshot[],
  tables: ReadonlyMap<TableId, TableReading>,
): StructureFault[] {
  const read = new Set([...tables.values()].map(({ sheet }) => sheet));
  return sheets
    .filter((sheet) => !read.has(sheet.name) && !isOfSummary(sheet))
    .flatMap((sheet) => {
      const found = tableOn(sheet, tables);
      const others = found ? sayingOther(found.second, found.first) : [];
      const [at] = others;
      return found && at
        ? [{ kind: "sheet-twice" as const, table: found.table, at, first: found.first.sheet, cells: others.length }]
        : [];
    });
}

interface Twice {
  readonly table: Table;
  readonly first: TableReading;
  readonly second: TableReading;
}

function tableOn(sheet: SheetSnapshot, tables: ReadonlyMap<TableId, TableReading>): Twice | null {
  const mark = findMark(sheet, sheetMarks.table)?.text ?? "";
  for (const [id, first] of tables) {
    if (mark !== "" && mark !== id) continue;
    const second = readKeyedTable([sheet], first.table);
    if (second) return { table: first.table, first, second };
  }
  return null;
}

/** The typed cells of a copy that say something which the sheet that is read does not say. */
function sayingOther(second: TableReading, first: TableReading): Place[] {
  return typedIn(second)
    .filter(({ cell }) => says(cell) !== "")
    .filter(({ code, key, cell }) => says(cell) !== says(first.rows.get(code)?.cells.get(key)))
    .map(({ cell }) => cell.at);
}

function says(cell: CellReading | undefined): string {
  return cell ? sayingOf(cell).join("\t") : "";
}
