import { blockFromA1, maxColumns, type Block, type Cell } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import type { Archive } from "./archive";
import { damaged } from "./fault";
import { readPart } from "./package-part";
import { indexIn, rowElement, type SheetContext, type SheetRows } from "./sheet-rows";
import { attribute, isOn, treeOf, type XmlAttributes } from "./xml";

/** What a worksheet's part says; its declared dimension is not looked at (law RD7). */
export type SheetContent = Omit<SheetSnapshot, "name" | "visibility">;

/** A worksheet's cells, merges and what is hidden as far as its cells reach; throws a PartError for an unsound part. */
export function readSheet(archive: Archive, part: string, context: SheetContext): SheetContent {
  const rows: SheetRows = { cells: new Map(), hidden: [] };
  const merges: Block[] = [];
  const hiddenColumns: Columns[] = [];
  let isProtected = false;
  const children = treeOf({
    sheetProtection: { open: (attributes) => void (isProtected = isOn(attributes, "sheet")) },
    cols: { children: treeOf({ col: { open: (attributes) => hideColumns(attributes, hiddenColumns) } }) },
    sheetData: { children: treeOf({ row: rowElement(rows, context) }) },
    mergeCells: {
      children: treeOf({
        mergeCell: {
          open: (attributes) => {
            context.allowance.spend("merges", 1);
            merges.push(blockOf(attributes));
          },
        },
      }),
    },
  });
  const root = readPart(archive, part, treeOf({ worksheet: { children } }));
  if (root !== "worksheet") throw damaged(`${part} is a ${root}`);
  return {
    rows: inOrder(rows.cells),
    merges,
    ...hiddenAmongCells(rows, hiddenColumns, context),
    isProtected,
  };
}

/** Zero-based, inclusive. */
interface Columns {
  readonly first: number;
  readonly last: number;
}

function hideColumns(attributes: XmlAttributes, hidden: Columns[]): void {
  if (!isOn(attributes, "hidden")) return;
  const first = indexIn(attributes, "min", maxColumns);
  hidden.push({ first, last: indexIn(attributes, "max", maxColumns) });
}

function blockOf(attributes: XmlAttributes): Block {
  const text = attribute(attributes, "ref") ?? "";
  const block = blockFromA1(text);
  if (!block) throw damaged(`the merged cells ${text.slice(0, 40)}`);
  return block;
}

/** People hide all that is right of a table and below it: sixteen thousand columns that hold nothing. */
function hiddenAmongCells(
  { cells, hidden }: SheetRows,
  columns: readonly Columns[],
  { allowance }: SheetContext,
): Pick<SheetContent, "hiddenRows" | "hiddenColumns"> {
  let lastRow = -1;
  let lastColumn = -1;
  for (const [row, known] of cells) {
    lastRow = Math.max(lastRow, row);
    for (const column of known.keys()) lastColumn = Math.max(lastColumn, column);
  }
  const rows = hidden.filter((row) => row <= lastRow);
  allowance.spend("hidden rows and columns", rows.length);
  const hiddenColumns = new Set<number>();
  for (const { first, last } of columns) {
    const end = Math.min(last, lastColumn);
    allowance.spend("hidden rows and columns", Math.max(0, end - first + 1));
    for (let column = first; column <= end; column++) hiddenColumns.add(column);
  }
  return { hiddenRows: new Set(rows), hiddenColumns };
}

/** Rows and their cells from top to bottom and left to right, whatever order the file has them in. */
function inOrder(rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>): SheetSnapshot["rows"] {
  const areCellsInOrder = [...rows.values()].every((cells) => isAscending(cells.keys()));
  if (areCellsInOrder && isAscending(rows.keys())) return rows;
  return sorted(new Map([...rows].map(([row, cells]) => [row, sorted(cells)])));
}

function isAscending(keys: Iterable<number>): boolean {
  let last = -1;
  for (const key of keys) {
    if (key < last) return false;
    last = key;
  }
  return true;
}

function sorted<Value>(map: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> {
  return new Map([...map].sort(([one], [other]) => one - other));
}
