import { contentAt, sameContent } from "../../core/apply-edits";
import { blockToA1, samePlace, toA1, type Block, type Position } from "../../core/cell";
import type { EditRefusal } from "../../core/edit";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";

/** The first place where what was read back is not what was to be written; null where all is as it should be (law ED8). */
export function differenceOf(expected: Snapshot, found: Snapshot): EditRefusal | null {
  for (const [index, sheet] of expected.sheets.entries()) {
    const other = found.sheets[index];
    if (other?.name !== sheet.name) return differs(sheet.name, "no-such-sheet");
    for (const position of [...positionsOf(sheet), ...positionsOf(other)]) {
      const content = contentAt(other, position);
      if (sameContent(contentAt(sheet, position), content)) continue;
      return { at: { sheet: sheet.name, cell: toA1(position) }, reason: "read-back-differs", found: content };
    }
    if (!isSameFrame(sheet, other)) return differs(sheet.name);
  }
  const [more] = found.sheets.slice(expected.sheets.length);
  if (more) return differs(more.name);
  for (const [name, place] of expected.names) {
    const other = found.names.get(name);
    if (!other || !samePlace(other, place)) return differs(place.sheet);
  }
  return null;
}

function differs(sheet: string, reason: EditRefusal["reason"] = "read-back-differs"): EditRefusal {
  return { at: { sheet, cell: "A1" }, reason, found: null };
}

function* positionsOf({ rows }: SheetSnapshot): Iterable<Position> {
  for (const [row, cells] of rows) for (const column of cells.keys()) yield { row, column };
}

function isSameFrame(sheet: SheetSnapshot, other: SheetSnapshot): boolean {
  const reach = reachOf(other);
  return (
    sheet.visibility === other.visibility &&
    sheet.isProtected === other.isProtected &&
    isSame(sheet.merges.map(blockToA1), other.merges.map(blockToA1)) &&
    isSame(upTo(sheet.hiddenRows, reach.bottom), upTo(other.hiddenRows, reach.bottom)) &&
    isSame(upTo(sheet.hiddenColumns, reach.right), upTo(other.hiddenColumns, reach.right))
  );
}

/** What is hidden is read only as far as the cells reach. */
function reachOf(sheet: SheetSnapshot): Pick<Block, "bottom" | "right"> {
  let bottom = -1;
  let right = -1;
  for (const { row, column } of positionsOf(sheet)) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { bottom, right };
}

function upTo(indexes: ReadonlySet<number>, last: number): number[] {
  return [...indexes].filter((index) => index <= last);
}

function isSame<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  const known = new Set(others);
  return known.size === new Set(some).size && some.every((one) => known.has(one));
}
