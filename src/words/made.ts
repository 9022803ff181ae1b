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
  /** `without`: units whose feedback lacks the places to mend. */
  feedback: (units: number, without: number): Phrase => {
    const more = without === 0 ? { vi: "", en: "" } : made.answersWithoutFindings(without);
    return {
      vi: `Đã lập phiếu phản hồi cho ${units} đơn vị. ${more.vi}`.trim(),
      en: `Feedback for ${english(units, "unit")} is made. ${more.en}`.trim(),
    };
  },
  answers: (count: number): Phrase => ({
    vi: `Đã ghi ${count} phiếu phản hồi vào sổ, sau các sheet của biểu. Bỏ phiếu ra trước khi gửi biểu lên cấp trên.`,
    en: `${english(count, "feedback sheet")} ${count === 1 ? "stands" : "stand"} in the workbook now, behind the summary's own. Take them out before you send the summary on.`,
  }),
  answersWithoutFindings: (units: number): Phrase => ({
    vi: `Phiếu của ${units} đơn vị không có từng chỗ cần sửa, vì biểu tổng hợp không giữ; chọn cả tệp báo cáo của các đơn vị đó rồi tổng hợp lại để phiếu có phần này.`,
    en: `The feedback for ${english(units, "unit")} does not tell the places to mend, which the summary does not hold; choose the report files of these units, too, and consolidate again to have them.`,
  }),
  answersAreThere: {
    vi: "Các phiếu phản hồi trong sổ đã đúng, không có gì phải ghi.",
    en: "The feedback sheets in the workbook are up to date.",
  },
  answersTakenOut: (count: number): Phrase => ({
    vi: `Đã bỏ ${count} phiếu phản hồi khỏi sổ.`,
    en: `${english(count, "feedback sheet")} ${count === 1 ? "was" : "were"} taken out of the workbook.`,
  }),
  noAnswers: { vi: "Sổ không có phiếu phản hồi nào.", en: "The workbook holds no feedback sheets." },
  answersWentStale: (count: number): Phrase => ({
    vi: `Đã bỏ ${count} phiếu phản hồi lập từ số liệu cũ; bấm Phiếu phản hồi để lập lại.`,
    en: `${english(count, "feedback sheet")} of earlier figures ${count === 1 ? "was" : "were"} taken out; press Feedback sheets to make them again.`,
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
  writeFirst: {
    vi: "Báo cáo, phiếu, biểu mẫu được lập từ biểu đang mở: bấm Ghi biểu tổng hợp trước.",
    en: "The report, the sheets and the forms are made of the open summary: write the summary first.",
  },
  title: { vi: "Từ biểu tổng hợp này", en: "From this summary" },
  hint: {
    vi: "Báo cáo là tệp Word; phiếu là các sheet ghi sau các sheet của biểu, mỗi đơn vị in một trang; Kỳ tiếp theo là biểu mẫu của mọi đơn vị, đã điền sẵn kỳ gốc.",
    en: "The report is a Word file; the feedback sheets stand behind the summary's own, a page for each unit; Next period gives every unit's form with its baseline filled in.",
  },
  hintElsewhere: {
    vi: "Phiếu là một sổ Excel riêng, mỗi đơn vị một trang; mở biểu tổng hợp thì phiếu được ghi vào chính biểu.",
    en: "The feedback sheets are a workbook of their own, a page for each unit; with the summary open they are put into it.",
  },
  answersThere: (count: number): Phrase => ({
    vi: `Trong sổ có ${count} phiếu phản hồi. Biểu gửi lên cấp trên thì bỏ ra.`,
    en: `${english(count, "feedback sheet")} ${count === 1 ? "stands" : "stand"} in the workbook. Take them out before you send the summary on.`,
  }),
  answersStale: (count: number): Phrase => ({
    vi: `${count} phiếu phản hồi trong sổ được lập từ số liệu cũ: lập lại, hoặc bỏ ra.`,
    en: `${english(count, "feedback sheet")} in the workbook ${count === 1 ? "is" : "are"} of earlier figures: make them again or take them out.`,
  }),
  feedbackNeeds: {
    vi: "Phiếu phản hồi cần kết quả kiểm tra: thả các báo cáo vào rồi bấm Tổng hợp trước.",
    en: "Feedback needs the findings: give the reports and consolidate them first.",
  },
} as const;
