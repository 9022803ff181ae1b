import { toA1, type Cell, type Place } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { contentsKey } from "../../src/core/form/contents";
import { coverSheet } from "../../src/core/form/cover";
import { makeForm } from "../../src/core/form/make-form";
import { layoutOf } from "../../src/core/form/sheet-layout";
import { contentOf, isTyped, type Column, type Table } from "../../src/core/form/table";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import type { SheetSnapshot, Snapshot, Unreadable } from "../../src/core/snapshot";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import { cleanReport } from "./clean-report";
import { cellFrom, cellsOf, uncalculated, withMarks } from "./drawn-page";

/** A finding that an example announces; a mark on a line of its own does not say which cell. */
export interface Expected {
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly isLoose: boolean;
}

export interface DrawnFile {
  readonly picture: Snapshot | Unreadable;
  readonly expected: readonly Expected[];
}

const file = "bao-cao.xlsx";
const tables = tablesOf(small, "04063");

/** A sheet while it is being drawn on. */
type Rows = Map<number, Map<number, Cell>>;
type Sheets = Map<string, { name: string; readonly rows: Rows; readonly rest: Omit<SheetSnapshot, "name" | "rows"> }>;

/** The clean report with an example laid over it, and what should be found there. */
export function drawnForm(lines: readonly string[]): DrawnFile {
  const noWorkbook = lines.map(drawnFile).find((drawn) => drawn !== null);
  if (noWorkbook) return noWorkbook;
  const cells = [...drawnCells(lines)];
  const typed = cells.filter(({ isInput, cell }) => isInput && cell.formula === undefined);
  const contents = {
    ...cleanReport,
    cells: new Map([...cleanReport.cells, ...typed.map(({ key, cell }) => [key, cell.value] as const)]),
  };
  const unit = unitByCode(small, "04063");
  const period = periodById(small, "2022-H1");
  if (!unit || !period) throw new Error("The small plan has lost its first unit or period.");
  const clean = snapshotOf(makeForm(small, { unit, period }, contents), file);
  const sheets: Sheets = new Map(
    clean.sheets.map(({ name, rows, ...rest }) => [
      name,
      { name, rows: new Map([...rows].map(([index, row]) => [index, new Map(row)])), rest },
    ]),
  );
  for (const { place, cell, text } of cells) {
    const at = place(clean);
    const before = sheets.get(at.sheet)?.rows.get(at.row)?.get(at.column);
    if (text !== uncalculated) put(sheets, at, cell);
    else if (before) put(sheets, at, { ...before, value: null });
  }
  const acted = [...acts(lines, sheets)];
  return {
    picture: { ...clean, sheets: [...sheets.values()].map(({ name, rows, rest }) => ({ ...rest, name, rows })) },
    expected: [
      ...cells.flatMap(({ marks, place }) => {
        const { sheet, ...position } = place(clean);
        return marks.map((rule) => ({ rule, sheet, cell: toA1(position), isLoose: false }));
      }),
      ...acted,
    ],
  };
}

interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface DrawnCell {
  readonly key: string;
  readonly isInput: boolean;
  readonly text: string;
  readonly cell: Cell;
  readonly marks: readonly string[];
  readonly place: (clean: Snapshot) => Spot;
}

function* drawnCells(lines: readonly string[]): Generator<DrawnCell> {
  let sheet = "";
  let heading: readonly string[] | null = null;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (!cells) {
      if (isSheet(line)) [sheet, heading] = [line, null];
      continue;
    }
    if (cells.length === 0) continue;
    const [first = "", ...others] = cells;
    if (sheet === coverSheet) yield drawnField(first, others[0] ?? "");
    else if (!heading) heading = others;
    else
      for (const [index, drawn] of others.entries())
        yield drawnFigure(sheet, { code: first, heading: heading[index] ?? "", drawn });
  }
}

function isSheet(line: string): boolean {
  return line === coverSheet || tables.some((table) => table.sheet === line);
}

function drawnField(label: string, drawn: string): DrawnCell {
  const { text, marks } = withMarks(drawn);
  return {
    key: "",
    isInput: false,
    text,
    cell: cellFrom(text),
    marks,
    place: (clean) => {
      for (const [row, cells] of clean.sheets.find(({ name }) => name === coverSheet)?.rows ?? []) {
        for (const [column, { value }] of cells) {
          if (value === label) return { sheet: coverSheet, row, column: column + 1 };
        }
      }
      throw new Error(`${coverSheet} has no field "${label}".`);
    },
  };
}

function drawnFigure(
  sheet: string,
  { code, heading, drawn }: { readonly code: string; readonly heading: string; readonly drawn: string },
): DrawnCell {
  const { text, marks } = withMarks(drawn);
  const table = tableOf(sheet);
  const column = columnOf(table, heading);
  const row = table.rows.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`${sheet} has no row ${code}.`);
  const layout = layoutOf(table);
  return {
    key: contentsKey({ table: table.id, code, key: column.key }),
    isInput: isTyped(contentOf(row, column)),
    text,
    cell: cellFrom(text),
    marks,
    place: () => ({ sheet, row: layout.rows.get(code) ?? 0, column: layout.columns.get(column.key) ?? 0 }),
  };
}

