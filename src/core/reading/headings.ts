import type { Table } from "../form/table";
import { folded, plainText } from "../plain-text";
import type { SheetSnapshot } from "../snapshot";
import { topRows } from "./find-table";
import { shownText } from "./shown-text";

/** The form has 25 columns at most; what stands far to the right is no heading of it. */
const searchedColumns = 250;

/** What stands above a column, from the top down, as headings are compared. */
export interface ColumnHeading {
  /** In the column itself, or in merged cells that reach over it. */
  readonly own: readonly string[];
  /** Of the nearest heading to the left where the column has none of its own: groups lose their merged cells. */
  readonly carried: readonly string[];
  /** The label in the official row of column numbers. */
  readonly number: string;
}

export interface Headings {
  readonly columns: ReadonlyMap<number, ColumnHeading>;
  /** The first row below them; null where neither the official numbers nor a code of the form show it. */
  readonly bodyTop: number | null;
}

/** Words as headings are compared: no diacritics, no capitals, no signs. */
export function headingWords(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What stands above each column of a sheet that is thought to hold a table. */
export function headingsIn(sheet: SheetSnapshot, table: Table): Headings {
  const numberRow = numberRowIn(sheet, table);
  const bodyTop = numberRow === null ? firstCodeRow(sheet, table) : numberRow + 1;
  const rows = topRows(sheet).filter((row) => row < (numberRow ?? bodyTop ?? Number.POSITIVE_INFINITY));
  const grid = new Map(rows.map((row) => [row, wordsInRow(sheet, row)]));
  spreadMerged(sheet, grid);
  const columns = new Map<number, ColumnHeading>();
  for (const column of new Set([...grid.values()].flatMap((words) => [...words.keys()]))) {
    const own: string[] = [];
    const carried: string[] = [];
    for (const words of grid.values()) {
      const word = words.get(column) ?? "";
      if (word !== "" && word !== own.at(-1)) own.push(word);
      const left = word === "" ? nearestLeft(words, column) : "";
      if (left !== "") carried.push(left);
    }
    columns.set(column, { own, carried, number: numberRow === null ? "" : textAt(sheet, numberRow, column) });
  }
  return { columns, bodyTop };
}

function wordsInRow(sheet: SheetSnapshot, row: number): Map<number, string> {
  const cells = [...(sheet.rows.get(row) ?? [])].filter(([column]) => column < searchedColumns);
  return new Map(cells.map(([column, cell]): [number, string] => [column, headingWords(shownText(cell))]));
}

/** Merged cells hold their words once, at the top left, and show them over all. */
function spreadMerged(sheet: SheetSnapshot, grid: ReadonlyMap<number, Map<number, string>>): void {
  for (const { top, left, bottom, right } of sheet.merges) {
    const words = grid.get(top)?.get(left) ?? "";
    if (words === "") continue;
    for (const [row, cells] of grid) {
      if (row < top || row > bottom) continue;
      for (let column = left; column <= Math.min(right, searchedColumns - 1); column++) cells.set(column, words);
    }
  }
}

function nearestLeft(words: ReadonlyMap<number, string>, column: number): string {
  for (let left = column - 1; left >= 0; left--) {
    const word = words.get(left) ?? "";
    if (word !== "") return word;
  }
  return "";
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = sheet.rows.get(row)?.get(column)?.value ?? null;
  return typeof value === "string" || typeof value === "number" ? plainText(String(value)) : "";
}

/** The row that says at least half of the official numbers ("A", "1", "9=1-2-3-4+5+6+7+8"). */
function numberRowIn(sheet: SheetSnapshot, table: Table): number | null {
  const official = table.columns.map(({ number }) => number).filter((number) => number !== "");
  let best: { row: number; count: number } | null = null;
  for (const row of topRows(sheet)) {
    const left = [...official];
    let hasLetter = false;
    for (const column of sheet.rows.get(row)?.keys() ?? []) {
      const at = column < searchedColumns ? left.indexOf(textAt(sheet, row, column)) : -1;
      const [said = ""] = at < 0 ? [] : left.splice(at, 1);
      hasLetter ||= /^\p{L}$/u.test(said);
    }
    const count = official.length - left.length;
    // Small figures look like numbers of columns; letters do not.
    if (hasLetter && count * 2 >= official.length && count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row ?? null;
}

/** The first row below the headings of a table; null where nothing shows it. */
export function bodyTopIn(sheet: SheetSnapshot, table: Table): number | null {
  const numberRow = numberRowIn(sheet, table);
  return numberRow === null ? firstCodeRow(sheet, table) : numberRow + 1;
}

function firstCodeRow(sheet: SheetSnapshot, table: Table): number | null {
  const codes = new Set(table.rows.map(({ code }) => code));
  const hasCode = (row: number): boolean =>
    [...(sheet.rows.get(row)?.keys() ?? [])].some((column) => codes.has(textAt(sheet, row, column)));
  return topRows(sheet).find(hasCode) ?? null;
}
