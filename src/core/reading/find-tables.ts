import { planSheet, sheetMarks } from "../form/cover";
import type { Table, TableId } from "../form/table";
import { plainText } from "../plain-text";
import type { SheetSnapshot } from "../snapshot";
import { findDamagedKeyRow, findMark, findTable, type KeyedSheet } from "./find-table";
import type { FoundTable } from "./found-table";
import { bodyTopIn, headingsIn } from "./headings";
import { matchColumns } from "./match-columns";

/**
 * The sheets that hold the tables of a form: by their key rows (law RD1); where those are gone or damaged, by the
 * sheet's own mark, its headings and its codes. A sheet is given to one table only, and only where no other fits as well.
 */
export function findTables(sheets: readonly SheetSnapshot[], tables: readonly Table[]): Map<TableId, FoundTable> {
  const found = new Map<TableId, FoundTable>();
  for (const table of tables) {
    const keyed = findTable(sheets, table);
    if (keyed) found.set(table.id, withHeadings(table, keyed.sheet, keyed));
  }
  const left = tables.filter(({ id }) => !found.has(id));
  if (left.length === 0) return found;
  const taken = new Set([...found.values()].map(({ sheet }) => sheet));
  const free = sheets.filter((sheet) => !taken.has(sheet) && sheet.name !== planSheet && !findMark(sheet, "pm_form"));
  for (const one of withoutKeys(free, left)) found.set(one.table.id, one);
  return found;
}

/** What keys tell, and for keys that are gone what stands above the columns. */
function withHeadings(table: Table, sheet: SheetSnapshot, keyed: KeyedSheet | null): FoundTable {
  const { keyRow = null, columns = new Map<string, number>(), twice = [] } = keyed ?? {};
  const base = { table, sheet, keyRow, twice };
  if (columns.size === table.columns.length) {
    return { ...base, columns, byHeading: [], bodyTop: bodyTopIn(sheet, table) };
  }
  const headings = headingsIn(sheet, table);
  const taken = new Set([...columns.values(), ...twice.map(({ column }) => column)]);
  const matched = matchColumns({ sheet, table, columns, taken }, headings);
  return {
    ...base,
    columns: new Map([...columns, ...matched]),
    byHeading: [...matched.keys()],
    bodyTop: headings.bodyTop,
  };
}

interface Candidate {
  readonly found: FoundTable;
  readonly score: number;
}

/** Sheets without a usable key row. */
function withoutKeys(sheets: readonly SheetSnapshot[], tables: readonly Table[]): FoundTable[] {
  const candidates = sheets.flatMap((sheet) => {
    const mark = findMark(sheet, sheetMarks.table)?.text ?? "";
    return tables.flatMap((table): Candidate[] => {
      if (mark !== "" && mark !== table.id) return [];
      const found = withHeadings(table, sheet, findDamagedKeyRow(sheet, table));
      const score = likeness(found) + (mark === table.id ? marked : 0);
      return score >= enough && found.columns.size > 0 ? [{ found, score }] : [];
    });
  });
  return candidates
    .filter((one) =>
      candidates.every(
        (other) =>
          other === one ||
          (other.found.sheet !== one.found.sheet && other.found.table !== one.found.table) ||
          other.score < one.score,
      ),
    )
    .map(({ found }) => found);
}

/** Half of the columns or half of the codes. */
const enough = 0.5;
/** More than any likeness. */
const marked = 10;

/** How much of a table is on a sheet: the share of its columns and that of its codes. */
function likeness({ table, sheet, columns }: FoundTable): number {
  const own = table.columns.filter(({ isHelper }) => isHelper !== true);
  const share = own.filter(({ key }) => columns.has(key)).length / own.length;
  return (share >= enough ? share : 0) + codeShare(table, sheet, columns.get("code"));
}

function codeShare(table: Table, sheet: SheetSnapshot, column: number | undefined): number {
  if (column === undefined || table.rows.length === 0) return 0;
  const codes = new Set(table.rows.map(({ code }) => code));
  const there = new Set<string>();
  for (const cells of sheet.rows.values()) {
    const value = cells.get(column)?.value;
    if (typeof value === "string" && codes.has(plainText(value))) there.add(plainText(value));
  }
  const share = there.size / codes.size;
  return share >= enough ? share : 0;
}
