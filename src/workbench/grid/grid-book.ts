import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { fromA1, type Cell, type CellValue, type Place } from "../../core/cell";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";
import type { CellLook, SheetLooks } from "../../workbook/looks";
import type { ShownBook } from "./grid";
import { extentOf, shownMerges, type Extent } from "./grid-extent";
import { conditionsOf, listsOf, namesOf, rangeOf } from "./grid-resources";
import { pixelsHigh, widthsIn } from "./grid-size";
import { styleOf } from "./grid-style";
import { isDated } from "./read-typed";
import { cellOf } from "./univer-cell";

/** The only workbook that the grid has at a time. */
export const bookId = "book";

/** A sheet's identity in the grid: its place among the tabs. */
export function sheetId(index: number): string {
  return `sheet-${index}`;
}

/**
 * Beyond so many formulas the grid calculates nothing before something is typed, and draws no colours that depend on
 * formulas: getting ready for it takes this library's own thread a second for every ten thousand.
 */
const mostFormulasReady = 30_000;

/** So many cells are made without a pause: a few hundredths of a second. */
const cellsAtOnce = 4_000;

type Sheet = Partial<IWorksheetData>;
type Pause = () => Promise<void>;

/** Where the book is shown: sizes in pixels, and a pause that is waited for now and then, so that a long book leaves the page free. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Whether colours that depend on formulas are drawn. */
  readonly hasColours: boolean;
  readonly pause: Pause;
}

/** Whether a workbook has so many formulas that the grid gets ready for them only when something is typed. */
export function isLarge({ sheets }: Snapshot): boolean {
  let formulas = 0;
  for (const { rows } of sheets)
    for (const cells of rows.values())
      for (const { formula } of cells.values()) if (formula !== undefined) formulas += 1;
  return formulas > mostFormulasReady;
}

