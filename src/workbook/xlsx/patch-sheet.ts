import type { PendingEdit } from "../../core/apply-edits";
import type { Block, CellValue, Position } from "../../core/cell";
import { blockFromA1, blockToA1, toA1 } from "../../core/cell";
import { cellXml } from "./cell-xml";
import type { MappedCell, MappedRow, SheetMap } from "./sheet-map";
import { mapSheet } from "./sheet-map";
import type { Splice } from "./splice";
import { spliceText } from "./splice";
import { escapeXml } from "./stored-text";
import type { ClosedElement } from "./walk-xml";

/** What the patch of a sheet needs of the workbook around it. */
export interface SheetPatch {
  readonly edits: readonly PendingEdit[];
  /** The formula that a cell shows, also where another cell's formula serves it. */
  readonly formulaAt: (position: Position) => string | undefined;
  /** The style for a value in a cell of the given style: a date needs a date's format, a number must not have one. */
  readonly styleFor: (value: CellValue, style: number) => number;
  readonly countsFrom1904: boolean;
}

/** The sheet's part with the edits made and all else as it was; null where a cell cannot be changed alone. */
export function patchSheet(xml: string, patch: SheetPatch): string | null {
  const rows = new Map<number, PendingEdit[]>();
  for (const edit of [...patch.edits].sort((one, other) => one.position.column - other.position.column)) {
    const { row } = edit.position;
    rows.set(row, [...(rows.get(row) ?? []), edit]);
  }
  const map = mapSheet(xml, new Set(rows.keys()));
  if (!map || patch.edits.some((edit) => isFilledFromElsewhere(edit, map))) return null;
  const orphans = orphansOf(map, patch.edits);
  const context: Context = { ...patch, xml, map, orphans };
  const splices = releaseDependents(patch, orphans);
  if (!splices) return null;
  splices.push(...widenDimension(context));
  const fresh: { readonly row: number; readonly xml: string }[] = [];
  for (const [row, edits] of [...rows].sort(([one], [other]) => one - other)) {
    const mapped = map.rows.filter((candidate) => candidate.row === row);
    if (mapped.length > 0) splices.push(...patchRow(mapped, edits, context));
    else fresh.push({ row, xml: freshRow(row, edits, context) });
  }
  splices.push(...insertRows(fresh, context));
  return spliceText(xml, splices);
}

interface Context extends SheetPatch {
  readonly xml: string;
  readonly map: SheetMap;
  readonly orphans: ReadonlyMap<string, Orphan>;
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

/** A formula that goes may serve other cells: each of those gets its own. Null when one of them is not known. */
function releaseDependents({ edits, formulaAt }: SheetPatch, orphans: ReadonlyMap<string, Orphan>): Splice[] | null {
  const edited = new Set(edits.map(({ at }) => at.cell));
  const splices: Splice[] = [];
  for (const [cell, { position, element }] of orphans) {
    if (edited.has(cell)) continue;
    const formula = formulaAt(position);
    if (formula === undefined) return null;
    const kept = [...element.attributes].filter(([name]) => !["t", "si", "ref"].includes(name));
    const open = `${element.prefix}f${kept.map(([name, text]) => ` ${name}="${escapeXml(text)}"`).join("")}`;
    const text = `<${open}>${escapeXml(formula)}</${element.prefix}f>`;
    splices.push({ start: element.start, end: element.end, text });
  }
  return splices;
}

interface Orphan {
  readonly position: Position;
  readonly element: ClosedElement;
}

/** The formulas whose master goes, by cell. */
function orphansOf({ shared }: SheetMap, edits: readonly PendingEdit[]): Map<string, Orphan> {
  const leaving = new Set(edits.filter(({ put, found }) => put.formula !== found.formula).map(({ at }) => at.cell));
  const orphaned = shared.filter(({ master }) => leaving.has(toA1(master)));
  return new Map(
    orphaned.flatMap(({ dependents }) =>
      dependents.map(({ position, formula: element }) => [toA1(position), { position, element }]),
    ),
  );
}

/** Readers that believe the stated dimension would not see a cell outside of it. */
function widenDimension({ xml, map, edits }: Context): Splice[] {
  const { dimension } = map;
  const stated = blockFromA1(dimension?.attributes.get("ref") ?? "");
  if (!dimension || !stated || edits.every(({ position }) => contains(stated, position))) return [];
  const rows = edits.map(({ position }) => position.row);
  const columns = edits.map(({ position }) => position.column);
  const block = {
    top: Math.min(stated.top, ...rows),
    left: Math.min(stated.left, ...columns),
    bottom: Math.max(stated.bottom, ...rows),
    right: Math.max(stated.right, ...columns),
  };
  const before = xml.slice(dimension.start, dimension.openEnd);
  const text = before.replace(/(\sref\s*=\s*)(?:"[^"]*"|'[^']*')/, (_, name: string) => `${name}"${blockToA1(block)}"`);
  return [{ start: dimension.start, end: dimension.openEnd, text }];
}

function patchRow(rows: readonly MappedRow[], edits: readonly PendingEdit[], context: Context): Splice[] {
  const cells = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.column, cell])));
  const [row] = rows;
  if (!row) return [];
  const splices: Splice[] = [];
  const fresh: { readonly column: number; readonly xml: string }[] = [];
  for (const edit of edits) {
    const { column } = edit.position;
    const cell = cells.get(column);
    if (cell)
      splices.push({ start: cell.element.start, end: cell.element.end, text: changedCell(cell, edit, context) });
    else fresh.push({ column, xml: freshCell(edit, { ...context, row }) });
  }
  if (fresh.length === 0) return splices;
  const { element } = row;
  const columns = fresh.map(({ column }) => column);
  const open = widenSpans(context.xml.slice(element.start, element.openEnd), columns);
  if (element.isSelfClosing) {
    const text = `${open.replace(/\s*\/>$/, ">")}${fresh.map(({ xml }) => xml).join("")}</${element.prefix}row>`;
    return [...splices, { start: element.start, end: element.end, text }];
  }
  splices.push({ start: element.start, end: element.openEnd, text: open });
  for (const { column, xml } of fresh) {
    const at = row.cells.find((cell) => cell.column > column)?.element.start ?? element.closeStart;
    splices.push({ start: at, end: at, text: xml });
  }
  return splices;
}