function tableOf(sheet: string): Table {
  const table = tables.find((candidate) => candidate.sheet === sheet);
  if (!table) throw new Error(`No sheet "${sheet}".`);
  return table;
}

/** A column by its heading; where two have the same, by the group and the official number: "Hộ cận nghèo 5". */
function columnOf(table: Table, heading: string): Column {
  const found = table.columns.filter(({ tiers, number }) =>
    [tiers.at(-1), `${tiers[0] ?? ""} ${number.split("=")[0] ?? ""}`].includes(heading),
  );
  const [column] = found;
  if (!column || found.length > 1) throw new Error(`${table.sheet} has ${found.length} columns "${heading}".`);
  return column;
}

function put(sheets: Sheets, { sheet, row, column }: Spot, cell: Cell): void {
  const rows = sheets.get(sheet)?.rows;
  const cells = rows?.get(row) ?? new Map<number, Cell>();
  rows?.set(row, cells);
  if (cell.value === null && cell.formula === undefined) cells.delete(column);
  else cells.set(column, cell);
}

/** Lines that say what was done to the form, each with the findings that follow from it. */
function* acts(lines: readonly string[], sheets: Sheets): Generator<Expected> {
  let sheet = "";
  for (const line of lines) {
    if (isSheet(line)) sheet = line;
    if (isSheet(line) || line.startsWith("|")) continue;
    const { text, marks } = withMarks(line);
    const [act, pattern] = actsByWords.find(([, candidate]) => candidate.test(text)) ?? [];
    if (!act || !pattern) throw new Error(`Not understood: ${line}`);
    const [, ...words] = pattern.exec(text) ?? [];
    act(sheets, sheet, words);
    for (const rule of marks) yield { rule, sheet, cell: null, isLoose: true };
  }
}

type Act = (sheets: Sheets, sheet: string, words: readonly string[]) => void;

const actsByWords: readonly (readonly [Act, RegExp])[] = [
  [(sheets, _, [name = ""]) => void sheets.delete(name), /^Xóa sheet (.+)$/],
  [renameSheet, /^Đổi tên sheet (.+) thành (.+)$/],
  [(sheets, sheet, [heading = ""]) => clearColumn(sheets, sheet, heading), /^Xóa cột (.+)$/],
  [(sheets, sheet, [code = ""]) => void rowsOf(sheets, sheet).delete(rowIndex(sheet, code)), /^Xóa dòng (\S+)$/],
  [clearCodes, /^Xóa mọi mã số$/],
  [repeatColumn, /^Chép thêm cột (.+)$/],
  [repeatRow, /^Chép thêm dòng (\S+)$/],
  [(sheets, sheet, [from = "", to = ""]) => setCode(sheets, sheet, { from, to }), /^Đổi mã (\S+) thành (\S+)$/],
  [pasteFrom, /^Sheet này chép từ báo cáo của (\S+) kỳ (\S+)$/],
];

function rowsOf(sheets: Sheets, sheet: string): Rows {
  const found = sheets.get(sheet);
  if (!found) throw new Error(`No sheet "${sheet}".`);
  return found.rows;
}

function rowIndex(sheet: string, code: string): number {
  const index = layoutOf(tableOf(sheet)).rows.get(code);
  if (index === undefined) throw new Error(`${sheet} has no row ${code}.`);
  return index;
}

function columnIndex(sheet: string, heading: string): number {
  return tableOf(sheet).columns.indexOf(columnOf(tableOf(sheet), heading));
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

const reasons: ReadonlyMap<string, Unreadable["reason"]> = new Map<string, Unreadable["reason"]>([
  ["Tệp rỗng", "empty"],
  ["Tệp .xls đời cũ", "old-xls"],
  ["Tệp có mật khẩu", "encrypted"],
  ["Tệp .csv đổi đuôi", "csv-or-text"],
  ["Tệp bị hỏng", "damaged"],
]);

/** A line that says the file is no report at all. */
function drawnFile(line: string): DrawnFile | null {
  const { text, marks } = withMarks(line);
  const expected = marks.map((rule) => ({ rule, sheet: null, cell: null, isLoose: false }));
  const reason = reasons.get(text);
  if (reason) return { picture: { file, reason, detail: "" }, expected };
  const [, names] = /^Sổ khác, có các sheet (.+)$/.exec(text) ?? [];
  return names === undefined ? null : { picture: foreignBook(names.split(", ")), expected };
}

function foreignBook(names: readonly string[]): Snapshot {
  const rows = new Map([[0, new Map<number, Cell>([[0, { value: "Danh sách" }]])]]);
  const none = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), isProtected: false };
  return {
    file,
    names: new Map<string, Place>(),
    sheets: names.map((name) => ({ name, visibility: "visible", rows, ...none })),
  };
}

/** For failures: "Số liệu!F9 figure-is-present". */
export function spoken({ rule, sheet, cell }: Pick<Expected, "rule" | "sheet" | "cell">): string {
  return `${sheet ?? ""}!${cell ?? ""} ${rule}`;
}
