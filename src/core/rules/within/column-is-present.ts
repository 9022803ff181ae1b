import type { Table } from "../../form/table";
import { columnName } from "../naming/column-names";
import { sheetMends } from "../mends/remade-mend";
import { defineRule, type Report } from "../rule";

/** The live check column, the formulas' helpers and fixed labels hold no figures of the report. */
function isOfReport(table: Table, key: string): boolean {
  const column = table.columns.find((candidate) => candidate.key === key);
  return column !== undefined && key !== "check" && column.isHelper !== true && column.content !== "label";
}

export default defineRule({
  id: "column-is-present",
  severity: "error",
  title: { vi: "Mọi cột số liệu của biểu mẫu đều còn.", en: "Every column of figures of the form is there." },
  *find({ reading, remake }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "no-column" || !isOfReport(fault.table, fault.key)) continue;
      const column = fault.table.columns.find(({ key }) => key === fault.key);
      if (!column) continue;
      yield {
        at: { sheet: fault.sheet, cell: null },
        code: null,
        facts: { sheet: fault.sheet, column: columnName(column), heading: column.tiers.join(" – ") },
        mends: sheetMends(remake(fault.table.id), fault.sheet),
      };
    }
  },
  what: ({ sheet, column, heading }) => ({
    vi: `Sheet “${sheet}” thiếu cột “${heading}” (${column.vi}): không còn cả khóa lẫn tiêu đề của cột.`,
    en: `The sheet “${sheet}” has no column “${heading}” (${column.en}): both its key and its heading are gone.`,
  }),
  why: {
    vi: "Không còn cột này thì mọi số liệu của cột đều bị coi là chưa có.",
    en: "Without the column all its figures count as missing.",
  },
  todo: {
    vi: "Bấm Hoàn tác nếu vừa xóa; nếu không, chép lại cột từ biểu mẫu chuẩn và nhập lại số liệu.",
    en: "Undo if it was just deleted; else copy the column from the standard form and enter its figures again.",
  },
});
