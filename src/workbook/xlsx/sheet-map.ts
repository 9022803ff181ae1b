import type { Block, Position } from "../../core/cell";
import { blockFromA1, fromA1 } from "../../core/cell";
import type { ClosedElement, XmlElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

/** Where the rows, cells and formulas of a sheet's part stand in its text: what a patch has to know before it cuts. */
export interface SheetMap {
  readonly sheetData: ClosedElement;
  readonly dimension: ClosedElement | null;
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  /** In the order of the part. */
  readonly rows: readonly MappedRow[];
  /** Blocks that one formula fills: of those no single cell may change. */
  readonly filled: readonly { readonly master: Position; readonly block: Block }[];
  readonly shared: readonly SharedFormula[];
}

export interface MappedRow {
  readonly row: number;
  readonly element: ClosedElement;
  /** Only of the rows asked for. */
  readonly cells: readonly MappedCell[];
}

export interface MappedCell {
  readonly column: number;
  readonly element: ClosedElement;
  readonly formula: ClosedElement | null;
}

/** A formula that stands in one cell and serves others. */
export interface SharedFormula {
  readonly master: Position;
  readonly dependents: { readonly position: Position; readonly formula: ClosedElement }[];
}

/** Maps a sheet's part, with the cells of the rows asked for; null when it has no place for cells. */
export function mapSheet(xml: string, wanted: ReadonlySet<number>): SheetMap | null {
  const once: { sheetData: ClosedElement | null; dimension: ClosedElement | null } = {
    sheetData: null,
    dimension: null,
  };
  const columnStyles: { first: number; last: number; style: number }[] = [];
  const rows: MappedRow[] = [];
  const filled: { master: Position; block: Block }[] = [];
  const shared: SharedFormula[] = [];
  const openShared = new Map<string, SharedFormula>();
  let at: Position = { row: -1, column: -1 };
  let cells: MappedCell[] = [];
  let formula: ClosedElement | null = null;

  const open = ({ name, path, attributes }: XmlElement) => {
    if (name === "row" && isIn(path, "sheetData")) {
      at = { row: attributes.has("r") ? Number(attributes.get("r")) - 1 : at.row + 1, column: -1 };
      cells = [];
    } else if (name === "c" && isIn(path, "row")) {
      const stated = fromA1(attributes.get("r") ?? "");
      at = { row: at.row, column: stated?.column ?? at.column + 1 };
      formula = null;
    }
  };

  const mapFormula = (element: ClosedElement) => {
    const { attributes, text } = element;
    const type = attributes.get("t");
    const block = blockFromA1(attributes.get("ref") ?? "");
    formula = element;
    if (type === "shared") {
      const key = attributes.get("si") ?? "";
      const group = openShared.get(key);
      if (group && text === "") {
        group.dependents.push({ position: at, formula: element });
      } else {
        const started = { master: at, dependents: [] };
        openShared.set(key, started);
        shared.push(started);
      }
    } else if ((type === "array" || type === "dataTable") && block) {
      filled.push({ master: at, block });
    }
  };

  const close = (element: ClosedElement) => {
    const { name, path, attributes } = element;
    if (name === "f" && isIn(path, "c")) mapFormula(element);
    else if (name === "c" && isIn(path, "row")) {
      if (wanted.has(at.row)) cells.push({ column: at.column, element, formula });
    } else if (name === "row" && isIn(path, "sheetData")) rows.push({ row: at.row, element, cells });
    else if (name === "sheetData" && isIn(path, "worksheet")) once.sheetData = element;
    else if (name === "dimension" && isIn(path, "worksheet")) once.dimension = element;
    else if (name === "col" && isIn(path, "cols")) {
      columnStyles.push({
        first: Number(attributes.get("min")) - 1,
        last: Number(attributes.get("max")) - 1,
        style: Number(attributes.get("style") ?? 0),
      });
    }
  };

  walkXml(xml, { open, close });
  const { sheetData, dimension } = once;
  return sheetData && { sheetData, dimension, columnStyles, rows, filled, shared };
}

const levels = ["worksheet", "sheetData", "row", "c"];

/** Whether the element stands in the named one, at its proper depth: a look-alike elsewhere is not meant. */
function isIn(path: readonly string[], parent: string): boolean {
  if (parent === "cols") return path.length === 2 && path[1] === "cols";
  const depth = levels.indexOf(parent) + 1;
  return path.length === depth && path[depth - 1] === parent;
}