/** What the grid is given of a workbook. */
export async function gridBook(book: ShownBook, room: Room): Promise<IWorkbookData> {
  const { snapshot, looks } = book;
  const { hasColours, pause } = room;
  const styles = new GridStyles();
  const sheets: Record<string, Sheet> = {};
  const lists: Record<string, unknown[]> = {};
  const conditions: Record<string, unknown[]> = {};
  for (const [index, sheet] of snapshot.sheets.entries()) {
    const id = sheetId(index);
    const own = looks.sheets.find(({ name }) => name === sheet.name);
    const extent = extentOf(sheet, own);
    sheets[id] = {
      ...gridSheet(sheet, own, { extent, room }),
      id,
      cellData: await cellsOf(sheet, own, { styles, pause }),
    };
    if (own) [lists[id], conditions[id]] = [listsOf(own, extent), hasColours ? conditionsOf(own, extent) : []];
    await pause();
  }
  return {
    id: bookId,
    name: snapshot.file,
    appVersion: "",
    locale: LocaleType.VI_VN,
    styles: styles.all,
    defaultStyle: styleOf(looks.sheets[0]?.looks[0] ?? {}),
    sheetOrder: snapshot.sheets.map((_, index) => sheetId(index)),
    sheets,
    resources: [
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(lists) },
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: JSON.stringify(conditions) },
      { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(namesOf(snapshot)) },
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

/** The looks of a workbook as the grid's styles, each written once. */
class GridStyles {
  readonly all: Record<string, ReturnType<typeof styleOf>> = {};
  readonly #ids = new Map<CellLook, string>();
  readonly #dated = new Map<CellLook, CellLook>();

  idOf(look: CellLook): string {
    const known = this.#ids.get(look);
    if (known !== undefined) return known;
    const id = `look-${this.#ids.size}`;
    this.#ids.set(look, id);
    this.all[id] = styleOf(look);
    return id;
  }

  /** The grid keeps dates as numbers; only their format shows what they are. */
  idOfDate(look: CellLook): string {
    if (isDated(look.format ?? null)) return this.idOf(look);
    const dated = this.#dated.get(look) ?? { ...look, format: "dd/mm/yyyy" };
    this.#dated.set(look, dated);
    return this.idOf(dated);
  }
}

function gridSheet(
  sheet: SheetSnapshot,
  looks: SheetLooks | undefined,
  { extent, room }: { readonly extent: Extent; readonly room: Room },
): Sheet {
  const wide = widthsIn(looks?.looks[0] ?? {});
  const sizes = {
    defaultRowHeight: pixelsHigh(looks?.defaultHeight ?? 15),
    defaultColumnWidth: wide(looks?.defaultWidth ?? 9),
    rowData: rowsOf(sheet, looks, extent),
    columnData: columnsOf(sheet, looks, { extent, wide }),
  };
  return {
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: looks?.tab ? `#${looks.tab}` : "",
    rowCount: extent.rows,
    columnCount: extent.columns,
    ...sizes,
    mergeData: shownMerges(sheet.merges, extent).map(rangeOf),
    freeze: freezeOf(looks, { extent, room, sizes }),
    showGridlines: looks?.hasGridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

/** What stays in view leaves at least half of the room to the rest: a cell that someone is sent to must be seen. */
function freezeOf(
  looks: SheetLooks | undefined,
  { extent, room, sizes }: { readonly extent: Extent; readonly room: Room; readonly sizes: Sizes },
): IWorksheetData["freeze"] {
  const { rowData, columnData, defaultRowHeight, defaultColumnWidth } = sizes;
  const rows = fitting(Math.min(looks?.freeze.rows ?? 0, extent.rows - 1), room.height / 2, (row) => {
    const { h = defaultRowHeight, hd } = rowData[row] ?? {};
    return hd === BooleanNumber.TRUE ? 0 : h;
  });
  const columns = fitting(Math.min(looks?.freeze.columns ?? 0, extent.columns - 1), room.width / 2, (column) => {
    const { w = defaultColumnWidth, hd } = columnData[column] ?? {};
    return hd === BooleanNumber.TRUE ? 0 : w;
  });
  return { xSplit: columns, ySplit: rows, startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns };
}

interface Sizes {
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly rowData: Readonly<Record<number, Partial<IRowData>>>;
  readonly columnData: Readonly<Record<number, Partial<IColumnData>>>;
}

/** How many of the first lines are together no longer than they may be. */
function fitting(count: number, most: number, sizeOf: (line: number) => number): number {
  let sum = 0;
  for (let line = 0; line < count; line += 1) {
    sum += sizeOf(line);
    if (sum > most) return line;
  }
  return Math.max(0, count);
}

function rowsOf(
  sheet: SheetSnapshot,
  looks: SheetLooks | undefined,
  extent: Extent,
): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of looks?.heights ?? []) if (row < extent.rows) rows[row] = { h: pixelsHigh(height) };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(
  sheet: SheetSnapshot,
  looks: SheetLooks | undefined,
  { extent, wide }: { readonly extent: Extent; readonly wide: (characters: number) => number },
): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of looks?.widths ?? []) if (column < extent.columns) columns[column] = { w: wide(width) };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

async function cellsOf(
  sheet: SheetSnapshot,
  looks: SheetLooks | undefined,
  { styles, pause }: { readonly styles: GridStyles; readonly pause: Pause },
): Promise<Record<number, Record<number, ICellData>>> {
  const rows: Record<number, Record<number, ICellData>> = {};
  let sincePause = 0;
  for (const row of new Set([...sheet.rows.keys(), ...(looks?.cells.keys() ?? [])])) {
    const own = rowOf(sheet.rows.get(row), lookedRow(looks, row), styles);
    rows[row] = own;
    sincePause += Object.keys(own).length;
    if (sincePause < cellsAtOnce) continue;
    sincePause = 0;
    await pause();
  }
  return rows;
}

function rowOf(
  cells: ReadonlyMap<number, Cell> | undefined,
  looks: ReadonlyMap<number, CellLook>,
  styles: GridStyles,
): Record<number, ICellData> {
  const row: Record<number, ICellData> = {};
  for (const [column, cell] of cells ?? []) {
    const look = looks.get(column);
    const given = cellOf(cell);
    if (isDate(cell.value)) given.s = styles.idOfDate(look ?? plain);
    else if (look) given.s = styles.idOf(look);
    row[column] = given;
  }
  for (const [column, look] of looks) row[column] ??= { s: styles.idOf(look) };
  return row;
}

const plain: CellLook = {};

function lookedRow(looks: SheetLooks | undefined, row: number): ReadonlyMap<number, CellLook> {
  const found = new Map<number, CellLook>();
  for (const [column, index] of looks?.cells.get(row) ?? []) {
    const look = looks?.looks[index];
    if (look) found.set(column, look);
  }
  return found;
}

function isDate(value: CellValue): boolean {
  return typeof value === "object" && value !== null && "date" in value;
}
