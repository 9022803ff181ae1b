import { fromA1, blockToA1, quotedSheet, reference, type CellValue, type Place } from "../cell";
import type { Period, Plan } from "../plan/plan";
import type { Progress } from "../progress/measure";
import type { Said } from "./said";
import type { Table, TableId } from "./table";

/** One cell of the form by what it is: its sheet, row code and column key. */
export interface CellKey {
  readonly table: TableId;
  readonly code: string;
  readonly key: string;
}

/** Where the cells of a form are and what its inputs say: a form being made, or one that was read. */
export interface FormSource {
  /** Null where the row, the column or the sheet is gone. */
  readonly place: (cell: CellKey) => Place | null;
  readonly said: (cell: CellKey) => Said;
}

/** A cell that the form computes. Without a formula it holds `value` as it is (targets). "" is an empty result. */
export interface ComputedCell extends CellKey {
  readonly formula: string | null;
  readonly value: CellValue;
}

/** Whose form it is. */
export interface FormOwner {
  readonly plan: Plan;
  readonly unit: string;
  readonly period: Period;
}

/** What the makers of formulas share: the form, and how to name its cells from a given sheet. */
export interface FormContext extends FormOwner {
  readonly tables: readonly Table[];
  readonly source: FormSource;
  /** By indicator, where it was measured already. */
  readonly progress?: ReadonlyMap<string, Progress>;
}

/** Thrown inside and caught below where a formula needs a cell that is gone; the form's own fault is found elsewhere. */
export class CellIsGone extends Error {}

/** A cell as a formula on the sheet of `from` names it. */
export function refer({ source }: FormContext, cell: CellKey, from: TableId): string {
  const place = source.place(cell);
  if (!place) throw new CellIsGone(`${cell.table} ${cell.code} ${cell.key}`);
  return cell.table === from ? place.cell : reference(place);
}

/** The cells of many rows in one column as a range, from the topmost to the lowest. */
export function referRange({ source }: FormContext, cells: readonly CellKey[], from: TableId): string {
  const places = cells.map((cell) => source.place(cell));
  const found = places.filter((place) => place !== null);
  const positions = found.map((place) => fromA1(place.cell)).filter((position) => position !== null);
  const [first] = found;
  if (!first || positions.length !== cells.length) throw new CellIsGone("range");
  const rows = positions.map((position) => position.row);
  const columns = positions.map((position) => position.column);
  const range = blockToA1({
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  });
  return cells[0]?.table === from ? range : `${quotedSheet(first.sheet)}!${range}`;
}

/** What is made for a computed cell: the formula itself, or, where it is long and seldom asked for, a way to it. */
export interface MadeCell {
  readonly formula: string | null | (() => string);
  readonly value: CellValue;
}

/** A computed cell, or null where it rests on cells that are gone. */
export function computedCell({ table, code, key }: CellKey, make: () => MadeCell): ComputedCell | null {
  try {
    const { formula, value } = make();
    if (typeof formula !== "function") return { table, code, key, formula, value };
    let written: string | undefined;
    return {
      table,
      code,
      key,
      get formula() {
        return (written ??= formula());
      },
      value,
    };
  } catch (error) {
    if (error instanceof CellIsGone) return null;
    throw error;
  }
}
