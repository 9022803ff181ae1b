import type { Workbook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import type { Blueprint } from "../../src/core/blueprint";
import { columnLetters, reference, type CellValue } from "../../src/core/cell";
import { pictureOf } from "../../src/core/picture";
import { isUnreadable, type SheetSnapshot, type Snapshot } from "../../src/core/snapshot";
import { dateFormat, dateSerial } from "../../src/workbook/xlsx/date-serial";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeBook, makeSheet, type HostBook, type HostSheet } from "./book";
import type { RawValue } from "./cells";
import { dressAsDrawn } from "./dress-as-drawn";
import { dressAsFiled } from "./dress-as-filed";
import { plainLook, type Look } from "./look";

/** A workbook with nothing but what a snapshot knows: values, formulas, merges, names, hidden lines, protection. */
export function bookOfSnapshot(snapshot: Snapshot): HostBook {
  const book = makeBook(snapshot.file, snapshot.sheets.map(sheetOfSnapshot));
  for (const [name, place] of snapshot.names) {
    const formula = `=${reference({ ...place, cell: place.cell.replace(/([A-Z]+)(\d+)/, "$$$1$$$2") })}`;
    book.names.push({ name, scope: null, formula, isVisible: true, comment: "" });
  }
  return book;
}

/** A workbook as a blueprint describes it, looks and all. */
export function bookOfBlueprint(blueprint: Blueprint, file = "Book1.xlsx"): HostBook {
  const { sheets, names } = blueprint;
  const snapshot: Snapshot = { file, sheets: sheets.map(pictureOf), names: new Map() };
  const book = bookOfSnapshot(snapshot);
  for (const [index, drawn] of sheets.entries()) {
    const sheet = book.sheets[index];
    if (sheet) dressAsDrawn(sheet, drawn);
  }
  for (const { name, sheet, at } of names) {
    const place = { sheet, cell: `$${columnLetters(at.column)}$${at.row + 1}` };
    book.names.push({ name, scope: null, formula: `=${reference(place)}`, isVisible: true, comment: "" });
  }
  return book;
}

/** A workbook as an .xlsx file holds it: values by this program's own reader, looks by hucre's. Throws where it cannot be read. */
export async function bookOfBytes(bytes: Uint8Array, file = "Book1.xlsx"): Promise<HostBook> {
  const snapshot = readSnapshot(file, bytes);
  if (isUnreadable(snapshot)) throw new RangeError(`Not a workbook: ${snapshot.detail}`);
  const styled = await readXlsx(bytes, { readStyles: true });
  const book = bookOfSnapshot(snapshot);
  for (const [index, sheet] of book.sheets.entries()) {
    const style = styled.sheets[index];
    if (style) dressAsFiled(sheet, style);
  }
  for (const name of otherNames(styled, snapshot)) {
    const scope = name.scope === undefined ? null : (book.sheets.find((sheet) => sheet.name === name.scope) ?? null);
    const formula = `=${name.range}`;
    book.names.push({ name: name.name, scope, formula, isVisible: true, comment: name.comment ?? "" });
  }
  return book;
}

function sheetOfSnapshot(snapshot: SheetSnapshot): HostSheet {
  const sheet = makeSheet(snapshot.name);
  sheet.visibility =
    snapshot.visibility === "visible" ? "Visible" : snapshot.visibility === "hidden" ? "Hidden" : "VeryHidden";
  sheet.merges = [...snapshot.merges];
  sheet.protection = snapshot.isProtected ? { options: {}, password: null } : null;
  for (const row of snapshot.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of snapshot.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const [row, cells] of snapshot.rows) {
    for (const [column, { value, formula, legacyFont }] of cells) {
      const isDate = typeof value === "object" && value !== null && "date" in value;
      const look: Look | null =
        isDate || legacyFont !== undefined
          ? {
              ...plainLook,
              ...(isDate && { numberFormat: dateFormat(value.date) }),
              ...(legacyFont !== undefined && { fontName: legacyFont }),
            }
          : null;
      sheet.cells.put(row, column, { value: rawValue(value), look, ...(formula !== undefined && { formula }) });
    }
  }
  return sheet;
}

/** A value as Excel keeps it: a date is the number of its day. */
export function rawValue(value: CellValue): RawValue {
  return typeof value === "object" && value !== null && "date" in value ? dateSerial(value.date) : value;
}

/** Names that lead to more than one cell, or are of one sheet: a snapshot does not know them. */
function otherNames({ namedRanges = [] }: Workbook, { names }: Snapshot): NonNullable<Workbook["namedRanges"]> {
  return namedRanges.filter(({ name, scope }) => scope !== undefined || !names.has(name));
}
