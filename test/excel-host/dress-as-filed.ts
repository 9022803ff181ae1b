import type { Cell as StyledCell, ConditionalRule, DataValidation, Sheet } from "hucre";
import { blockFromA1 } from "../../src/core/cell";
import type { HostSheet, HostValidation } from "./book";
import { plainCondition, pointsACharacter, validation } from "./conditions-and-lists";
import { lookOfStyle } from "./look-of";
import { plainLook } from "./look";

/** Gives a sheet that has its values already the looks, lists and conditions that hucre read. */
export function dressAsFiled(sheet: HostSheet, style: Sheet): void {
  for (const [key, cell] of style.cells ?? new Map<string, StyledCell>()) {
    const [row, column] = key.split(",").map(Number);
    if (row === undefined || column === undefined || !cell.style) continue;
    sheet.cells.put(row, column, { value: null, ...sheet.cells.at(row, column), look: lookOfStyle(cell.style) });
  }
  sizeLines(sheet, style);
  sheet.tabColour = tabColourOf(style);
  const { rows = 0, columns = 0 } = style.freezePane ?? {};
  if (rows > 0 || columns > 0) sheet.frozen = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  if (sheet.protection && style.protection) sheet.protection = { options: allowedBy(style.protection), password: null };
  for (const one of style.dataValidations ?? []) for (const kept of readValidation(one)) sheet.validations.push(kept);
  for (const rule of style.conditionalRules ?? []) readCondition(sheet, rule);
}

function tabColourOf({ view }: Sheet): string {
  const colour = view?.tabColor?.rgb;
  return colour === undefined ? "" : `#${colour.slice(-6)}`;
}

/** hucre's and Excel's words for what a protected sheet allows. */
const allowances = [
  ["formatCells", "allowFormatCells"],
  ["formatColumns", "allowFormatColumns"],
  ["formatRows", "allowFormatRows"],
  ["insertColumns", "allowInsertColumns"],
  ["insertRows", "allowInsertRows"],
  ["insertHyperlinks", "allowInsertHyperlinks"],
  ["deleteColumns", "allowDeleteColumns"],
  ["deleteRows", "allowDeleteRows"],
  ["sort", "allowSort"],
  ["autoFilter", "allowAutoFilter"],
  ["pivotTables", "allowPivotTables"],
] as const;

function allowedBy(protection: NonNullable<Sheet["protection"]>): Record<string, boolean> {
  return Object.fromEntries(allowances.map(([filed, said]) => [said, protection[filed] === true]));
}

function sizeLines(sheet: HostSheet, { columns = [], rowDefs = new Map() }: Sheet): void {
  for (const [column, { width }] of columns.entries()) {
    if (width !== undefined) sheet.columnWidths.set(column, width * pointsACharacter);
  }
  for (const [row, { height }] of rowDefs) if (height !== undefined) sheet.rowHeights.set(row, height);
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
  const look = rule.style ? lookOfStyle(rule.style) : plainLook;
  sheet.conditions.push({
    ...plainCondition(),
    blocks: rule.range.split(" ").flatMap((range) => blockFromA1(range) ?? []),
    type: rule.type === "expression" ? "Custom" : rule.type,
    formula: `=${formula}`,
    fill: look.fill,
    fontColour: look.fontColour,
    isBold: look.isBold,
    stopIfTrue: rule.stopIfTrue ?? false,
  });
}