function widenSpans(open: string, columns: readonly number[]): string {
  return open.replace(/(\sspans\s*=\s*["'])(\d+):(\d+)(?=["'])/, (...[, name, first, last]) => {
    const from = Math.min(Number(first), ...columns.map((column) => column + 1));
    return `${String(name)}${from}:${Math.max(Number(last), ...columns.map((column) => column + 1))}`;
  });
}

function changedCell({ element, formula }: MappedCell, { at, put, found }: PendingEdit, context: Context): string {
  const keepsFormula = put.formula !== undefined && put.formula === found.formula && formula !== null;
  const attributes = new Map(element.attributes);
  if (!keepsFormula) {
    // They point into tables of what the old content was: a spilling formula, a rich value.
    attributes.delete("cm");
    attributes.delete("vm");
  }
  const style = Number(attributes.get("s") ?? 0);
  const wanted = context.styleFor(put.value, style);
  if (wanted !== style) attributes.set("s", String(wanted));
  return cellXml({
    prefix: element.prefix,
    attributes,
    content: put,
    ...(keepsFormula &&
      !context.orphans.has(at.cell) && { formulaElement: context.xml.slice(formula.start, formula.end) }),
    countsFrom1904: context.countsFrom1904,
  });
}

/** A cell where none was looks as its row does, else as its column. */
function freshCell({ position, put }: PendingEdit, context: Context & { readonly row?: MappedRow }): string {
  const { map, row } = context;
  const ofRow = row?.element.attributes;
  const isRowStyled = ["1", "true"].includes(ofRow?.get("customFormat") ?? "");
  const ofColumn = map.columnStyles.find(({ first, last }) => position.column >= first && position.column <= last);
  const given = isRowStyled ? Number(ofRow?.get("s") ?? 0) : (ofColumn?.style ?? 0);
  const style = context.styleFor(put.value, given);
  return cellXml({
    prefix: map.sheetData.prefix,
    attributes: new Map([["r", toA1(position)], ...(style === 0 ? [] : [["s", String(style)] as const])]),
    content: put,
    countsFrom1904: context.countsFrom1904,
  });
}

function freshRow(row: number, edits: readonly PendingEdit[], context: Context): string {
  const { prefix } = context.map.sheetData;
  return `<${prefix}row r="${row + 1}">${edits.map((edit) => freshCell(edit, context)).join("")}</${prefix}row>`;
}

function insertRows(fresh: readonly { readonly row: number; readonly xml: string }[], { xml, map }: Context): Splice[] {
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
