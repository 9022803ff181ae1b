import { reference, toA1 } from "../../cell";
import type { CellContent, CellEdit } from "../../edit";
import { blocksRead } from "../../formula-reads";
import type { StaleCell } from "../stale-cell";
import type { DueCell } from "./due-cells";

/** A cell that is not as it should be. */
export interface WrongCell {
  readonly cell: DueCell;
  readonly found: CellContent;
  /** The cell itself is no longer what was made; or its formula is, and its stored value is old, or missing. */
  readonly harm: "changed" | "outdated" | "uncalculated";
}

/**
 * The wrong cells that nothing else explains, each with the edits for those that follow from it: an old value under an
 * intact formula that reads a wrong cell, directly or through others, is no fault of its own.
 */
export function withFollowers(
  wrong: ReadonlyMap<string, WrongCell>,
  due: ReadonlyMap<string, DueCell>,
): readonly StaleCell[] {
  const known = new Map<string, string | null>();
  /** The first cell to blame among those that a wrong cell reads; null where it is to blame itself. */
  const causeOf = (key: string): string | null => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    known.set(key, null);
    const cause = findCause(key);
    known.set(key, cause);
    return cause;
  };
  const findCause = (key: string): string | null => {
    const one = wrong.get(key);
    if (!one || one.harm === "changed") return null;
    for (const read of cellsRead(one.cell, due)) {
      const other = read === key ? undefined : wrong.get(read);
      const cause = other && (causeOf(read) ?? (other.harm === "uncalculated" ? null : read));
      if (cause) return cause;
    }
    return null;
  };
  const followers = new Map<string, CellEdit[]>();
  const roots: WrongCell[] = [];
  for (const [key, one] of wrong) {
    const cause = causeOf(key);
    if (cause !== null) followers.set(cause, [...(followers.get(cause) ?? []), editOf(one)]);
    else if (one.harm !== "uncalculated") roots.push(one);
  }
  return roots.map(({ cell, found }) => ({
    ...cell,
    found,
    followers: followers.get(reference(cell.at)) ?? [],
  }));
}

function editOf({ cell: { at, due }, found }: WrongCell): CellEdit {
  return { at, expect: found, put: due };
}

/** The computed cells that a cell's own formula reads. */
function* cellsRead({ at, due: { formula = "" } }: DueCell, due: ReadonlyMap<string, DueCell>): Generator<string> {
  for (const { sheet, block } of blocksRead(formula, at.sheet)) {
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const key = reference({ sheet, cell: toA1({ row, column }) });
        if (due.has(key)) yield key;
      }
    }
  }
}
