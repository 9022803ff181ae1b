import type { Blueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { CellValue } from "../../../src/core/cell";
import { makePlanBook } from "../../../src/core/plan-book/make-plan-book";
import { openPlanBook } from "../../../src/core/plan-book/open-plan-book";
import { sayPlanBookFault } from "../../../src/core/plan-book/plan-book-words";
import type { Plan } from "../../../src/core/plan/plan";
import type { Snapshot } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";

/** A plan workbook that people have written in: cells by sheet, row (1 for the first entry) and column key. */
export interface Written {
  readonly sheet: string;
  readonly entry: number;
  readonly key: string;
  readonly value: CellValue;
}

/** Row 5 (from 0) holds the first entry. */
const firstRow = 5;

export function sheetOf(book: Blueprint, name: string): SheetBlueprint {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`No sheet ${name}.`);
  return sheet;
}

/** The column of a key, by the hidden row of keys. */
export function columnOf(sheet: SheetBlueprint, key: string): number {
  const cell = sheet.cells.find(({ row, value }) => row === firstRow - 1 && value === key);
  if (!cell) throw new Error(`No column ${key}.`);
  return cell.column;
}

export function write(book: Blueprint, ...written: readonly Written[]): Blueprint {
  let sheets = book.sheets;
  for (const { sheet: name, entry, key, value } of written) {
    const sheet = sheetOf({ ...book, sheets }, name);
    const at = { row: firstRow + entry - 1, column: columnOf(sheet, key) };
    const cells = sheet.cells.filter(({ row, column }) => row !== at.row || column !== at.column);
    const changed = { ...sheet, cells: [...cells, { ...at, value, look: {} }] };
    sheets = sheets.map((one) => (one === sheet ? changed : one));
  }
  return { ...book, sheets };
}

/** The sheets of a book, each as one makes of it. */
export function withSheets(book: Blueprint, change: (sheet: SheetBlueprint) => SheetBlueprint): Blueprint {
  return { ...book, sheets: book.sheets.map(change) };
}

export function bookOf(plan: Plan): Blueprint {
  return makePlanBook(plan);
}

/** The plan and the JSON value in a workbook; what is wrong, as an error. */
export function openedFrom(book: Blueprint | Snapshot): { plan: Plan; json: unknown } {
  const opened = openPlanBook("file" in book ? book : snapshotOf(book, "plan.xlsx"));
  if (!opened) throw new Error("No plan workbook.");
  if ("faults" in opened) throw new Error(opened.faults.map((fault) => sayPlanBookFault(fault).en).join("\n"));
  return opened;
}

/** What is said of a faulty workbook, in both languages. */
export function saidOf(book: Blueprint): { vi: string[]; en: string[] } {
  const opened = openPlanBook(snapshotOf(book, "plan.xlsx"));
  const faults = opened && "faults" in opened ? opened.faults.map(sayPlanBookFault) : [];
  return { vi: faults.map(({ vi }) => vi), en: faults.map(({ en }) => en) };
}
