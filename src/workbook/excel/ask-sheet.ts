import { blockFromA1, toA1, type Block, type Cell } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import { legacyFont } from "../xlsx/styles";
import type { SheetName, SheetPicture } from "./book-picture";
import { cellOf } from "./excel-cell";
import { isMarkFormula } from "./mark-formula";

/** What was asked of one sheet; to be looked at after the next sync. */
export interface SheetAsked {
  readonly used: Excel.Range;
  /** All that is used, also beyond the block that was asked for. */
  readonly whole: Excel.Range;
  readonly merges: Excel.RangeAreas;
  readonly protection: Excel.WorksheetProtection;
  readonly conditions: Excel.ConditionalFormatCollection;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

/** Asks for all that a snapshot tells of a sheet within a block that begins at A1; costs no sync of its own. */
export function askSheet(sheet: Excel.Worksheet, { bottom, right }: Block): SheetAsked {
  const used = sheet.getRange(`A1:${toA1({ row: bottom, column: right })}`).getUsedRangeOrNullObject(true);
  used.load("values,formulas,numberFormat,valueTypes,rowIndex,columnIndex,format/font/name");
  const merges = sheet.getRange().getMergedAreasOrNullObject();
  merges.load("address");
  const { protection } = sheet;
  const conditions = sheet.getRange().conditionalFormats;
  conditions.load("items/id,items/customOrNullObject/rule/formula");
  protection.load("protected,options");
  return {
    used,
    whole: askReach(sheet),
    merges,
    protection,
    conditions,
    rows: sheet.getRange(`A1:A${bottom + 1}`).getRowProperties({ rowHidden: true }),
    columns: sheet.getRange(`A1:${toA1({ row: 0, column: right })}`).getColumnProperties({ columnHidden: true }),
  };
}

/** Asks how far the cells of a sheet reach that hold something; formatted blanks cost nothing (law RD7). */
export function askReach(sheet: Excel.Worksheet): Excel.Range {
  const whole = sheet.getUsedRangeOrNullObject(true);
  whole.load("rowIndex,columnIndex,rowCount,columnCount");
  return whole;
}

/** The block from A1 to the last cell that holds something; null for an empty sheet. */
export function reachOf(whole: Excel.Range): Block | null {
  if (whole.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = whole;
  return { top: 0, left: 0, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** The sheet as it was answered. */
export function sheetPicture({ id, name, visibility }: SheetName, asked: SheetAsked): SheetPicture {
  const { rows, formats } = cellsOf(asked.used);
  const font = asked.used.isNullObject ? null : fontOf(asked.used);
  const { protection } = asked;
  return {
    id,
    snapshot: {
      name,
      visibility,
      rows: withFont(rows, font),
      merges: asked.merges.isNullObject ? [] : blocksOfAddress(asked.merges.address),
      ...hiddenAmong(rows, asked),
      isProtected: protection.protected,
    },
    protection: protection.protected ? { ...protection.options } : null,
    formats,
    font,
    marks: marksIn(asked.conditions),
  };
}

/** The ids of the marks that stand in a sheet, also those of an earlier life of the pane. */
export function marksIn({ items }: Excel.ConditionalFormatCollection): string[] {
  return items.flatMap(({ id, customOrNullObject: custom }) =>
    !custom.isNullObject && isMarkFormula(custom.rule.formula) ? [id] : [],
  );
}

function fontOf(used: Excel.Range): string | null {
  // Null where the cells have several fonts, whatever the types say.
  const name: unknown = used.format.font.name;
  return typeof name === "string" && name !== "" ? name : null;
}

interface Cells {
  readonly rows: Map<number, Map<number, Cell>>;
  readonly formats: Map<number, Map<number, string>>;
}

function cellsOf(used: Excel.Range): Cells {
  const rows: Cells["rows"] = new Map();
  const formats: Cells["formats"] = new Map();
  if (used.isNullObject) return { rows, formats };
  const { rowIndex, columnIndex } = used;
  const [values, formulas] = [gridOf(used.values), gridOf(used.formulas)];
  const [numberFormats, types] = [gridOf(used.numberFormat), gridOf(used.valueTypes)];
  for (const [down, line] of values.entries()) {
    const cells = new Map<number, Cell>();
    const formatsOfRow = new Map<number, string>();
    for (const [along, value] of line.entries()) {
      const format = numberFormats[down]?.[along];
      const raw = { value, formula: formulas[down]?.[along], format, type: types[down]?.[along] };
      const cell = cellOf(raw);
      if (cell) cells.set(columnIndex + along, cell);
      if (typeof format === "string" && format !== "General") formatsOfRow.set(columnIndex + along, format);
    }
    if (cells.size > 0) rows.set(rowIndex + down, cells);
    if (formatsOfRow.size > 0) formats.set(rowIndex + down, formatsOfRow);
  }
  return { rows, formats };
}

/** The types of Office.js say `any`. */
function gridOf(values: unknown): readonly (readonly unknown[])[] {
  return values as readonly (readonly unknown[])[];
}

function withFont(rows: SheetSnapshot["rows"], font: string | null): SheetSnapshot["rows"] {
  const legacy = legacyFont(font ?? undefined);
  if (legacy === undefined) return rows;
  return new Map(
    [...rows].map(([row, cells]) => [
      row,
      new Map(
        [...cells].map(([column, cell]): [number, Cell] => [
          column,
          typeof cell.value === "string" ? { ...cell, legacyFont: legacy } : cell,
        ]),
      ),
    ]),
  );
}

/** "'Số liệu'!A1:B2,'Số liệu'!C4:D5" → blocks; names of sheets may hold commas. */
export function blocksOfAddress(address: string): Block[] {
  const plain = address.replace(/'(?:[^']|'')*'!|[^,!']+!/g, "");
  return plain.split(",").flatMap((part) => blockFromA1(part.trim()) ?? []);
}

/** What is hidden is told only as far as the cells reach, as of a file. */
function hiddenAmong(
  cells: SheetSnapshot["rows"],
  { rows, columns }: SheetAsked,
): Pick<SheetSnapshot, "hiddenRows" | "hiddenColumns"> {
  let lastRow = -1;
  let lastColumn = -1;
  for (const [row, known] of cells) {
    lastRow = Math.max(lastRow, row);
    for (const column of known.keys()) lastColumn = Math.max(lastColumn, column);
  }
  const indexes = (flags: readonly (boolean | undefined)[], last: number) =>
    new Set(flags.flatMap((isHidden, index) => (isHidden === true && index <= last ? [index] : [])));
  return {
    hiddenRows: indexes(
      rows.value.map(({ rowHidden }) => rowHidden),
      lastRow,
    ),
    hiddenColumns: indexes(
      columns.value.map(({ columnHidden }) => columnHidden),
      lastColumn,
    ),
  };
}
