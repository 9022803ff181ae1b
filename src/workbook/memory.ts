import { applyEdits, isRefusal } from "../core/apply-edits";
import type { Blueprint } from "../core/blueprint";
import { toA1 } from "../core/cell";
import type { Edit, EditRefusal } from "../core/edit";
import { pictureOf } from "../core/picture";
import type { Snapshot } from "../core/snapshot";

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
