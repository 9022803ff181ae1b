import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type NoReport } from "../rule";

/** More names than this help nobody. */
const namedSheets = 8;

export default defineRule({
  id: "workbook-is-a-standard-report",
  severity: "error",
  title: { vi: "Sổ là biểu báo cáo chuẩn của kế hoạch.", en: "The workbook is a standard report of the plan." },
  *find({ outcome }: NoReport) {
    if (!("notAReport" in outcome)) return;
    const sheets = outcome.sheets.slice(0, namedSheets).map((name) => excerpt(name));
    yield { at: wholeFile, code: null, facts: { sheets, others: outcome.sheets.length - sheets.length } };
  },
  what: ({ sheets, others }) => {
    const list = sheets.map((name) => `“${name}”`).join(", ");
    return {
      vi: `Tệp không phải biểu báo cáo chuẩn: không nhận ra sheet nào (${list}${others > 0 ? ` và ${others} sheet khác` : ""}).`,
      en: `The file is no standard report: none of its sheets is known (${list}${others > 0 ? ` and ${others} more` : ""}).`,
    };
  },
  why: {
    vi: "Số liệu được tìm theo mã trong biểu mẫu chuẩn; sổ khác mẫu thì không có số nào được tính.",
    en: "Figures are found by the codes of the standard form; of any other workbook nothing is counted.",
  },
  todo: {
    vi: "Chọn đúng tệp báo cáo, hoặc chép số liệu vào biểu mẫu chuẩn của kỳ này rồi gửi lại.",
    en: "Choose the right file, or enter the figures in this period's standard form and send that.",
  },
});
