import { unitName } from "../../plan/lookups";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Together } from "../rule";

export default defineRule({
  id: "unit-reports-once",
  severity: "error",
  title: { vi: "Mỗi đơn vị chỉ có một báo cáo.", en: "Every unit reports once." },
  *find({ received }: Together) {
    for (const { unit, files } of received.rivals) {
      const names = files.map((file) => excerpt(file, 120));
      yield {
        at: wholeFile,
        code: unit.code,
        facts: { unit: unitName(unit), code: unit.code, files: names, count: files.length },
      };
    }
  },
  what: ({ unit, code, files, count }) => ({
    vi: `${unit} (${code}) có ${count} báo cáo khác nhau: ${files.join("; ")}.`,
    en: `${unit} (${code}) has ${count} different reports: ${files.join("; ")}.`,
  }),
  why: {
    vi: "Chưa biết báo cáo nào đúng thì chưa ghi biểu tổng hợp, để không cộng trùng hoặc cộng nhầm.",
    en: "Until it is known which one holds, no summary is written: none may be counted twice or wrongly.",
  },
  todo: {
    vi: "Chọn một báo cáo và bỏ các tệp còn lại ra khỏi thư mục, rồi tổng hợp lại.",
    en: "Choose one of them, take the other files out of the folder, and consolidate again.",
  },
});
