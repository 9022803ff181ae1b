import { isTableId } from "../../form/table";
import { blankSheetMends } from "../mends/remade-mend";
import { defineRule, wholeFile, type Report } from "../rule";

export default defineRule({
  id: "sheet-is-present",
  severity: "error",
  title: { vi: "Mọi sheet của biểu mẫu đều còn.", en: "Every sheet of the form is there." },
  *find({ reading, remake }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "no-sheet") continue;
      const { id, sheet } = fault.table;
      yield {
        at: wholeFile,
        code: null,
        facts: { sheet },
        mends: isTableId(id) ? blankSheetMends(remake(id), sheet) : [],
      };
    }
  },
  what: ({ sheet }) => ({
    vi: `Thiếu sheet “${sheet}”: không có sheet nào mang khóa, tiêu đề hay mã số của sheet này.`,
    en: `The sheet “${sheet}” is gone: no sheet has its keys, its headings or its codes.`,
  }),
  why: {
    vi: "Cả một phần báo cáo không có số liệu để kiểm tra và tổng hợp.",
    en: "A whole part of the report is left out of checks and totals.",
  },
  todo: ({ sheet }) => ({
    vi: `Chép sheet “${sheet}” từ biểu mẫu chuẩn của đơn vị vào tệp này và nhập lại số liệu.`,
    en: `Copy the sheet “${sheet}” from the unit's standard form into this file and enter its figures again.`,
  }),
});
