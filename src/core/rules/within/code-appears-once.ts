import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "code-appears-once",
  severity: "error",
  title: { vi: "Mỗi mã số chỉ có một dòng.", en: "Every code has one row." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "code-twice") continue;
      const { code, label } = fault.row;
      yield {
        at: fault.at,
        code,
        facts: {
          code,
          label: { vi: excerpt(label.vi, 90), en: excerpt(label.en, 90) },
          first: fault.first.cell,
          second: fault.at.cell,
        },
      };
    }
  },
  what: ({ code, label, first, second }) => ({
    vi: `Hai dòng cùng mang mã ${code} “${label.vi}”: ô ${first} và ô ${second}; dòng thứ hai không được đọc.`,
    en: `Two rows have the code ${code} “${label.en}”: ${first} and ${second}; the second is not read.`,
  }),
  why: {
    vi: "Không thể biết số liệu đúng nằm ở dòng nào.",
    en: "Nobody can tell which of the two holds the right figures.",
  },
  todo: {
    vi: "Giữ lại dòng có số liệu đúng; xóa dòng kia hoặc sửa lại mã số của nó.",
    en: "Keep the row with the right figures; delete the other or put its code right.",
  },
});
