import { planSheet } from "../../src/core/form/cover";
import { layoutOf } from "../../src/core/form/sheet-layout";
import { withMarks } from "./drawn-page";
import { columnIndex, isSheet, put, rowIndex, rowsOf, tableOf, type Sheets } from "./drawn-sheets";
import { structureActs } from "./drawn-structure";

/** A finding that an example announces; a mark on a line of its own does not say which cell. */
export interface Expected {
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly isLoose: boolean;
}

/** Lines that say what was done to the form, each with the findings that follow from it. */
export function* acts(lines: readonly string[], sheets: Sheets): Generator<Expected> {
  let sheet = "";
  for (const line of lines) {
    if (isSheet(line)) sheet = line;
    if (isSheet(line) || line.startsWith("|")) continue;
    const { text, marks } = withMarks(line);
    const [act, pattern] = actsByWords.find(([, candidate]) => candidate.test(text)) ?? [];
    if (!act || !pattern) throw new Error(`Not understood: ${line}`);
    const [, ...words] = pattern.exec(text) ?? [];
    act(sheets, sheet, words);
    // A sheet that was renamed is found under the name that it has now.
    const [, meant = sheet] = /^(?:Ẩn sheet|Chép sheet .+ thành) ([^,]+)/.exec(text) ?? [];
    const name = sheets.get(meant)?.name ?? meant;
    for (const rule of marks) yield { rule, sheet: name, cell: null, isLoose: true };
  }
}

type Act = (sheets: Sheets, sheet: string, words: readonly string[]) => void;

const actsByWords: readonly (readonly [Act, RegExp])[] = [
  ...structureActs,
  [(sheets, _, [name = ""]) => void sheets.delete(name), /^Xóa sheet (.+)$/],
  [renameSheet, /^Đổi tên sheet (.+) thành (.+)$/],
  [(sheets, sheet, [heading = ""]) => clearColumn(sheets, sheet, heading), /^Xóa cột (.+)$/],
  [(sheets, sheet, [code = ""]) => void rowsOf(sheets, sheet).delete(rowIndex(sheet, code)), /^Xóa dòng (\S+)$/],
  [clearCodes, /^Xóa mọi mã số$/],
  [repeatColumn, /^Chép thêm cột (.+)$/],
  [repeatRow, /^Chép thêm dòng (\S+)$/],
  [(sheets, sheet, [from = "", to = ""]) => setCode(sheets, sheet, { from, to }), /^Đổi mã (\S+) thành (\S+)$/],
  [setStandard, /^Biểu mẫu lập khi kế hoạch còn ghi chuẩn nghèo của kỳ gốc là (.+)$/],
  [pasteFrom, /^Sheet này chép từ báo cáo của (\S+) kỳ (\S+)$/],
];

/** In the plan that the form carries. */
function setStandard(sheets: Sheets, _: string, [standard = ""]: readonly string[]): void {
  for (const cells of rowsOf(sheets, planSheet).values()) {
    for (const [column, cell] of cells) {
      if (typeof cell.value !== "string") continue;
      cells.set(column, {
        ...cell,
        value: cell.value.replace(
          /("standards":\{"baseline":")[^"]*/,
          (...[, before]) => `${String(before)}${standard}`,
        ),
      });
    }
  }
}

function renameSheet(sheets: Sheets, _: string, [from = "", to = ""]: readonly string[]): void {
  const found = sheets.get(from);
  if (found) found.name = to;
  const [old, name] = [`'${from}'!`, `'${to}'!`];
  for (const { rows } of sheets.values()) {
    for (const cells of rows.values()) {
      for (const [column, cell] of cells) {
        if (cell.formula !== undefined) cells.set(column, { ...cell, formula: cell.formula.replaceAll(old, name) });
      }
    }
  }
}

function clearColumn(sheets: Sheets, sheet: string, heading: string): void {
  const column = columnIndex(sheet, heading);
  for (const cells of rowsOf(sheets, sheet).values()) cells.delete(column);
}

function clearCodes(sheets: Sheets, sheet: string): void {
  for (const row of layoutOf(tableOf(sheet)).rows.values()) rowsOf(sheets, sheet).get(row)?.delete(0);
}

function repeatColumn(sheets: Sheets, sheet: string, [heading = ""]: readonly string[]): void {
  const column = columnIndex(sheet, heading);
  const after = tableOf(sheet).columns.length;
  for (const cells of rowsOf(sheets, sheet).values()) {
    const cell = cells.get(column);
    if (cell) cells.set(after, cell);
  }
}

function repeatRow(sheets: Sheets, sheet: string, [code = ""]: readonly string[]): void {
  const rows = rowsOf(sheets, sheet);
  rows.set(layoutOf(tableOf(sheet)).lastRow + 20, new Map(rows.get(rowIndex(sheet, code))));
}

function setCode(sheets: Sheets, sheet: string, { from, to }: { readonly from: string; readonly to: string }): void {
  put(sheets, { sheet, row: rowIndex(sheet, from), column: 0 }, { value: to });
}

function pasteFrom(sheets: Sheets, sheet: string, [unit = "", period = ""]: readonly string[]): void {
  const { markRow } = layoutOf(tableOf(sheet));
  put(sheets, { sheet, row: markRow, column: 1 }, { value: unit });
  put(sheets, { sheet, row: markRow, column: 3 }, { value: period });
}
