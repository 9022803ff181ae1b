import { applyEdits, isRefusal } from "../core/apply-edits";
import type { Blueprint, CellBlueprint, SheetBlueprint } from "../core/blueprint";
import { toA1, type Cell } from "../core/cell";
import type { Edit, EditRefusal } from "../core/edit";
import type { SheetSnapshot, Snapshot } from "../core/snapshot";

/** A workbook that lives in memory only: the door for tests and for trying edits out. */
export interface MemoryWorkbook {
  readonly read: () => Promise<Snapshot>;
  /** Makes every edit, or gives the first refusal and makes none. */
  readonly write: (edits: readonly Edit[]) => Promise<EditRefusal | null>;
}

/** Opens a snapshot as a workbook; the snapshot itself stays as it is. */
export function openMemory(snapshot: Snapshot): MemoryWorkbook {
  let current = snapshot;
  return {
    read: () => Promise.resolve(current),
    write: (edits) => {
      const outcome = applyEdits(current, edits);
      if (isRefusal(outcome)) return Promise.resolve(outcome);
      current = outcome;
      return Promise.resolve(null);
    },
  };
}

/** The workbook that a blueprint describes, as reading it would picture it: what writing and reading a file should keep. */
export function snapshotOf(blueprint: Blueprint, file: string): Snapshot {
  return {
    file,
    sheets: blueprint.sheets.map(pictureOf),
    names: new Map(blueprint.names.map(({ name, sheet, at }) => [name, { sheet, cell: toA1(at) }])),
  };
}

function pictureOf({ name, visibility, columns, rows, cells, merges, isProtected }: SheetBlueprint): SheetSnapshot {
  const pictured = new Map<number, Map<number, Cell>>();
  for (const blueprint of cells) {
    const cell = cellOf(blueprint);
    if (!cell) continue;
    const row = pictured.get(blueprint.row) ?? new Map<number, Cell>();
    pictured.set(blueprint.row, row.set(blueprint.column, cell));
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
  if (formula !== undefined) return { value, formula };
  return value === null || value === "" ? null : { value };
}
