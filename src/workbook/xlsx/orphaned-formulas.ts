import type { PendingEdit } from "../../core/apply-edits";
import type { Cell, Position } from "../../core/cell";
import { toA1 } from "../../core/cell";
import type { SheetMap } from "./sheet-map";
import type { Splice } from "./splice";
import { escapeXml } from "./stored-text";
import type { ClosedElement } from "./walk-xml";

/** A cell whose formula stood in another cell, which the edits take it from. */
export interface Orphan {
  readonly position: Position;
  readonly element: ClosedElement;
}

/** The formulas whose master goes, by cell. */
export function orphansOf({ shared }: SheetMap, edits: readonly PendingEdit[]): Map<string, Orphan> {
  const leaving = new Set(edits.filter(({ put, found }) => put.formula !== found.formula).map(({ at }) => at.cell));
  const orphaned = shared.filter(({ master }) => leaving.has(toA1(master)));
  return new Map(
    orphaned.flatMap(({ dependents }) =>
      dependents.map(({ position, formula: element }) => [toA1(position), { position, element }]),
    ),
  );
}

interface Release {
  readonly edits: readonly PendingEdit[];
  readonly cellBefore: (position: Position) => Cell | undefined;
}

/** A formula that goes may serve other cells: each of those gets its own. Null when one of them is not known. */
export function releaseDependents(
  orphans: ReadonlyMap<string, Orphan>,
  { edits, cellBefore }: Release,
): Splice[] | null {
  const edited = new Set(edits.map(({ at }) => at.cell));
  const splices: Splice[] = [];
  for (const [cell, { position, element }] of orphans) {
    if (edited.has(cell)) continue;
    const formula = cellBefore(position)?.formula;
    if (formula === undefined) return null;
    const kept = [...element.attributes].filter(([name]) => !["t", "si", "ref"].includes(name));
    const open = `${element.prefix}f${kept.map(([name, text]) => ` ${name}="${escapeXml(text)}"`).join("")}`;
    const text = `<${open}>${escapeXml(formula)}</${element.prefix}f>`;
    splices.push({ start: element.start, end: element.end, text });
  }
  return splices;
}
