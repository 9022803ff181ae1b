import type { Block, Position } from "../cell";
import type { CellContents, CellBlueprint, ColumnBlueprint, Look, RowBlueprint, SheetBlueprint } from "../blueprint";
import { sheetMarks } from "./cover";
import { headingCells, headingHeights } from "./heading-cells";
import { lineHeight, linesOf } from "./line-count";
import { colours, formatted, looks } from "./looks";
import { layoutOf, type SheetLayout } from "./sheet-layout";
import { contentOf, isTyped, type Column, type Content, type Row, type Table } from "./table";
import { conditionsOf, inputsOf, listsOf } from "./typing-rules";

/** What one data sheet shows besides its table. */
export interface SheetOwner {
  readonly unit: string;
  readonly period: string;
  /** Lines left and right of the top, and under the title. */
  readonly letterhead: string;
  readonly subtitle: string;
  readonly isProtected: boolean;
  /** The places for names under the table; none where the sheet is not signed. */
  readonly signatures: readonly string[];
  /** Lines under the table. */
  readonly notes: readonly string[];
}

/** What a cell of the table holds. */
export type CellMaker = (row: Row, column: Column) => CellContents;

/** A table as an official sheet: key row, marks, letterhead, headings in tiers, rows, signatures. */
export function tableSheet(table: Table<string>, owner: SheetOwner, fill: CellMaker): SheetBlueprint {
  const layout = layoutOf(table);
  const width = table.columns.filter((column) => isPrinted(column)).length;
  const heading = headingCells(table, layout);
  const foot = footCells(layout, owner, width);
  return {
    name: table.sheet,
    visibility: "visible",
    columns: table.columns.map(columnBlueprint),
    rows: rowHeights(table, layout, { foot: foot.rows, fill }),
    cells: [
      ...table.columns.map((column, index) => text({ row: layout.keyRow, column: index }, column.key, looks.key)),
      ...markCells(table, layout, owner),
      ...helperCells(table, layout),
      text({ row: layout.letterheadRow, column: 0 }, owner.letterhead, looks.letterhead),
      text({ row: layout.titleRow, column: 0 }, table.title, looks.title),
      text({ row: layout.subtitleRow, column: 0 }, owner.subtitle, looks.subtitle),
      ...heading.cells,
      ...layout.headings.flatMap(({ row, text: words }) => sectionCells(row, words, width)),
      ...table.rows.flatMap((row) => rowCells(table, layout, { row, fill })),
      ...foot.cells,
    ],
    merges: [
      { top: layout.letterheadRow, bottom: layout.letterheadRow, left: 0, right: letterheadWidth(table) },
      ...[layout.titleRow, layout.subtitleRow].map((row) => ({ top: row, bottom: row, left: 0, right: width - 1 })),
      ...heading.merges,
      ...layout.headings.map(({ row }) => ({ top: row, bottom: row, left: 1, right: width - 1 })),
      ...foot.merges,
    ],
    lists: owner.isProtected ? listsOf(table, layout) : [],
    inputs: owner.isProtected ? inputsOf(table, layout) : [],
    conditions: conditionsOf(table, layout),
    freeze: { rows: layout.numberRow + 1, columns: 2 },
    isProtected: owner.isProtected,
    print: {
      orientation: isNarrow(table) ? "portrait" : "landscape",
      fitsWidth: true,
      repeatedRows: { first: layout.firstHeaderRow, last: layout.numberRow },
      area: { top: layout.letterheadRow, left: 0, bottom: foot.lastRow, right: width - 1 },
    },
  };
}

/** Helpers and the check column stay on the screen. */
function isPrinted(column: Column): boolean {
  return column.isHelper !== true && column.isScreenOnly !== true && column.key !== "check";
}

/** What fits across an upright A4 page without shrinking much. */
const portraitWidth = 112;

function isNarrow(table: Table<string>): boolean {
  return table.columns.filter(isPrinted).reduce((sum, column) => sum + column.width, 0) <= portraitWidth;
}

function columnBlueprint(column: Column): ColumnBlueprint {
  return { width: column.width, ...(column.isHelper ? { isFolded: true } : {}) };
}

function letterheadWidth(table: Table<string>): number {
  let width = 0;
  for (const [index, column] of table.columns.entries()) {
    width += column.width;
    if (width >= 44) return index;
  }
  return table.columns.length - 1;
}

function text({ row, column }: Position, value: string, look: Look): CellBlueprint {
  return { row, column, value, look };
}

/** So that a sheet pasted into another book still says whose it is. */
function markCells(table: Table<string>, { markRow }: SheetLayout, { unit, period }: SheetOwner): CellBlueprint[] {
  const marks = [sheetMarks.unit, unit, sheetMarks.period, period, sheetMarks.table, table.id];
  return marks.map((mark, column) => text({ row: markRow, column }, mark, looks.key));
}

function helperCells(table: Table<string>, layout: SheetLayout): CellBlueprint[] {
  return (table.helperRows ?? []).flatMap(({ key, values }) => {
    const row = layout.helperRows.get(key) ?? 0;
    return [...values].map(([column, value]) => ({
      row,
      column: layout.columns.get(column) ?? 0,
      value,
      look: looks.key,
    }));
  });
}

