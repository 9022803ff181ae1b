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
  const found: FormulaCell[] = [];
  for (const sheet of book.sheets) {
    for (const [row, cells] of sheet.cells.rows) {
      for (const [column, { formula }] of cells) if (formula !== undefined) found.push({ sheet, row, column, formula });
    }
  }
  return found;
}

function dirtyCells(
  book: HostBook,
  formulas: readonly FormulaCell[],
  { changed, onlyThose }: { readonly changed: readonly ChangedCell[]; readonly onlyThose: boolean },
): FormulaCell[] {
  if (formulas.length === 0) return [];
  const reads = new Map(formulas.map((cell) => [cell, blocksRead(cell.formula, cell.sheet.name)]));
  let fresh = new Places(changed);
  const dirty = new Set(formulas.filter((cell) => fresh.has(cell)));
  if (onlyThose) return [...dirty];
  while (fresh.size > 0) {
    const next = formulas.filter((cell) => {
      if (dirty.has(cell)) return false;
      return (reads.get(cell) ?? []).some(({ sheet, block }) => fresh.meets(sheetNamed(book, sheet), block));
    });
    for (const cell of next) dirty.add(cell);
    fresh = new Places(next);
  }
  return [...dirty];
}

/** Cells by sheet and row. */
class Places {
  private readonly sheets = new Map<HostSheet, Map<number, Set<number>>>();

  constructor(cells: readonly ChangedCell[]) {
    for (const { sheet, row, column } of cells) {
      const rows = this.sheets.get(sheet) ?? new Map<number, Set<number>>();
      this.sheets.set(sheet, rows.set(row, (rows.get(row) ?? new Set<number>()).add(column)));
    }
  }

  get size(): number {
    return this.sheets.size;
  }

  has({ sheet, row, column }: ChangedCell): boolean {
    return this.sheets.get(sheet)?.get(row)?.has(column) ?? false;
  }

  meets(sheet: HostSheet | undefined, { top, left, bottom, right }: Block): boolean {
    const rows = sheet && this.sheets.get(sheet);
    if (!rows) return false;
    const isMet = (columns: ReadonlySet<number> | undefined) =>
      columns !== undefined && [...columns].some((column) => column >= left && column <= right);
    if (bottom - top > rows.size) {
      return [...rows].some(([row, columns]) => row >= top && row <= bottom && isMet(columns));
    }
    for (let row = top; row <= bottom; row += 1) if (isMet(rows.get(row))) return true;
    return false;
  }
}

function keyOf(sheet: HostSheet, cell: string): string {
  return `${sheet.id}!${cell}`;
}
