import type { PendingEdit } from "../../core/apply-edits";
import type { Cell, Position } from "../../core/cell";
import { toA1 } from "../../core/cell";
import { cellXml } from "./cell-xml";
import type { Orphan } from "./orphaned-formulas";
import type { StylePatch } from "./patch-styles";
import type { MappedCell, MappedRow, SheetMap } from "./sheet-map";
import type { Splice } from "./splice";

/** What the patch of a sheet needs of the workbook around it. */
export interface SheetPatch {
  readonly edits: readonly PendingEdit[];
  /** A cell as it was read, also where another cell's formula serves it. */
  readonly cellBefore: (position: Position) => Cell | undefined;
  readonly styleFor: StylePatch["styleFor"];
  readonly countsFrom1904: boolean;
}

/** The patch with the part it is for. */
export interface PatchContext extends SheetPatch {
  readonly xml: string;
  readonly map: SheetMap;
  readonly orphans: ReadonlyMap<string, Orphan>;
}

/** The cuts that make the edits in a row that is there; where a part holds a row twice, in both. */
export function patchRow(rows: readonly MappedRow[], edits: readonly PendingEdit[], context: PatchContext): Splice[] {
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

function changedCell({ element, formula }: MappedCell, edit: PendingEdit, context: PatchContext): string {
  const { at, put, found } = edit;
  const keepsFormula = put.formula !== undefined && put.formula === found.formula && formula !== null;
  const attributes = new Map(element.attributes);
  if (!keepsFormula) {
    // They point into tables of what the old content was: a spilling formula, a rich value.
    attributes.delete("cm");
    attributes.delete("vm");
  }
  const style = Number(attributes.get("s") ?? 0);
  const wanted = styleOf(edit, style, context);
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
function freshCell(edit: PendingEdit, context: PatchContext & { readonly row?: MappedRow }): string {
  const { position, put } = edit;
  const { map, row } = context;
  const ofRow = row?.element.attributes;
  const isRowStyled = ["1", "true"].includes(ofRow?.get("customFormat") ?? "");
  const ofColumn = map.columnStyles.find(({ first, last }) => position.column >= first && position.column <= last);
  const given = isRowStyled ? Number(ofRow?.get("s") ?? 0) : (ofColumn?.style ?? 0);
  const style = styleOf(edit, given, context);
  return cellXml({
    prefix: map.sheetData.prefix,
    attributes: new Map([["r", toA1(position)], ...(style === 0 ? [] : [["s", String(style)] as const])]),
    content: put,
    countsFrom1904: context.countsFrom1904,
  });
}

/** A legacy font stays only with the text that was written in it. */
function styleOf({ position, put, leavesLegacyFont }: PendingEdit, style: number, context: PatchContext): number {
  const { value } = put;
  const isOther = typeof value === "string" && context.cellBefore(position)?.legacyFont === undefined;
  return context.styleFor({ value, hasOrdinaryFont: leavesLegacyFont === true || isOther }, style);
}

/** A row that was not there. */
export function freshRow(row: number, edits: readonly PendingEdit[], context: PatchContext): string {
  const { prefix } = context.map.sheetData;
  return `<${prefix}row r="${row + 1}">${edits.map((edit) => freshCell(edit, context)).join("")}</${prefix}row>`;
}