/** In the column of names: in the code column it would be read as a code. */
function sectionCells(row: number, words: string, width: number): CellBlueprint[] {
  return Array.from({ length: width }, (_, column) => ({
    row,
    column,
    value: column === 1 ? words : null,
    look: looks.section,
  }));
}

function rowCells(
  table: Table<string>,
  layout: SheetLayout,
  { row, fill }: { readonly row: Row; readonly fill: CellMaker },
): CellBlueprint[] {
  const index = layout.rows.get(row.key ?? row.code);
  if (index === undefined) return [];
  return table.columns.map((column, at) => ({
    row: index,
    column: at,
    ...fill(row, column),
    look: lookOf(row, column),
  }));
}

const lookByContent: Readonly<Record<Content, Look>> = {
  code: looks.code,
  label: looks.label,
  count: looks.figureInput,
  amount: looks.figureInput,
  percent: looks.figureInput,
  "yes-no": looks.choiceInput,
  status: looks.choiceInput,
  text: looks.textInput,
  computed: looks.figure,
};

function lookOf(row: Row, column: Column): Look {
  const content = contentOf(row, column);
  const format = content === "yes-no" ? undefined : (row.formats?.get(column.key) ?? column.format);
  if (row.isTotal) return formatted(content === "computed" ? looks.total : looks.totalLabel, format);
  if (column.isHelper) return formatted(looks.helper, format);
  if (column.key === "check") return looks.check;
  if (column.key === "gap_closed") return formatted(looks.figureOrWords, format);
  if (column.holdsWords) return looks.label;
  if (column.key === "status" && !isTyped(content)) return looks.status;
  if (column.key === "unit" || column.key === "group" || column.key === "coverage") {
    return looks.centredLabel;
  }
  return formatted(lookByContent[content], format);
}

/** Excel and LibreOffice do not grow rows of wrapped text by themselves in a file: a height for each row. */
function rowHeights(
  table: Table<string>,
  layout: SheetLayout,
  { foot, fill }: { readonly foot: ReadonlyMap<number, RowBlueprint>; readonly fill: CellMaker },
): Map<number, RowBlueprint> {
  const heights = new Map<number, RowBlueprint>([
    [layout.keyRow, { isHidden: true }],
    [layout.markRow, { isHidden: true }],
    ...[...layout.helperRows.values()].map((row): [number, RowBlueprint] => [row, { isHidden: true }]),
    [layout.letterheadRow, { height: 34 }],
    [layout.titleRow, { height: 22 }],
    [layout.subtitleRow, { height: 18 }],
  ]);
  for (const [tier, height] of headingHeights(table, layout.tiers).entries()) {
    heights.set(layout.firstHeaderRow + tier, { height });
  }
  const numberLines = table.columns.map((column) => linesOf(column.number, column.width));
  heights.set(layout.numberRow, { height: Math.max(...numberLines) * 12 + 3 });
  for (const { row } of layout.headings) heights.set(row, { height: 18 });
  for (const row of table.rows) {
    const index = layout.rows.get(row.key ?? row.code);
    if (index === undefined) continue;
    const lines = table.columns.map((column) => linesOf(wordsIn(row, column, fill), column.width));
    heights.set(index, { height: lineHeight * Math.max(...lines) + 3 });
  }
  for (const [row, blueprint] of foot) heights.set(row, blueprint);
  return heights;
}

/** What a row shows in a column that wraps. */
function wordsIn(row: Row, column: Column, fill: CellMaker): string {
  if (column.content !== "label" && column.content !== "text" && !column.holdsWords) return "";
  const { value } = fill(row, column);
  return typeof value === "string" ? value : "";
}

function footCells(
  layout: SheetLayout,
  { signatures, notes }: SheetOwner,
  width: number,
): { cells: CellBlueprint[]; merges: Block[]; rows: Map<number, RowBlueprint>; lastRow: number } {
  const cells: CellBlueprint[] = [];
  const merges: Block[] = [];
  const rows = new Map<number, RowBlueprint>();
  let row = layout.lastRow + 1;
  for (const note of notes) {
    cells.push(text({ row, column: 0 }, note, { size: 10, isItalic: true, colour: colours.quiet }));
    row++;
  }
  if (signatures.length === 0) return { cells, merges, rows, lastRow: Math.max(layout.lastRow, row - 1) };
  row++;
  const half = Math.max(1, Math.floor(width / signatures.length));
  for (const [index, signature] of signatures.entries()) {
    const left = index * half;
    const right = index === signatures.length - 1 ? width - 1 : left + half - 1;
    cells.push(text({ row, column: left }, signature, looks.signature));
    cells.push(text({ row: row + 1, column: left }, "(Ký, ghi rõ họ tên)", looks.signatureNote));
    if (right > left)
      merges.push({ top: row, bottom: row, left, right }, { top: row + 1, bottom: row + 1, left, right });
  }
  rows.set(row + 2, { height: 50 });
  return { cells, merges, rows, lastRow: row + 2 };
}
