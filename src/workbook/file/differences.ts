import { contentAt, sameContent } from "../../core/apply-edits";
import { blockToA1, toA1, type Place } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { cellAt, type SheetSnapshot, type Snapshot } from "../../core/snapshot";

export interface DifferentCell {
  readonly at: Place;
  readonly content: CellContent;
}

/**
 * The cells that hold something else in the second picture, as it has them; null where the sheets themselves differ: their
 * names, their order, what is merged or hidden.
 */
export function differentCells(before: Snapshot, after: Snapshot): readonly DifferentCell[] | null {
  if (before.sheets.length !== after.sheets.length) return null;
  const cells: DifferentCell[] = [];
  for (const [index, sheet] of after.sheets.entries()) {
    const earlier = before.sheets[index];
    if (!earlier || frameOf(earlier) !== frameOf(sheet)) return null;
    cells.push(...differentIn(earlier, sheet));
  }
  return cells;
}

/** Hidden lines are read only as far as cells reach: those beyond are no difference that anybody sees. */
function frameOf({ name, visibility, merges, hiddenRows, hiddenColumns }: SheetSnapshot): string {
  return JSON.stringify([name, visibility, merges.map(blockToA1), [...hiddenRows], [...hiddenColumns]]);
}

function* differentIn(before: SheetSnapshot, after: SheetSnapshot): Generator<DifferentCell> {
  for (const row of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    for (const column of new Set([...(before.rows.get(row)?.keys() ?? []), ...(after.rows.get(row)?.keys() ?? [])])) {
      if (cellAt(before, row, column) === cellAt(after, row, column)) continue;
      const content = contentAt(after, { row, column });
      if (sameContent(contentAt(before, { row, column }), content)) continue;
      yield { at: { sheet: after.name, cell: toA1({ row, column }) }, content };
    }
  }
}
