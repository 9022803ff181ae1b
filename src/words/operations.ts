import type { Phrase } from "../core/language";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What was done to the open workbook, as the undo names it. */
export const operationNames = {
  mend: (count: number): Phrase => ({ vi: `Sửa ${count} lỗi`, en: `Mend ${english(count, "finding")}` }),
  explain: (): Phrase => ({ vi: "Ghi giải trình", en: "Write a reason" }),
  compute: (count: number): Phrase => ({ vi: `Tính lại ${count} ô`, en: `Compute ${english(count, "cell")} anew` }),
  seal: (): Phrase => ({ vi: "Chốt số liệu", en: "Seal the report" }),
  addSummary: (): Phrase => ({ vi: "Ghi biểu tổng hợp", en: "Write the summary" }),
  updateSummary: (): Phrase => ({ vi: "Cập nhật biểu tổng hợp", en: "Update the summary" }),
  answers: (): Phrase => ({ vi: "Ghi phiếu phản hồi", en: "Write the feedback sheets" }),
  withoutAnswers: (): Phrase => ({ vi: "Bỏ phiếu phản hồi", en: "Take the feedback sheets out" }),
} as const;

/** Why something cannot be done in the open workbook, and what to do. */
export const refusals = {
  noReason: (): Phrase => ({ vi: "Nhập nội dung giải trình rồi ghi.", en: "Enter the reason first." }),
  reasonTooLong: (most: number): Phrase => ({
    vi: `Giải trình dài quá ${most} ký tự. Viết ngắn lại.`,
    en: `The reason is longer than ${most} characters. Make it shorter.`,
  }),
  noRoomForReason: (): Phrase => ({
    vi: "Biểu không còn ô để ghi giải trình cho cảnh báo này.",
    en: "The form has no cell left for a reason of this warning.",
  }),
  findingIsGone: (): Phrase => ({
    vi: "Số liệu đã thay đổi và phát hiện này không còn. Kiểm tra lại.",
    en: "The figures have changed and this finding is gone. Check again.",
  }),
  summaryIsNotComputed: (): Phrase => ({
    vi: "Sổ này là biểu tổng hợp. Muốn lập lại, dùng Tổng hợp.",
    en: "This workbook is a summary. Consolidate to make it again.",
  }),
  bookIsAPlan: (): Phrase => ({
    vi: "Sổ này là một kế hoạch, không phải báo cáo.",
    en: "This workbook is a plan and no report.",
  }),
  severalReports: (count: number): Phrase => ({
    vi: `Sổ này có báo cáo của ${count} đơn vị chép chung. Dùng Tổng hợp, hoặc mở riêng từng báo cáo.`,
    en: `This workbook holds the reports of ${count} units. Consolidate them, or open each report by itself.`,
  }),
  nothingConsolidated: (): Phrase => ({
    vi: "Chưa có kết quả tổng hợp. Chọn tệp rồi bấm Tổng hợp.",
    en: "Nothing was consolidated yet. Choose files and consolidate them first.",
  }),
  undecided: (): Phrase => ({
    vi: "Có đơn vị nộp hai báo cáo khác nhau. Bỏ bớt một báo cáo rồi tổng hợp lại.",
    en: "A unit has two different reports. Take one of them away and consolidate again.",
  }),
  notASummary: (): Phrase => ({
    vi: "Sổ đang mở không phải là biểu tổng hợp theo kế hoạch này. Mở biểu tổng hợp rồi bấm lại.",
    en: "The open workbook is no summary by this plan. Open the summary and press it again.",
  }),
  summaryIsNotOfLast: (): Phrase => ({
    vi: "Biểu đang mở chưa có kết quả vừa tổng hợp, nên phiếu sẽ không khớp số của biểu. Bấm Ghi biểu tổng hợp trước.",
    en: "The open summary does not hold what was just consolidated, so the sheets would not fit its figures. Write the summary first.",
  }),
  noPeriodAfter: (period: Phrase): Phrase => ({
    vi: `Kế hoạch đang dùng không có kỳ nào sau ${period.vi}. Vào Cài đặt, chọn tệp kế hoạch của năm sau rồi bấm lại.`,
    en: `The plan in use has no period after ${period.en}. Choose the next year's plan file in Settings and press it again.`,
  }),
  unitIsTwice: (unit: string): Phrase => ({
    vi: `Biểu tổng hợp có hai báo cáo cùng là của ${unit}, nên chưa lập biểu mẫu nào.`,
    en: `The summary holds two reports that are both ${unit}'s, so no form was made.`,
  }),
  otherPlan: (): Phrase => ({
    vi: "Biểu tổng hợp trong sổ này theo một kế hoạch khác. Mở một sổ mới để ghi.",
    en: "The summary in this workbook follows another plan. Write into a new workbook.",
  }),
  otherPeriod: (there: Phrase, wanted: Phrase): Phrase => ({
    vi: `Biểu tổng hợp trong sổ này là của ${there.vi}, còn số liệu vừa tổng hợp là của ${wanted.vi}. Mở một sổ mới để ghi.`,
    en: `The summary in this workbook is of ${there.en}, and what was consolidated is of ${wanted.en}. Write into a new workbook.`,
  }),
  namesAreTaken: (names: readonly string[]): Phrase => ({
    vi: `Sổ này đã có sheet tên ${names.map((name) => `“${name}”`).join(", ")}. Đổi tên các sheet đó, hoặc mở biểu tổng hợp thành sổ riêng.`,
    en: `This workbook has sheets named ${names.map((name) => `“${name}”`).join(", ")} already. Rename them, or open the summary as a workbook of its own.`,
  }),
} as const;
