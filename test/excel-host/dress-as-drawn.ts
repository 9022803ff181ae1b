import type { SheetBlueprint } from "../../src/core/blueprint";
import { dateFormat } from "../../src/workbook/xlsx/date-serial";
import { isDateFormat } from "../../src/workbook/xlsx/number-format";
import type { HostSheet } from "./book";
import { plainCondition, pointsACharacter, validation } from "./conditions-and-lists";
import { lookOfBlueprint } from "./look-of";

/** Gives a sheet that has its values already the looks, lists and conditions of its blueprint. */
export function dressAsDrawn(sheet: HostSheet, drawn: SheetBlueprint): void {
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
  // As the writer of files protects.
  if (sheet.protection) {
    sheet.protection = { options: { allowFormatColumns: true, allowFormatRows: true }, password: null };
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
      blocks: [block],
      formula: `=${formula}`,
      fill: look.fill === undefined ? "" : `#${look.fill}`,
      fontColour: look.colour === undefined ? "" : `#${look.colour}`,
      isBold: look.isBold ?? false,
    });
  }
}
