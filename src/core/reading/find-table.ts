import type { Cell } from "../cell";
import { cellAt, type SheetSnapshot } from "../snapshot";
import type { Table } from "../form/table";
import { plainText } from "../plain-text";

/** How many filled rows from the top the keys, marks and headings are looked for in. */
const searchedRows = 60;

/** A sheet whose key row was found, with the column of each key and the keys that stand there twice. */
export interface KeyedSheet {
  readonly sheet: SheetSnapshot;
  readonly keyRow: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly twice: readonly { readonly key: string; readonly column: number }[];
}

/** The sheet that holds a table: the one whose key row has its code column and most of its keys (law RD1). */
export function findTable(sheets: readonly SheetSnapshot[], table: Table<string>): KeyedSheet | null {
  const own = ownKeys(table);
  let best: { keyed: KeyedSheet; score: number } | null = null;
  for (const sheet of sheets) {
    const keyed = findKeyRow(sheet, table);
    if (!keyed) continue;
    const ownFound = own.filter((key) => keyed.columns.has(key)).length;
    if (ownFound === 0) continue;
    const score = ownFound * 1000 + keyed.columns.size * 2 + Number(sheet.name === table.sheet);
    if (!best || score > best.score) best = { keyed, score };
  }
  return best?.keyed ?? null;
}

/** Keys that no other table has, so that a sheet is never taken for another one. */
const commonKeys = new Set([
  "code",
  "name",
  "unit",
  "note",
  "check",
  "agency",
  "group",
  "coverage",
  "households",
  "status",
]);

function ownKeys(table: Table<string>): string[] {
  return table.columns.map((column) => column.key).filter((key) => !commonKeys.has(key));
}

/** A snapshot never changes, and many look for something at its top: sorted once. */
const tops = new WeakMap<SheetSnapshot["rows"], readonly number[]>();

/** The first rows that hold anything, from the top. */
export function topRows({ rows }: SheetSnapshot): readonly number[] {
  const known = tops.get(rows);
  if (known) return known;
  const top = [...rows.keys()].sort((a, b) => a - b).slice(0, searchedRows);
  tops.set(rows, top);
  return top;
}

const topWords = new WeakMap<SheetSnapshot["rows"], ReadonlyMap<number, readonly Word[]>>();

type Word = readonly [text: string, column: number];

/** The texts of the first rows, from left to right: every table of the form asks every sheet for its keys. */
function wordsAtTop(sheet: SheetSnapshot): ReadonlyMap<number, readonly Word[]> {
  const known = topWords.get(sheet.rows);
  if (known) return known;
  const atTop = new Map(topRows(sheet).map((row) => [row, wordsIn(sheet.rows.get(row) ?? new Map<number, Cell>())]));
  topWords.set(sheet.rows, atTop);
  return atTop;
}

function wordsIn(cells: ReadonlyMap<number, Cell>): readonly Word[] {
  const found: Word[] = [];
  for (const [column, { value }] of cells) if (typeof value === "string") found.push([value.trim(), column]);
  return found.sort(([, one], [, other]) => one - other);
}

/** The row with the code key and at least half of the keys. */
function findKeyRow(sheet: SheetSnapshot, table: Table<string>): KeyedSheet | null {
  const enough = Math.min(table.columns.length, 6) / 2;
  return bestRow(sheet, table, ({ columns }) => columns.has("code") && columns.size >= enough);
}

/** What is left of a damaged key row: the row with most of the keys, one of them the table's own. */
export function findDamagedKeyRow(sheet: SheetSnapshot, table: Table<string>): KeyedSheet | null {
  const own = ownKeys(table);
  return bestRow(sheet, table, ({ columns }) => own.some((key) => columns.has(key)));
}

function bestRow(
  sheet: SheetSnapshot,
  table: Table<string>,
  isEnough: (row: KeyedSheet) => boolean,
): KeyedSheet | null {
  const keys = new Set(table.columns.map((column) => column.key));
  let best: KeyedSheet | null = null;
  for (const row of topRows(sheet)) {
    const found = keysIn(sheet, row, keys);
    if (isEnough(found) && found.columns.size > (best?.columns.size ?? 0)) best = found;
  }
  return best;
}

function keysIn(sheet: SheetSnapshot, keyRow: number, keys: ReadonlySet<string>): KeyedSheet {
  const columns = new Map<string, number>();
  const twice: { key: string; column: number }[] = [];
  const found = (wordsAtTop(sheet).get(keyRow) ?? []).filter(([key]) => keys.has(key));
  for (const [key, column] of found) {
    if (columns.has(key)) twice.push({ key, column });
    else columns.set(key, column);
  }
  return { sheet, keyRow, columns, twice };
}

/** The cell some columns right of a mark ("pm_unit_code") near the top of a sheet; null where the mark is gone. */
export function findMark(
  sheet: SheetSnapshot,
  mark: string,
  distance = 1,
): { text: string; row: number; column: number } | null {
  for (const row of topRows(sheet)) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (cell.value !== mark) continue;
      const beside = cellAt(sheet, row, column + distance)?.value ?? null;
      return { text: typeof beside === "object" ? "" : plainText(String(beside)), row, column: column + distance };
    }
  }
  return null;
}
