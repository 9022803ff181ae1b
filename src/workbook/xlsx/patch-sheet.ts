import type { PendingEdit } from "../../core/apply-edits";
import type { Block, Position } from "../../core/cell";
import { blockFromA1, blockToA1 } from "../../core/cell";
import { orphansOf, releaseDependents } from "./orphaned-formulas";
import type { PatchContext, SheetPatch } from "./patch-row";
import { freshRow, patchRow } from "./patch-row";
import type { MappedRow, SheetMap } from "./sheet-map";
import { mapSheet } from "./sheet-map";
import type { Splice } from "./splice";
import { spliceText } from "./splice";

/** The sheet's part with the edits made and all else as it was; else the edit that cannot be made, where it is one. */
export function patchSheet(xml: string, patch: SheetPatch): string | PendingEdit | null {
  const rows = new Map<number, PendingEdit[]>();
  for (const edit of [...patch.edits].sort((one, other) => one.position.column - other.position.column)) {
    const { row } = edit.position;
    rows.set(row, [...(rows.get(row) ?? []), edit]);
  }
  const map = mapSheet(xml, new Set(rows.keys()));
  if (!map) return null;
  const bound = patch.edits.find((edit) => isFilledFromElsewhere(edit, map));
  if (bound) return bound;
  const orphans = orphansOf(map, patch.edits);
  const context: PatchContext = { ...patch, xml, map, orphans };
  const splices = releaseDependents(orphans, patch);
  if (!splices) return null;
  splices.push(...widenDimension(context));
  const mapped = new Map<number, MappedRow[]>();
  for (const row of map.rows) if (rows.has(row.row)) mapped.set(row.row, [...(mapped.get(row.row) ?? []), row]);
  const fresh: { readonly row: number; readonly xml: string }[] = [];
  for (const [row, edits] of [...rows].sort(([one], [other]) => one - other)) {
    const present = mapped.get(row);
    if (present) splices.push(...patchRow(present, edits, context));
    else fresh.push({ row, xml: freshRow(row, edits, context) });
  }
  splices.push(...insertRows(fresh, context));
  return spliceText(xml, splices);
}

/** Of a block that one formula fills (an array formula, a data table) no single cell can be changed. */
function isFilledFromElsewhere({ position, put, found }: PendingEdit, { filled }: SheetMap): boolean {
  return filled.some(({ master, block }) => {
    const isOneCell = block.top === block.bottom && block.left === block.right;
    const isItself = master.row === position.row && master.column === position.column;
    if (isItself && (isOneCell || put.formula === found.formula)) return false;
    return contains(block, position);
  });
}

function contains({ top, left, bottom, right }: Block, { row, column }: Position): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Readers that believe the stated dimension would not see a cell outside of it. */
function widenDimension({ xml, map, edits }: PatchContext): Splice[] {
  const { dimension } = map;
  const stated = blockFromA1(dimension?.attributes.get("ref") ?? "");
  if (!dimension || !stated || edits.every(({ position }) => contains(stated, position))) return [];
  const block = edits.reduce(
    ({ top, left, bottom, right }, { position: { row, column } }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    stated,
  );
  const before = xml.slice(dimension.start, dimension.openEnd);
  const text = before.replace(/(\sref\s*=\s*)(?:"[^"]*"|'[^']*')/, (_, name: string) => `${name}"${blockToA1(block)}"`);
  return [{ start: dimension.start, end: dimension.openEnd, text }];
}

function insertRows(
  fresh: readonly { readonly row: number; readonly xml: string }[],
  { xml, map }: PatchContext,
): Splice[] {
  const { sheetData, rows } = map;
  if (fresh.length === 0) return [];
  if (sheetData.isSelfClosing) {
    const open = xml.slice(sheetData.start, sheetData.openEnd).replace(/\s*\/>$/, ">");
    const text = `${open}${fresh.map((row) => row.xml).join("")}</${sheetData.prefix}sheetData>`;
    return [{ start: sheetData.start, end: sheetData.end, text }];
  }
  return fresh.map((row) => {
    const at = rows.find((other) => other.row > row.row)?.element.start ?? sheetData.closeStart;
    return { start: at, end: at, text: row.xml };
  });
}
