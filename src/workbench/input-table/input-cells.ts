import { contentAt } from "../../core/apply-edits";
import { columnLetters, toA1, type Block } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { cellAt, type SheetSnapshot } from "../../core/snapshot";
import type { SheetLooks } from "../../workbook/looks";

/** The input cells of a sheet as a table with headings, for those who cannot use the drawn sheet. */
export interface InputCells {
  readonly columns: readonly { readonly index: number; readonly heading: string }[];
  readonly rows: readonly InputRow[];
}

export interface InputRow {
  readonly index: number;
  readonly label: string;
  /** By column; a column that is no input in this row is not there. */
  readonly cells: ReadonlyMap<number, InputCell>;
}

export interface InputCell {
  /** A1 form. */
  readonly cell: string;
  readonly content: CellContent;
  /** The cell's number format, where it has one. */
  readonly format: string | undefined;
  /** What may be chosen; none where anything may be typed. */
  readonly choices: readonly string[];
}

/** Every unlocked cell that is in sight, with what stands left of it and above it. */
export function inputCells(sheet: SheetSnapshot, looks: SheetLooks): InputCells {
  const at = [...looks.cells]
    .filter(([row]) => !sheet.hiddenRows.has(row))
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ row, columns: inputsIn(sheet, looks, { row, cells }) }))
    .filter(({ columns }) => columns.length > 0);
  const [first] = at;
  if (!first) return { columns: [], rows: [] };
  const indexes = [...new Set(at.flatMap(({ columns }) => columns))].sort((a, b) => a - b);
  return {
    columns: indexes.map((index) => ({ index, heading: headingOf(sheet, first.row, index) })),
    rows: at.map(({ row, columns }) => ({
      index: row,
      label: labelOf(sheet, row, columns),
      cells: new Map(columns.map((column) => [column, inputCell({ sheet, looks, row, column })])),
    })),
  };
}

function inputsIn(
  sheet: SheetSnapshot,
  looks: SheetLooks,
  { row, cells }: { readonly row: number; readonly cells: ReadonlyMap<number, number> },
): number[] {
  return [...cells]
    .filter(([column, look]) => looks.looks[look]?.isInput === true && !sheet.hiddenColumns.has(column))
    .map(([column]) => column)
    .filter((column) => {
      const merge = mergeAt(sheet, row, column);
      return !merge || (merge.top === row && merge.left === column);
    })
    .sort((a, b) => a - b);
}

function inputCell(of: {
  readonly sheet: SheetSnapshot;
  readonly looks: SheetLooks;
  readonly row: number;
  readonly column: number;
}): InputCell {
  const { sheet, looks, row, column } = of;
  const look = looks.looks[looks.cells.get(row)?.get(column) ?? -1];
  const list = looks.lists.find(({ block }) => isWithin(block, row, column));
  return {
    cell: toA1({ row, column }),
    content: contentAt(sheet, { row, column }),
    format: look?.format,
    choices: list?.choices ?? [],
  };
}

/** What stands left of a row's inputs; where its first input is itself a name (a village), that too. */
function labelOf(sheet: SheetSnapshot, row: number, inputs: readonly number[]): string {
  const [first = 0] = inputs;
  const last = inputs.length > 1 ? first : first - 1;
  const words: string[] = [];
  for (let column = 0; column <= last; column += 1) {
    const word = sheet.hiddenColumns.has(column) ? null : cellAt(sheet, row, column)?.value;
    if (typeof word === "string" && word.trim() !== "") words.push(word.trim());
  }
  return words.length > 0 ? words.join(" · ") : String(row + 1);
}

/** "1", "9=1-2-3" and "A" number the columns of a form. */
const numbering = /^([A-Z]|\d+(=.*)?)$/;

/** The headings above a column, the widest first: "Hộ nghèo › Số hộ giảm trong kỳ › Giảm khác". */
function headingOf(sheet: SheetSnapshot, firstRow: number, column: number): string {
  const headings: string[] = [];
  for (let row = firstRow - 1; row >= 0; row -= 1) {
    if (sheet.hiddenRows.has(row)) continue;
    const merge = mergeAt(sheet, row, column);
    const value = cellAt(sheet, merge?.top ?? row, merge?.left ?? column)?.value;
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (text === "" && headings.length > 0) break;
    if (text === "" || numbering.test(text)) continue;
    // What spans the table from its first column is its title.
    if (merge?.left === 0 && merge.right > merge.left) break;
    if (headings[0] !== text) headings.unshift(text);
  }
  return headings.length > 0 ? headings.join(" › ") : columnLetters(column);
}

function mergeAt(sheet: SheetSnapshot, row: number, column: number): Block | undefined {
  return sheet.merges.find((block) => isWithin(block, row, column));
}

function isWithin({ top, left, bottom, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
