import { fromA1, toA1, type Block } from "../../src/core/cell";
import { blocksRead } from "../../src/core/formula-reads";
import { cellValues } from "../tools/calculator";
import type { HostBook, HostSheet } from "./book";
import { sheetNamed } from "./book";
import type { HostCell, RawValue } from "./cells";

export interface ChangedCell {
  readonly sheet: HostSheet;
  readonly row: number;
  readonly column: number;
}

interface FormulaCell extends ChangedCell {
  readonly formula: string;
}

/**
 * Computes the formulas that hang on cells that changed, and the changed cells that are formulas themselves; nothing
 * else, as Excel does. What the calculator of the tests does not know (VLOOKUP, defined names, …) keeps the value it
 * has; a formula just written keeps 0.
 */
export function recalculate(
  book: HostBook,
  changed: readonly ChangedCell[] | "all",
  { onlyThose }: { readonly onlyThose: boolean } = { onlyThose: false },
): void {
  const formulas = formulaCells(book);
  const dirty = changed === "all" ? formulas : dirtyCells(book, formulas, { changed, onlyThose });
  if (dirty.length === 0) return;
  const keys = new Set(dirty.map(({ sheet, row, column }) => keyOf(sheet, toA1({ row, column }))));
  const valueAt = cellValues((name, cell) => {
    const sheet = sheetNamed(book, name);
    // A sheet that is gone: Excel's formulas say #REF! themselves by then.
    if (!sheet) return { value: { error: "#REF!" } };
    const position = fromA1(cell);
    const found = position ? sheet.cells.at(position.row, position.column) : undefined;
    if (!found) return { value: null };
    return keys.has(keyOf(sheet, cell)) ? found : { value: found.value };
  });
  for (const { sheet, row, column } of dirty) {
    const cell = sheet.cells.at(row, column);
    if (!cell) continue;
    const value = computed(() => valueAt(sheet.name, toA1({ row, column })), cell);
    if (value !== cell.value) sheet.cells.put(row, column, { ...cell, value });
  }
}

function computed(compute: () => RawValue, cell: HostCell): RawValue {
  if (cell.formula?.includes("#REF!") === true) return { error: "#REF!" };
  try {
    return compute();
  } catch {
    // What the calculator cannot do stays as it was: said in the head of host.ts.
    return cell.value ?? 0;
  }
}

function formulaCells(book: HostBook): FormulaCell[] {
  return book.sheets.flatMap((sheet) =>
    [...sheet.cells.rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula }]) => (formula === undefined ? [] : [{ sheet, row, column, formula }])),
    ),
  );
}

function dirtyCells(
  book: HostBook,
  formulas: readonly FormulaCell[],
  { changed, onlyThose }: { readonly changed: readonly ChangedCell[]; readonly onlyThose: boolean },
): FormulaCell[] {
  const reads = new Map(formulas.map((cell) => [cell, blocksRead(cell.formula, cell.sheet.name)]));
  const dirty = new Set<FormulaCell>();
  const fresh = new Set(changed.map(({ sheet, row, column }) => keyOf(sheet, toA1({ row, column }))));
  for (const cell of formulas) if (fresh.has(keyOf(cell.sheet, toA1(cell)))) dirty.add(cell);
  if (onlyThose) return [...dirty];
  let cells: readonly ChangedCell[] = changed;
  while (cells.length > 0) {
    const isHit = hitBy(book, cells);
    const next = formulas.filter((cell) => {
      if (dirty.has(cell)) return false;
      return cell.formula.includes("#REF!") || (reads.get(cell) ?? []).some(({ sheet, block }) => isHit(sheet, block));
    });
    for (const cell of next) dirty.add(cell);
    cells = next;
  }
  return [...dirty];
}

/** Whether a block of a sheet holds one of the cells. */
function hitBy(book: HostBook, cells: readonly ChangedCell[]): (sheet: string, block: Block) => boolean {
  const rows = new Map<HostSheet, Map<number, number[]>>();
  for (const { sheet, row, column } of cells) {
    const lines = rows.get(sheet) ?? new Map<number, number[]>();
    rows.set(sheet, lines.set(row, [...(lines.get(row) ?? []), column]));
  }
  return (name, { top, left, bottom, right }) => {
    const sheet = sheetNamed(book, name);
    const lines = sheet ? rows.get(sheet) : undefined;
    if (!lines) return false;
    const isIn = (column: number) => column >= left && column <= right;
    if (bottom - top > lines.size) {
      return [...lines].some(([row, columns]) => row >= top && row <= bottom && columns.some(isIn));
    }
    for (let row = top; row <= bottom; row += 1) if (lines.get(row)?.some(isIn) === true) return true;
    return false;
  };
}

function keyOf(sheet: HostSheet, cell: string): string {
  return `${sheet.id}!${cell}`;
}
