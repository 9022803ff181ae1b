import {
  blockFromA1,
  fromA1,
  maxColumns,
  maxRows,
  type Block,
  type Cell,
  type CellValue,
  type Position,
} from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import type { Archive } from "./archive";
import type { Allowance } from "./bounds";
import { serialDate } from "./date-serial";
import { damaged } from "./fault";
import { readPart } from "./package-part";
import { shiftFormula } from "./shift-formula";
import type { CellFormat } from "./styles";
import { fromStoredText, textElement } from "./text-element";
import { attribute, isOn, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** What the cells of a sheet share with the rest of the workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly countsFrom1904: boolean;
  readonly allowance: Allowance;
}

/** A worksheet's cells, merges and what is hidden; the declared dimension is not looked at (law RD7). */
export function readSheet(
  archive: Archive,
  part: string,
  context: SheetContext,
): Omit<SheetSnapshot, "name" | "visibility"> {
  const rows = new Map<number, Map<number, Cell>>();
  const merges: Block[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let isProtected = false;
  const children = treeOf({
    sheetProtection: { open: (attributes) => void (isProtected = isOn(attributes, "sheet")) },
    cols: { children: treeOf({ col: { open: (attributes) => hideColumns(attributes, hiddenColumns, context) } }) },
    sheetData: { children: treeOf({ row: rowElement(rows, hiddenRows, context) }) },
    mergeCells: { children: treeOf({ mergeCell: { open: (attributes) => addMerge(attributes, merges, context) } }) },
  });
  readPart(archive, part, treeOf({ worksheet: { children } }));
  return { rows, merges, hiddenRows, hiddenColumns, isProtected };
}

function hideColumns(attributes: XmlAttributes, hidden: Set<number>, { allowance }: SheetContext): void {
  if (!isOn(attributes, "hidden")) return;
  const first = indexIn(attributes, "min", maxColumns);
  const last = indexIn(attributes, "max", maxColumns);
  allowance.spend("hidden rows and columns", Math.max(0, last - first + 1));
  for (let column = first; column <= last; column++) hidden.add(column);
}

/** A one-based index as a zero-based one. */
function indexIn(attributes: XmlAttributes, name: string, most: number): number {
  const text = attribute(attributes, name) ?? "";
  const index = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (index < 1 || index > most) throw damaged(`${name}="${text}"`);
  return index - 1;
}

function addMerge(attributes: XmlAttributes, merges: Block[], { allowance }: SheetContext): void {
  allowance.spend("merges", 1);
  const block = blockFromA1(attribute(attributes, "ref") ?? "");
  if (!block) throw damaged(`merged cells ${attribute(attributes, "ref") ?? ""}`);
  merges.push(block);
}

/** A shared formula and the cell it stands in. */
interface SharedFormula {
  readonly formula: string;
  readonly at: Position;
}

/** A cell while it is being read. */
interface OpenCell {
  readonly at: Position;
  readonly type: string;
  readonly format: CellFormat | undefined;
  stored: string | null;
  inline: string | null;
  formula: string | undefined;
}

function rowElement(rows: Map<number, Map<number, Cell>>, hiddenRows: Set<number>, context: SheetContext): XmlElement {
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let sharing: { readonly id: string } | null = null;
  const cells = (): Map<number, Cell> => {
    const known = rows.get(row) ?? new Map<number, Cell>();
    rows.set(row, known);
    return known;
  };
  const cellElement: XmlElement = {
    open: (attributes) => {
      const at = attribute(attributes, "r");
      const position = at === undefined ? { row, column: column + 1 } : fromA1(at);
      if (!position || position.row !== row || position.column >= maxColumns)
        throw damaged(`a cell ${at ?? ""} in row ${row + 1}`);
      column = position.column;
      cell = {
        at: position,
        type: attribute(attributes, "t") ?? "n",
        format: formatOf(attributes, context),
        stored: null,
        inline: null,
        formula: undefined,
      };
    },
    close: () => {
      const read = cell ? readCell(cell, context) : null;
      if (cell && read) {
        context.allowance.spend("cells", 1);
        const known = cells();
        if (known.has(cell.at.column)) throw damaged(`two cells in row ${row + 1}, column ${cell.at.column + 1}`);
        known.set(cell.at.column, read);
      }
      cell = null;
    },
    children: treeOf({
      v: {
        close: (text) => {
          if (cell) cell.stored = text;
        },
      },
      is: textElement((text) => {
        if (cell) cell.inline = text;
      }),
      f: {
        open: (attributes) => {
          sharing = attribute(attributes, "t") === "shared" ? { id: attribute(attributes, "si") ?? "" } : null;
        },
        close: (text) => {
          if (!cell) return;
          cell.formula = sharing ? sharedFormula(shared, sharing.id, { formula: text, at: cell.at }) : text;
          if (sharing) context.allowance.spend("characters of shared formulas", cell.formula.length);
        },
      },
    }),
  };
  return {
    open: (attributes) => {
      row = attribute(attributes, "r") === undefined ? row + 1 : indexIn(attributes, "r", maxRows);
      if (row >= maxRows) throw damaged("more rows than a sheet has");
      column = -1;
      if (isOn(attributes, "hidden")) {
        context.allowance.spend("hidden rows and columns", 1);
        hiddenRows.add(row);
      }
    },
    children: treeOf({ c: cellElement }),
  };
}

/** The first cell of a group holds the formula; the others hold its number alone. */
function sharedFormula(shared: Map<string, SharedFormula>, id: string, own: SharedFormula): string {
  const master = shared.get(id);
  if (own.formula !== "") {
    if (!master) shared.set(id, own);
    return own.formula;
  }
  if (!master) throw damaged(`the shared formula ${id} stands nowhere`);
  const { row, column } = master.at;
  return shiftFormula(master.formula, { rows: own.at.row - row, columns: own.at.column - column });
}

function formatOf(attributes: XmlAttributes, { formats }: SheetContext): CellFormat | undefined {
  const text = attribute(attributes, "s") ?? "0";
  const format = /^\d{1,9}$/.test(text) ? formats[Number(text)] : undefined;
  if (!format && text !== "0") throw damaged(`the cell format ${text} stands nowhere`);
  return format;
}

/** Null for a blank cell, formatted or not: it costs nothing (law RD7). */
function readCell(cell: OpenCell, context: SheetContext): Cell | null {
  const value = valueOf(cell, context);
  const { formula } = cell;
  if (formula === undefined && (value === null || value === "")) return null;
  const legacyFont = typeof value === "string" ? cell.format?.legacyFont : undefined;
  return {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(legacyFont === undefined ? {} : { legacyFont }),
  };
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function valueOf({ type, stored, inline, format }: OpenCell, context: SheetContext): CellValue {
  switch (type) {
    case "inlineStr":
      return inline ?? stored;
    case "str":
      return stored === null ? null : fromStoredText(stored);
    case "s":
      return stored === null || stored.trim() === "" ? null : sharedString(stored.trim(), context);
  }
  const text = stored?.trim() ?? "";
  if (text === "") return null;
  switch (type) {
    case "n":
      return numberOrDate(text, { isDate: format?.isDate === true, countsFrom1904: context.countsFrom1904 });
    case "b":
      return text === "1" || text.toLowerCase() === "true";
    case "e":
      return { error: text };
    case "d":
      return { date: text.replace(/(?:T00:00:00(?:\.0+)?)?Z?$/, "") };
    default:
      throw damaged(`a cell of the type ${type}`);
  }
}

function sharedString(text: string, { strings }: SheetContext): string {
  const found = /^\d{1,9}$/.test(text) ? strings[Number(text)] : undefined;
  if (found === undefined) throw damaged(`the text ${text} stands nowhere`);
  return found;
}

function numberOrDate(
  text: string,
  { isDate, countsFrom1904 }: { isDate: boolean; countsFrom1904: boolean },
): CellValue {
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) throw damaged(`the number ${text.slice(0, 40)}`);
  const date = isDate ? serialDate(number, countsFrom1904) : null;
  return date === null ? number : { date };
}
