import { fromA1, maxColumns, maxRows, type Cell, type Position } from "../../core/cell";
import { maxFormulaLength, type Allowance } from "./bounds";
import { cellValue, type ValueContext } from "./cell-value";
import { damaged } from "./fault";
import { plainCells, type PlainCell, type PlainRow } from "./plain-cells";
import { shiftable, type Shift } from "./shift-formula";
import type { CellFormat } from "./styles";
import { fromStoredText, textElement } from "./text-element";
import { attribute, saysYes, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** What the cells of a sheet share with the rest of the workbook. */
export interface SheetContext extends ValueContext {
  readonly formats: readonly CellFormat[];
  readonly allowance: Allowance;
}

/** What the rows of a sheet are read into, in the order in which they stand in the file. */
export interface SheetRows {
  readonly cells: Map<number, Map<number, Cell>>;
  readonly hidden: number[];
}

/** The `row` elements of a sheet. A row or cell that does not say its place stands after the one before it. */
export function rowElement({ cells, hidden }: SheetRows, context: SheetContext): XmlElement {
  let row = -1;
  let column = -1;
  const place = (said: string | undefined): Position => {
    const at = said === undefined ? { row, column: column + 1 } : fromA1(said);
    if (at?.row !== row || at.column >= maxColumns) throw damaged(`a cell ${said ?? ""} in row ${row + 1}`);
    column = at.column;
    return at;
  };
  const take = (at: Position, cell: Cell) => {
    context.allowance.spend("cells", 1);
    const known = cells.get(at.row) ?? new Map<number, Cell>();
    if (known.has(at.column)) throw damaged(`two cells in row ${at.row + 1}, column ${at.column + 1}`);
    cells.set(at.row, known.set(at.column, cell));
  };
  const cell = cellReaders({ place, take }, context);
  const openRow = (said: PlainRow): void => {
    row = said.r === undefined ? row + 1 : indexSaid("r", said.r, maxRows);
    if (row >= maxRows) throw damaged("more rows than a sheet has");
    column = -1;
    if (saysYes(said.hidden)) hidden.push(row);
  };
  return {
    open: (attributes) => {
      openRow({ r: attribute(attributes, "r"), hidden: attribute(attributes, "hidden") });
    },
    children: treeOf({ c: cell.element }),
    plainChildren: plainCells({ take: cell.take, openRow }),
  };
}

/** A one-based index as a zero-based one; throws a PartError where it is none or beyond `most`. */
export function indexIn(attributes: XmlAttributes, name: string, most: number): number {
  return indexSaid(name, attribute(attributes, name) ?? "", most);
}

function indexSaid(name: string, text: string, most: number): number {
  const index = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (index < 1 || index > most) throw damaged(`${name}="${text}"`);
  return index - 1;
}

interface RowOfCells {
  readonly place: (said: string | undefined) => Position;
  readonly take: (at: Position, cell: Cell) => void;
}

/** How a cell is read: by the parser, and past it. */
interface CellReaders {
  readonly element: XmlElement;
  readonly take: (cell: PlainCell) => void;
}

function cellReaders({ place, take }: RowOfCells, context: SheetContext): CellReaders {
  let at: Position = { row: 0, column: 0 };
  let type = "n";
  let format = noFormat;
  let stored: string | null = null;
  let inline: string | null = null;
  let formula: string | undefined;
  const begin = ({ r, s, t }: Pick<PlainCell, "r" | "s" | "t">): void => {
    at = place(r);
    type = t ?? "n";
    format = formatOf(s ?? "0", context);
    stored = null;
    inline = null;
    formula = undefined;
  };
  const end = (): void => {
    const value = cellValue({ type, stored, inline, format }, context);
    // An empty text that no formula gives is a blank cell, and costs nothing (law RD7).
    if (formula === undefined && (value === null || value === "")) return;
    const { legacyFont } = format;
    take(at, {
      value,
      ...(formula !== undefined && { formula }),
      ...(legacyFont !== undefined && typeof value === "string" && { legacyFont }),
    });
  };
  const element: XmlElement = {
    open: (attributes) => {
      begin({ r: attribute(attributes, "r"), s: attribute(attributes, "s"), t: attribute(attributes, "t") });
    },
    close: end,
    children: treeOf({
      v: {
        close: (text) => {
          if (stored !== null) throw damaged(`two values in row ${at.row + 1}, column ${at.column + 1}`);
          stored = text;
        },
      },
      is: textElement((text) => void (inline = text)),
      f: formulaElement((read) => void (formula = read(at)), context),
    }),
  };
  return {
    element,
    take: (cell) => {
      begin(cell);
      if (cell.f !== undefined) formula = orNone(writtenFormula(cell.f));
      if (cell.v !== undefined) stored = cell.v;
      end();
    },
  };
}

const noFormat: CellFormat = { isDate: false, legacyFont: undefined };

function formatOf(text: string, { formats }: SheetContext): CellFormat {
  const format = /^\d{1,9}$/.test(text) ? formats[Number(text)] : undefined;
  if (!format) throw damaged(`the cell format ${text.slice(0, 40)} stands nowhere`);
  return format;
}

/** A shared formula and the cell it stands in. */
interface SharedFormula {
  readonly at: Position;
  readonly length: number;
  readonly shifted: (shift: Shift) => string;
}

/** The formula of a cell; undefined where the element holds none of its own, as in the cells that an array fills. */
function formulaElement(
  take: (read: (at: Position) => string | undefined) => void,
  { allowance }: SheetContext,
): XmlElement {
  const groups = new Map<string, SharedFormula>();
  let group: string | undefined;
  let isFirst = false;
  const read = (formula: string, at: Position): string | undefined => {
    if (group === undefined) return orNone(formula);
    const known = groups.get(group);
    if (formula !== "") {
      if (isFirst || !known) groups.set(group, { at, length: formula.length, shifted: shiftable(formula) });
      return formula;
    }
    if (!known) throw damaged(`the shared formula ${group} stands nowhere`);
    if (known.length > maxFormulaLength) throw damaged(`the shared formula ${group} has ${known.length} characters`);
    // Before it is made: a long formula may be shared by a million cells.
    allowance.spend("characters of shared formulas", known.length);
    return known.shifted({ rows: at.row - known.at.row, columns: at.column - known.at.column });
  };
  return {
    open: (attributes) => {
      group = attribute(attributes, "t") === "shared" ? (attribute(attributes, "si") ?? "") : undefined;
      isFirst = attribute(attributes, "ref") !== undefined;
    },
    close: (text) => take((at) => read(writtenFormula(text), at)),
  };
}

/** Some programs write the "=" that only people type. */
function writtenFormula(text: string): string {
  return fromStoredText(text).replace(/^=/, "");
}

function orNone(formula: string): string | undefined {
  return formula === "" ? undefined : formula;
}
