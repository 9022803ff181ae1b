import type { Blueprint, CellBlueprint, SheetBlueprint } from "../../blueprint";
import { reference, toA1, type Place } from "../../cell";
import type { CellContent } from "../../edit";
import { sheetMarks } from "../../form/cover";
import { looks } from "../../form/looks";

/** A computed cell of a summary: where it stands, what belongs there, and what it is about. */
export interface DueCell {
  readonly at: Place;
  readonly due: CellContent;
  readonly table: string;
  readonly code: string;
  readonly label: string;
  readonly key: string;
  readonly group: string | null;
}

/** A table of a sheet, by its hidden keys and marks. */
interface Block {
  readonly top: number;
  readonly table: string;
  readonly keys: readonly string[];
}

/** Every formula of a summary and every number that its own sheets set, by `reference`. What units reported is not among them. */
export function dueCells(blueprint: Blueprint): Map<string, DueCell> {
  const cells = blueprint.sheets.flatMap(cellsDueIn).map((cell): [string, DueCell] => [reference(cell.at), cell]);
  return new Map(cells);
}

function cellsDueIn(sheet: SheetBlueprint): DueCell[] {
  const grid = gridOf(sheet);
  const blocks = blocksOf(grid);
  return sheet.cells.flatMap((cell): DueCell[] => {
    const block = blocks.filter(({ top }) => top < cell.row).at(-1);
    const row = grid.get(cell.row) ?? [];
    const [code, label] = [row[0]?.value, row[1]?.value];
    if (!block || typeof code !== "string" || !isComputed(cell, block)) return [];
    const group = row[block.keys.indexOf("group")]?.value;
    return [
      {
        at: { sheet: sheet.name, cell: toA1(cell) },
        due: { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) },
        table: block.table,
        code,
        label: typeof label === "string" ? label : code,
        key: block.keys[cell.column] ?? "",
        group: typeof group === "string" && group !== "" ? group : null,
      },
    ];
  });
}

function isComputed({ formula, value, look }: CellBlueprint, { table }: Block): boolean {
  return formula !== undefined || (typeof value === "number" && look !== looks.key && isOwnTable(table));
}

/** Tables that add up; the others hold what units reported. Tình hình nộp is a record that nothing else says again. */
function isOwnTable(table: string): boolean {
  return table.startsWith("summary-");
}

/** Cells by row and column. */
function gridOf({ cells }: SheetBlueprint): Map<number, (CellBlueprint | undefined)[]> {
  const grid = new Map<number, (CellBlueprint | undefined)[]>();
  for (const cell of cells) {
    const row = grid.get(cell.row) ?? [];
    row[cell.column] = cell;
    grid.set(cell.row, row);
  }
  return grid;
}

/** Marks stand in the row under the keys. */
function blocksOf(grid: ReadonlyMap<number, readonly (CellBlueprint | undefined)[]>): Block[] {
  return [...grid].flatMap(([row, cells]): Block[] => {
    if (cells[0]?.value !== sheetMarks.unit) return [];
    const keys = (grid.get(row - 1) ?? []).map((cell) => (typeof cell?.value === "string" ? cell.value : ""));
    const table = cells[5]?.value;
    return typeof table === "string" ? [{ top: row - 1, table, keys }] : [];
  });
}

/** What a sheet is recognised by: hidden keys and marks, and the codes of rows with formulas. */
export function landmarksOf({ cells }: SheetBlueprint): readonly CellBlueprint[] {
  const computed = new Set(cells.filter(({ formula }) => formula !== undefined).map(({ row }) => row));
  return cells.filter(({ look, column, row }) => look === looks.key || (column === 0 && computed.has(row)));
}
