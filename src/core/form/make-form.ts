import type { Blueprint, SheetBlueprint } from "../blueprint";
import { toA1, type CellValue } from "../cell";
import { unitName } from "../plan/lookups";
import type { Period, Plan, Unit } from "../plan/plan";
import { periodHeading } from "./commune-tables";
import { computedCells } from "./computed";
import { contentsKey, noContents, type Contents } from "./contents";
import { formVersion } from "./cover";
import { coverBlueprint } from "./cover-sheet";
import type { CellKey, FormSource } from "./form-context";
import { planSheetBlueprint } from "./plan-sheet";
import { readCell } from "./said";
import { layoutOf, positionIn } from "./sheet-layout";
import { contentOf, type Column, type Row, type Table, type TableId } from "./table";
import { tableSheet } from "./table-sheet";
import { unconfirmedNote } from "./unconfirmed";
import { tablesOfVersion, type FormVersion } from "./versions";

/** Whose form is made; an older version only to show and try what becomes of older files. */
export interface FormFor {
  readonly unit: Unit;
  readonly period: Period;
  readonly version?: FormVersion;
}

/**
 * The standard workbook of a unit for a period, blank or with contents: Bìa, the data sheets with their formulas, and
 * the plan itself, very hidden. Formulas carry the values the core gives them.
 */
export function makeForm(
  plan: Plan,
  { unit, period, version = formVersion }: FormFor,
  contents: Contents = noContents,
): Blueprint {
  const tables = tablesOfVersion(plan, unit.code, version);
  const computed = new Map(
    computedCells({ plan, period, unit: unit.code, tables, source: formSource(tables, contents) }).map((cell) => [
      contentsKey(cell),
      cell,
    ]),
  );
  const fill =
    (table: Table) =>
    (row: Row, column: Column): { value: CellValue; formula?: string } => {
      const key = contentsKey({ table: table.id, code: row.code, key: column.key });
      const cell = computed.get(key);
      if (cell) return { value: cell.value, ...(cell.formula === null ? {} : { formula: cell.formula }) };
      return { value: fixedValue(row, column) ?? contents.cells.get(key) ?? null };
    };
  const isWhole = unit.code === plan.whole.code;
  const cover = coverBlueprint(plan, { unit, period, version, form: isWhole ? "district" : "commune" }, contents);
  const owner = {
    unit: unit.code,
    period: period.id,
    letterhead: `${plan.issuer.vi.toUpperCase()}\n${isWhole ? "" : unitName(unit).toUpperCase()}`.trim(),
    subtitle: [`Kỳ báo cáo: ${periodHeading(period)}`, contents.notice].filter(Boolean).join(" – "),
    isProtected: true,
    signatures: ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"],
  };
  const sheets: SheetBlueprint[] = [
    cover.sheet,
    ...tables.map((table) => tableSheet(table, { ...owner, notes: notesOf(plan, table) }, fill(table))),
    planSheetBlueprint(plan, version),
  ];
  return { title: `${plan.title.vi} – ${unitName(unit)} – ${period.name.vi}`, sheets, names: cover.names };
}

/** Codes, labels and the row's fixed texts; undefined for everything that is typed or computed. */
function fixedValue(row: Row, column: Column): string | undefined {
  const content = contentOf(row, column);
  if (content === "code") return row.code;
  if (row.isTotal && column.key === "name") return row.label.vi;
  if (content !== "label") return undefined;
  return column.key === "name" ? row.label.vi : (row.texts?.get(column.key) ?? "");
}

/** A form being made, as its formulas see it. */
function formSource(tables: readonly Table[], contents: Contents): FormSource {
  const sheets = new Map(
    tables.map((table) => [
      table.id,
      { table, layout: layoutOf(table), rows: new Map(table.rows.map((row) => [row.code, row])) },
    ]),
  );
  const columns = new Map(
    tables.flatMap((table) => table.columns.map((column) => [`${table.id}/${column.key}`, column] as const)),
  );
  return {
    place: ({ table, code, key }: CellKey) => {
      const sheet = sheets.get(table);
      const position = sheet ? positionIn(sheet.layout, code, key) : null;
      return sheet && position ? { sheet: sheet.table.sheet, cell: toA1(position) } : null;
    },
    said: (cell) => {
      const row = sheets.get(cell.table)?.rows.get(cell.code);
      const column = columns.get(`${cell.table}/${cell.key}`);
      if (!row || !column) return { kind: "missing" };
      return readCell({ value: contents.cells.get(contentsKey(cell)) ?? null }, contentOf(row, column));
    },
  };
}

const notesByTable: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  elements: ['Ghi chú: số liệu lũy kế từ đầu năm với nội dung tính theo phát sinh; "Không phát sinh" nhập 0 hoặc "-".'],
  indicators: [
    "Ghi chú: mức tăng, giảm của tỷ lệ tính bằng điểm %; tốc độ tăng, giảm tính bằng %. Ô trống là chưa có số liệu hoặc không so sánh được.",
  ],
  households: ["Ghi chú: mỗi dòng một bản, tiểu khu; dòng không dùng để trống. Cột 9 do biểu tự tính."],
  funds: [
    "Đơn vị tính: triệu đồng. Tỷ lệ giải ngân = đã giải ngân / đã phân bổ × 100; tỷ lệ chung chỉ tính khi nguồn nào cũng đủ hai số.",
  ],
};

function notesOf(plan: Plan, table: Table): readonly string[] {
  const notes = notesByTable[table.id] ?? [];
  return table.id === "indicators" ? [...notes, ...indicatorNotes(plan)] : notes;
}

function indicatorNotes(plan: Plan): readonly string[] {
  const { lastYear, actual } = plan.standards;
  const standards =
    lastYear === actual
      ? null
      : `Cùng kỳ năm trước theo ${lastYear}, kỳ này theo ${actual}: chỉ tiêu dựa trên chuẩn nghèo không so sánh với cùng kỳ.`;
  return [standards, unconfirmedNote(plan)].filter((note) => note !== null);
}
