import { fieldName } from "../naming/field-names";
import { defineRule, wholeFile, type Report } from "../rule";

const fields = ["pm_reporter", "pm_phone"] as const;

export default defineRule({
  id: "reporter-is-named",
  severity: "warning",
  title: { vi: "Bìa ghi người lập biểu và số điện thoại.", en: "The cover names the reporter and a telephone number." },
  *find({ reading }: Report) {
    if (reading.summary) return;
    for (const field of fields) {
      const { text = "", at = null } = reading.cover.get(field) ?? {};
      const name = fieldName(field);
      if (at === null) yield { skipped: "sheet-is-gone" as const, about: name, at: wholeFile, code: null };
      else if (text === "") yield { at, code: null, facts: { name, isPhone: field === "pm_phone" } };
    }
  },
  what: ({ name }) => ({ vi: `${name.vi}: chưa ghi.`, en: `${name.en}: not filled in.` }),
  why: {
    vi: "Khi số liệu cần hỏi lại, cơ quan nhận báo cáo phải biết hỏi ai và gọi số nào.",
    en: "When a figure has to be asked about, the receiving body needs to know whom to ask and where to call.",
  },
  todo: ({ isPhone }) =>
    isPhone
      ? {
          vi: "Ghi số điện thoại của người lập biểu vào ô này.",
          en: "Enter the reporter's telephone number in this cell.",
        }
      : { vi: "Ghi họ và tên người lập biểu vào ô này.", en: "Enter the reporter's full name in this cell." },
});
