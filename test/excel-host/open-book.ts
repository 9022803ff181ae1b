import type { Cell as StyledCell, ConditionalRule, DataValidation, Sheet, Workbook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import type { Blueprint, SheetBlueprint } from "../../src/core/blueprint";
import { blockFromA1, columnLetters, reference, type CellValue } from "../../src/core/cell";
import { pictureOf } from "../../src/core/picture";
import { isUnreadable, type SheetSnapshot, type Snapshot } from "../../src/core/snapshot";
import { dateFormat, dateSerial } from "../../src/workbook/xlsx/date-serial";
import { isDateFormat } from "../../src/workbook/xlsx/number-format";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeBook, makeSheet, type HostBook, type HostCondition, type HostSheet, type HostValidation } from "./book";
import type { RawValue } from "./cells";
import { lookOfBlueprint, lookOfStyle } from "./look-of";
import { plainLook, type Look } from "./look";

const pointsACharacter = 5.25;

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
    if (sheet) dress(sheet, drawn);
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
    if (style) styleSheet(sheet, style);
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

function dress(sheet: HostSheet, drawn: SheetBlueprint): void {
  for (const { row, column, look, value } of drawn.cells) {
    const own = lookOfBlueprint(look);
    const isDate = typeof value === "object" && value !== null && "date" in value;
    const isUndated = isDate && !isDateFormat(-1, own.numberFormat);
    sheet.cells.put(row, column, {
      value: null,
      ...sheet.cells.at(row, column),
      look: isUndated ? { ...own, numberFormat: dateFormat(value.date) } : own,
    });
  }
  for (const [column, { width }] of drawn.columns.entries()) sheet.columnWidths.set(column, width * pointsACharacter);
  for (const [row, { height }] of drawn.rows) if (height !== undefined) sheet.rowHeights.set(row, height);
  if (drawn.tab !== undefined) sheet.tabColour = `#${drawn.tab}`;
  if (drawn.freeze) {
    const { rows, columns } = drawn.freeze;
    sheet.frozen = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  }
  for (const { block, choices, title, message } of drawn.lists) {
    const rule = { list: { inCellDropDown: true, source: choices.join(",") } };
    sheet.validations.push(validation(block, { rule, title, message }));
  }
  for (const { block, formula, title, message } of drawn.inputs) {
    const rule = { custom: { formula: `=${formula}` } };
    sheet.validations.push(validation(block, { rule, title, message }));
  }
  for (const { block, formula, look } of drawn.conditions) {
    sheet.conditions.push({
      ...plainCondition(),
      block,
      formula: `=${formula}`,
      fill: look.fill === undefined ? "" : `#${look.fill}`,
      fontColour: look.colour === undefined ? "" : `#${look.colour}`,
      isBold: look.isBold ?? false,
    });
  }
}

function validation(
  block: HostValidation["block"],
  { rule, title, message }: { rule: HostValidation["rule"]; title: string; message: string },
): HostValidation {
  return {
    block,
    rule,
    prompt: { message, showPrompt: true, title },
    errorAlert: { message, showAlert: true, style: "Stop", title },
    ignoreBlanks: true,
  };
}

// No id is given twice, also where conditions went.
let conditionCount = 0;

/** A condition with nothing set yet, with an id of its own. */
export function plainCondition(): HostCondition {
  return {
    id: `{0000000C-0000-0000-0000-${String(++conditionCount).padStart(12, "0")}}`,
    block: { top: 0, left: 0, bottom: 0, right: 0 },
    type: "Custom",
    formula: "",
    fill: "",
    fontColour: "",
    isBold: false,
    stopIfTrue: false,
  };
}

function styleSheet(sheet: HostSheet, style: Sheet): void {
  for (const [key, cell] of style.cells ?? new Map<string, StyledCell>()) {
    const [row, column] = key.split(",").map(Number);
    if (row === undefined || column === undefined || !cell.style) continue;
    sheet.cells.put(row, column, { value: null, ...sheet.cells.at(row, column), look: lookOfStyle(cell.style) });
  }
  for (const [column, { width }] of (style.columns ?? []).entries()) {
    if (width !== undefined) sheet.columnWidths.set(column, width * pointsACharacter);
  }
  for (const [row, { height }] of style.rowDefs ?? []) if (height !== undefined) sheet.rowHeights.set(row, height);
  sheet.tabColour = style.view?.tabColor?.rgb === undefined ? "" : `#${style.view.tabColor.rgb.slice(-6)}`;
  const { rows = 0, columns = 0 } = style.freezePane ?? {};
  if (rows > 0 || columns > 0) sheet.frozen = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  for (const one of style.dataValidations ?? []) for (const kept of readValidation(one)) sheet.validations.push(kept);
  for (const rule of style.conditionalRules ?? []) readCondition(sheet, rule);
}

function readValidation(read: DataValidation): HostValidation[] {
  const source = read.values ? read.values.join(",") : `=${read.formula1 ?? ""}`;
  const rule =
    read.type === "list"
      ? { list: { inCellDropDown: true, source } }
      : read.type === "custom"
        ? { custom: { formula: `=${read.formula1 ?? ""}` } }
        : { [read.type]: { formula1: read.formula1, formula2: read.formula2, operator: read.operator } };
  return read.range.split(" ").flatMap((range) => {
    const block = blockFromA1(range);
    if (!block) return [];
    return [validation(block, { rule, title: read.inputTitle ?? "", message: read.inputMessage ?? "" })];
  });
}

function readCondition(sheet: HostSheet, rule: ConditionalRule): void {
  const formula = Array.isArray(rule.formula) ? (rule.formula[0] ?? "") : (rule.formula ?? "");
  for (const range of rule.range.split(" ")) {
    const block = blockFromA1(range);
    if (!block) continue;
    const look = rule.style ? lookOfStyle(rule.style) : plainLook;
    sheet.conditions.push({
      ...plainCondition(),
      block,
      type: rule.type === "expression" ? "Custom" : rule.type,
      formula: `=${formula}`,
      fill: look.fill,
      fontColour: look.fontColour,
      isBold: look.isBold,
      stopIfTrue: rule.stopIfTrue ?? false,
    });
  }
}

/** Names that lead to more than one cell, or are of one sheet: a snapshot does not know them. */
function otherNames({ namedRanges = [] }: Workbook, { names }: Snapshot): NonNullable<Workbook["namedRanges"]> {
  return namedRanges.filter(({ name, scope }) => scope !== undefined || !names.has(name));
}
