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
    for (const { unit, file } of received.refused) {
      yield {
        at: wholeFile,
        code: unit.code,
        file,
        facts: { unit: unitName(unit), code: unit.code, files: [excerpt(file, 120)], count: 1 },
      };
    }
  },
  what: ({ unit, code, files, count }) =>
    count === 1
      ? {
          vi: `${unit} (${code}): báo cáo gửi sau (${files.join("; ")}) còn lỗi, nên số đang tính vẫn là của báo cáo trước trong biểu.`,
          en: `${unit} (${code}): the later report (${files.join("; ")}) has errors, so what counts is still the earlier one in the summary.`,
        }
      : {
          vi: `${unit} (${code}) có ${count} báo cáo khác nhau: ${files.join("; ")}.`,
          en: `${unit} (${code}) has ${count} different reports: ${files.join("; ")}.`,
        },
  why: {
    vi: "Mỗi đơn vị chỉ được tính bằng một báo cáo đúng, để không cộng trùng hoặc cộng nhầm; chưa biết là báo cáo nào thì chưa ghi biểu tổng hợp.",
    en: "A unit counts with one good report, so that nothing is counted twice or wrongly; until it is known which one, no summary is written.",
  },
  todo: ({ count }) =>
    count === 1
      ? {
          vi: "Mở báo cáo gửi sau để xem lỗi, đề nghị đơn vị sửa và gửi lại, rồi tổng hợp lại.",
          en: "Open the later report to see its errors, have the unit mend and send it again, and consolidate again.",
        }
      : {
          vi: "Chọn một báo cáo và bỏ các tệp còn lại ra khỏi thư mục, rồi tổng hợp lại.",
          en: "Choose one of them, take the other files out of the folder, and consolidate again.",
        },
  toUnit: ({ count }) =>
    count === 1
      ? {
          vi: "Sửa các lỗi của báo cáo gửi sau rồi gửi lại.",
          en: "Put the errors of the later report right and send it again.",
        }
      : {
          vi: "Báo rõ báo cáo nào là báo cáo đúng; chỉ gửi một báo cáo.",
          en: "Say which report is the right one; send one only.",
        },
});
