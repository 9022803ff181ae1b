import { standardFormula } from "../../core/same-formula";
import type { SheetSnapshot } from "../../core/snapshot";

export type RowHashes = readonly [row: number, hash: string][];

/**
 * A short hash of each row, by which undo knows whether a person changed a sheet that was put (law ED3): the sheet itself
 * would be too much to keep. Of formulas only the formula counts. It guards against slips, not against forgery.
 */
export function rowHashes(rows: SheetSnapshot["rows"]): RowHashes {
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([row, cells]): [number, string] => {
      const contents = [...cells]
        .sort(([one], [other]) => one - other)
        .map(([column, { value, formula }]) => [
          column,
          formula === undefined ? value : `=${standardFormula(formula)}`,
        ]);
      return [row, hashOf(JSON.stringify(contents))];
    });
}

/** The zero-based row in which a sheet is not what it was; null where it is. */
export function changedRow(then: RowHashes, now: RowHashes): number | null {
  const hashes = new Map(now);
  for (const [row, hash] of then) {
    if (hashes.get(row) !== hash) return row;
    hashes.delete(row);
  }
  const [more] = hashes.keys();
  return more ?? null;
}

/** FNV-1a in 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
