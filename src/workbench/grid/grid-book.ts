import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { blockToA1, fromA1, type Block, type Place } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import type { CellLook, SheetLooks } from "../../workbook/looks";
import type { ShownBook } from "./grid";
import { styleOf } from "./grid-style";
import { cellOf } from "./univer-cell";

/** The only workbook that the grid has at a time. */
export const bookId = "book";

/** A sheet's identity in the grid: its place among the tabs. */
export function sheetId(index: number): string {
  return `sheet-${index}`;
}

type Sheet = Partial<IWorksheetData>;

/** What the grid is given of a workbook; `pause` is waited for between sheets, so that a long book leaves the page free. */
export async function gridBook(book: ShownBook, pause: () => Promise<void>): Promise<IWorkbookData> {
  const { snapshot, looks } = book;
  const styles: IWorkbookData["styles"] = {};
  const styleIds = new Map<CellLook, string>();
  const idOf = (look: CellLook): string => {
    const known = styleIds.get(look);
    if (known !== undefined) return known;
    const id = `look-${styleIds.size}`;
    styleIds.set(look, id);
    styles[id] = styleOf(look);
    return id;
  };
  const sheets: Record<string, Sheet> = {};
  const lists: Record<string, unknown[]> = {};
  const conditions: Record<string, unknown[]> = {};
  for (const [index, sheet] of snapshot.sheets.entries()) {
    const id = sheetId(index);
    const own = looks.sheets.find(({ name }) => name === sheet.name);
    sheets[id] = gridSheet(sheet, own, { id, idOf });
    if (own) [lists[id], conditions[id]] = [listsOf(own), conditionsOf(own)];
    await pause();
  }
  return {
    id: bookId,
    name: snapshot.file,
    appVersion: "",
    locale: LocaleType.VI_VN,
    styles,
    defaultStyle: styleOf(looks.sheets[0]?.looks[0] ?? {}),
    sheetOrder: snapshot.sheets.map((_, index) => sheetId(index)),
    sheets,
    resources: [
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(lists) },
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: JSON.stringify(conditions) },
      { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(namesOf(book)) },
    ],
  };
}

/** Whether a person may type into a cell: sheets that are protected let them into the cells for it alone. */
export function mayType({ snapshot, looks }: ShownBook, { sheet: name, cell }: Place): boolean {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  const position = fromA1(cell);
  if (!sheet || !position || sheet.visibility !== "visible") return false;
  if (!sheet.isProtected) return true;
  const own = looks.sheets.find((one) => one.name === name);
  const look = own?.cells.get(position.row)?.get(position.column);
  return look !== undefined && own?.looks[look]?.isInput === true;
}

interface Styling {
  readonly id: string;
  readonly idOf: (look: CellLook) => string;
}

function gridSheet(sheet: SheetSnapshot, looks: SheetLooks | undefined, { id, idOf }: Styling): Sheet {
  const [lastRow, lastColumn] = reachOf(sheet, looks);
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: looks?.tab ? `#${looks.tab}` : "",
    // A few lines to spare below and beside what there is, as in every spreadsheet.
    rowCount: Math.max(lastRow + 21, 60),
    columnCount: Math.max(lastColumn + 6, 20),
    defaultRowHeight: pixelsHigh(looks?.defaultHeight ?? 15),
    defaultColumnWidth: pixelsWide(looks?.defaultWidth ?? 8.43),
    rowData: rowsOf(sheet, looks),
    columnData: columnsOf(sheet, looks),
    mergeData: sheet.merges.map(rangeOf),
    cellData: cellsOf(sheet, looks, idOf),
    freeze: freezeOf(looks),
    showGridlines: looks?.hasGridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

function reachOf(sheet: SheetSnapshot, looks: SheetLooks | undefined): readonly [number, number] {
  let [lastRow, lastColumn] = [0, 0];
  for (const rows of [sheet.rows, looks?.cells ?? new Map<number, ReadonlyMap<number, unknown>>()]) {
    for (const [row, cells] of rows) {
      lastRow = Math.max(lastRow, row);
      for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column);
    }
  }
  return [lastRow, lastColumn];
}

function freezeOf(looks: SheetLooks | undefined): IWorksheetData["freeze"] {
  const { rows = 0, columns = 0 } = looks?.freeze ?? {};
  return { xSplit: columns, ySplit: rows, startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns };
}

function rowsOf(sheet: SheetSnapshot, looks: SheetLooks | undefined): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of looks?.heights ?? []) rows[row] = { h: pixelsHigh(height) };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(sheet: SheetSnapshot, looks: SheetLooks | undefined): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of looks?.widths ?? []) columns[column] = { w: pixelsWide(width) };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

function cellsOf(
  sheet: SheetSnapshot,
  looks: SheetLooks | undefined,
  idOf: Styling["idOf"],
): Record<number, Record<number, ICellData>> {
  const rows: Record<number, Record<number, ICellData>> = {};
  const rowAt = (row: number): Record<number, ICellData> => (rows[row] ??= {});
  for (const [row, cells] of sheet.rows) {
    const own = rowAt(row);
    for (const [column, cell] of cells) own[column] = cellOf(cell);
  }
  for (const [row, cells] of looks?.cells ?? []) {
    const own = rowAt(row);
    for (const [column, index] of cells) {
      const look = looks?.looks[index];
      if (look) own[column] = { ...own[column], s: idOf(look) };
    }
  }
  return rows;
}

function rangeOf({ top, left, bottom, right }: Block): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

function listsOf({ lists }: SheetLooks): unknown[] {
  return lists.map(({ block, choices }, index) => ({
    uid: `list-${index}`,
    type: "list",
    formula1: choices.join(","),
    ranges: [rangeOf(block)],
    showDropDown: true,
    allowBlank: true,
    // A choice of one's own is told apart by the check, not refused while typing.
    errorStyle: 2,
  }));
}

function conditionsOf({ conditions }: SheetLooks): unknown[] {
  return conditions.map(({ block, formula, look }, index) => ({
    cfId: `condition-${index}`,
    ranges: [rangeOf(block)],
    stopIfTrue: false,
    rule: {
      type: "highlightCell",
      subType: "formula",
      value: `=${formula}`,
      style: {
        ...(look.colour !== undefined && { cl: { rgb: `#${look.colour}` } }),
        ...(look.fill !== undefined && { bg: { rgb: `#${look.fill}` } }),
        ...(look.isBold === true && { bl: 1 }),
      },
    },
  }));
}

function namesOf({ snapshot }: ShownBook): Record<string, unknown> {
  return Object.fromEntries(
    [...snapshot.names].map(([name, { sheet, cell }], index) => {
      const position = fromA1(cell);
      const block = position && {
        top: position.row,
        left: position.column,
        bottom: position.row,
        right: position.column,
      };
      const reference = `'${sheet.replaceAll("'", "''")}'!${block ? absolute(block) : cell}`;
      return [`name-${index}`, { id: `name-${index}`, name, formulaOrRefString: reference }];
    }),
  );
}

function absolute(block: Block): string {
  return blockToA1(block).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** Excel's widths count digits of the standard font and a little room (ECMA-376, 18.3.1.13). */
function pixelsWide(characters: number): number {
  return Math.round(characters * 7.5 + 5);
}

function pixelsHigh(points: number): number {
  return Math.round((points * 4) / 3);
}
