import type { Phrase } from "../core/language";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What was made of a summary or a consolidation, as the pane and the workbench say it. */
export const made = {
  report: (open: number): Phrase => ({
    vi: open === 0 ? "Đã lập dự thảo báo cáo." : `Đã lập dự thảo báo cáo; còn ${open} chỗ bôi vàng để cơ quan bổ sung.`,
    en:
      open === 0
        ? "The report is drafted."
        : `The report is drafted; ${english(open, "place")} marked yellow ${open === 1 ? "is" : "are"} left for you.`,
  }),
  feedback: (units: number): Phrase => ({
    vi: `Đã lập phiếu phản hồi cho ${units} đơn vị.`,
    en: `Feedback for ${english(units, "unit")} is made.`,
  }),
  nextForms: ({
    forms,
    period,
    blank,
  }: {
    readonly forms: number;
    readonly period: Phrase;
    readonly blank: number;
  }): Phrase => ({
    vi: `Đã lập ${forms} biểu mẫu cho kỳ “${period.vi}”${blank === 0 ? "" : `; ${blank} biểu để trống kỳ gốc vì không có báo cáo trước được nhận`}.`,
    en: `${english(forms, "form")} of “${period.en}” ${forms === 1 ? "is" : "are"} made${blank === 0 ? "" : `; ${blank} without a baseline, for want of an accepted report`}.`,
  }),
  noteName: { vi: "doc-truoc.txt", en: "read-me.txt" },
  downloaded: (said: Phrase, name: string): Phrase => ({
    vi: `${said.vi} Tệp ${name} nằm trong thư mục Tải xuống (Downloads).`,
    en: `${said.en} ${name} is in your Downloads folder.`,
  }),
  opened: (said: Phrase, name: string): Phrase => ({
    vi: `${said.vi} ${name} đã mở thành sổ mới.`,
    en: `${said.en} ${name} is open as a new workbook.`,
  }),
  cannotDownload: {
    vi: "Excel trên máy này không cho bảng lưu tệp (máy Mac, iPad). Mở biểu tổng hợp trong bàn làm việc trên trình duyệt, hoặc trong Excel trên web, rồi bấm lại ở đó.",
    en: "Excel on this machine (Mac, iPad) lets no pane save files. Open the summary in the workbench in a browser, or in Excel on the web, and press it there.",
  },
} as const;

/** What can be made of a summary, beside the buttons that make it. */
export const fromSummaryWords = {
  title: { vi: "Từ biểu tổng hợp này", en: "From this summary" },
  hint: {
    vi: "Báo cáo là tệp Word; phiếu là sổ Excel, mỗi đơn vị một trang; Kỳ tiếp theo là biểu mẫu của mọi đơn vị, đã điền sẵn kỳ gốc.",
    en: "The report is a Word file; the sheets are a workbook, a page for each unit; Next period gives every unit's form with its baseline filled in.",
  },
  feedbackNeeds: {
    vi: "Phiếu phản hồi cần kết quả kiểm tra: thả các báo cáo vào rồi bấm Tổng hợp trước.",
    en: "Feedback needs the findings: give the reports and consolidate them first.",
  },
} as const;
