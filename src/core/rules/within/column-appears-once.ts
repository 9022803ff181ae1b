import { columnName } from "../naming/column-names";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "column-appears-once",
  severity: "error",
  title: { vi: "Mỗi cột chỉ có một lần.", en: "Every column stands once." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "column-twice") continue;
      const column = fault.table.columns.find(({ key }) => key === fault.key);
      if (!column) continue;
      yield { at: fault.at, code: null, facts: { sheet: fault.at.sheet, column: columnName(column) } };
    }
  },
  what: ({ sheet, column }) => ({
    vi: `Sheet “${sheet}” có hai cột cùng là “${column.vi}”; cột thứ hai không được đọc.`,
    en: `The sheet “${sheet}” has two columns for “${column.en}”; the second is not read.`,
  }),
  why: {
    vi: "Không thể biết số liệu đúng nằm ở cột nào.",
    en: "Nobody can tell which of the two holds the right figures.",
  },
  todo: {
    vi: "Giữ lại cột có số liệu đúng, xóa cột còn lại.",
    en: "Keep the column with the right figures and delete the other.",
  },
});
