import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";
import { isOwnSheet } from "../sheet-marks";

export default defineRule({
  id: "code-is-known",
  severity: "error",
  title: { vi: "Mọi mã số đều có trong biểu mẫu của đơn vị.", en: "Every code is one of the unit's form." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      const table = fault.kind === "unknown-code" ? reading.tables.get(fault.table.id) : undefined;
      if (fault.kind !== "unknown-code" || !table || !isOwnSheet(reading, table)) continue;
      const found = excerpt(fault.code, 30);
      yield { at: fault.at, code: found, facts: { found, sheet: fault.at.sheet } };
    }
  },
  what: ({ found, sheet }) => ({
    vi: `Sheet “${sheet}” có dòng mang mã “${found}” không có trong biểu mẫu của đơn vị.`,
    en: `The sheet “${sheet}” has a row with the code “${found}”, which the unit's form does not have.`,
  }),
  why: {
    vi: "Dòng có mã lạ không được tính, số liệu nhập ở đó sẽ bị bỏ sót.",
    en: "A row with a strange code is not counted: its figures would be lost.",
  },
  todo: {
    vi: "Sửa lại đúng mã số của dòng; nếu là dòng tự thêm thì chuyển số liệu về dòng đúng và xóa dòng này.",
    en: "Put the row's code right; if the row was added, move its figures to the proper row and delete it.",
  },
});
