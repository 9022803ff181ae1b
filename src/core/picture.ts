import type { CellBlueprint, SheetBlueprint } from "./blueprint";
import type { Cell } from "./cell";
import type { SheetSnapshot } from "./snapshot";

/** The sheet that a blueprint describes, as reading it would picture it: what writing and reading a file should keep. */
export function pictureOf(blueprint: SheetBlueprint): SheetSnapshot {
  const { name, visibility, columns, rows, cells, merges, isProtected } = blueprint;
  const pictured = new Map<number, Map<number, Cell>>();
  for (const described of cells) {
    const cell = cellOf(described);
    if (!cell) continue;
    const row = pictured.get(described.row) ?? new Map<number, Cell>();
    pictured.set(described.row, row.set(described.column, cell));
  }
  return {
    name,
    visibility,
    rows: pictured,
    merges,
    hiddenRows: new Set([...rows].filter(([, row]) => row.isHidden === true).map(([index]) => index)),
    hiddenColumns: new Set(
      [...columns.entries()]
        .filter(([, { isHidden, isFolded }]) => isHidden === true || isFolded === true)
        .map(([index]) => index),
    ),
    isProtected,
  };
}

/** Blank cells are absent from a picture; an empty text without a formula is no more than a blank. */
function cellOf({ value, formula }: CellBlueprint): Cell | null {
  // An empty formula is none: no file and no Excel holds one.
  if (formula !== undefined && formula !== "") return { value, formula };
  return value === null || value === "" ? null : { value };
}
