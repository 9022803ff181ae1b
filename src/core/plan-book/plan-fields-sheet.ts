import type { CellBlueprint, RowBlueprint, SheetBlueprint } from "../blueprint";
import { lineHeight, linesOf } from "../form/line-count";
import { colours, looks } from "../form/looks";
import type { Plan } from "../plan/plan";
import { valueAt } from "../plan/tree";
import { listOf, lookOf, noteLook, planRows } from "./plan-layout";
import { writePlanCell } from "./plan-cell";
import type { PlanColumn } from "./plan-column";
import { planFields } from "./plan-fields";

/** The first sheet: a field a row, English beside where there are two languages. */
export const fieldsSheet = "Kế hoạch";

/** Its columns: by key where that row is there, else by heading. */
export const fieldColumns = [
  { key: "field_label", heading: "Nội dung", width: 34 },
  { key: "field_value", heading: "Giá trị", width: 52 },
  { key: "field_english", heading: "Tiếng Anh", width: 44 },
  { key: "field_note", heading: "Hướng dẫn", width: 44 },
  { key: "field_key", heading: "Khóa", width: 8 },
] as const;

const hint = "Sửa ở cột Giá trị. Sửa xong, lưu lại rồi kiểm tra bằng lệnh plan-monitor plan.";

/** Kế hoạch: whose plan it is, which standards it rests on, and when the program asks back. */
export function planFieldsSheet(plan: Plan): SheetBlueprint {
  const rows = new Map<number, RowBlueprint>([
    [planRows.title, { height: 22 }],
    [planRows.headings, { height: 20 }],
    [planRows.keys, { isHidden: true }],
  ]);
  const cells: CellBlueprint[] = [
    { row: planRows.title, column: 0, value: "KẾ HOẠCH", look: { ...looks.title, across: "left" } },
    { row: planRows.hint, column: 0, value: hint, look: { isItalic: true, size: 11, colour: colours.quiet } },
    ...fieldColumns.flatMap(({ key, heading }, column): CellBlueprint[] => [
      { row: planRows.headings, column, value: heading, look: looks.heading },
      { row: planRows.keys, column, value: key, look: looks.key },
    ]),
  ];
  for (const [index, { value, english }] of planFields.entries()) {
    const row = planRows.first + index;
    const [said, inEnglish] = [value, english].map((column) => (column ? cellOf(plan, column) : null));
    cells.push(
      { row, column: 0, value: value.heading, look: { ...looks.fieldLabel, wraps: true } },
      { row, column: 1, value: said ?? null, look: { ...lookOf(value.content), across: "left", wraps: true } },
      { row, column: 2, value: inEnglish ?? null, look: english ? looks.textInput : looks.label },
      { row, column: 3, value: value.note, look: noteLook },
      { row, column: 4, value: value.key, look: looks.key },
    );
    const texts = [value.heading, said, inEnglish, value.note].map((text) => (typeof text === "string" ? text : ""));
    const lines = texts.map((text, column) => linesOf(text, (fieldColumns[column]?.width ?? 40) * 0.92));
    rows.set(row, { height: Math.max(...lines) * lineHeight + 4 });
  }
  return {
    name: fieldsSheet,
    visibility: "visible",
    columns: fieldColumns.map(({ key, width }) => ({ width, ...(key === "field_key" ? { isHidden: true } : {}) })),
    rows,
    cells,
    merges: [],
    lists: planFields.flatMap(({ value }, index) => {
      const row = planRows.first + index;
      return listOf(plan, value.content, { top: row, bottom: row, column: 1 });
    }),
    inputs: [],
    conditions: [],
    freeze: { rows: planRows.first, columns: 1 },
    isProtected: false,
    print: {
      orientation: "landscape",
      fitsWidth: true,
      area: { top: 0, left: 0, bottom: planRows.first + planFields.length - 1, right: 3 },
    },
  };
}

function cellOf(plan: Plan, { path, content }: PlanColumn) {
  return writePlanCell(
    valueAt(
      plan,
      path(() => ""),
    ),
    content,
  );
}
