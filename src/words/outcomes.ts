import type { Coverage } from "../core/consolidation/consolidation";
import type { Phrase } from "../core/language";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What the command line says of what it did. */
export const outcomes = {
  written: (file: string): Phrase => ({ vi: `Đã ghi: ${file}`, en: `Written: ${file}` }),
  writtenMany: (count: number, folder: string): Phrase => ({
    vi: `Đã ghi ${count} tệp vào ${folder}`,
    en: `${english(count, "file")} written to ${folder}`,
  }),
  exported: (figures: number, reports: number, folder: string): Phrase => ({
    vi: `Đã ghi ${figures} số liệu của ${reports} báo cáo vào ${folder}`,
    en: `${english(figures, "figure")} of ${english(reports, "report")} written to ${folder}`,
  }),
  nothingWritten: {
    vi: "Chưa ghi biểu tổng hợp: chọn một báo cáo cho mỗi đơn vị rồi làm lại.",
    en: "No summary was written: choose one report for each unit and try again.",
  },
  tooLargeToReadBack: {
    vi: "Biểu này lớn hơn mức chương trình đọc lại được: không ghép thêm báo cáo, không lập dự thảo từ nó được. Hãy tổng hợp theo cấp: từng phần trước, rồi tổng hợp các biểu ấy.",
    en: "This summary is larger than what is read back: no report can be added to it, and none drafted from it. Consolidate by levels: parts first, then their summaries.",
  },
  recomputed: (count: number): Phrase => ({
    vi: count === 0 ? "Các ô công thức đã đúng, không ô nào phải viết lại." : `Đã viết lại ${count} ô công thức.`,
    en:
      count === 0
        ? "The computed cells are right; none had to be written again."
        : `${english(count, "computed cell")} written again.`,
  }),
  leftOpen: (count: number): Phrase => ({
    vi: `Dự thảo còn ${count} chỗ bôi vàng, để cơ quan soạn thảo bổ sung.`,
    en: `${english(count, "place")} marked yellow ${count === 1 ? "is" : "are"} left for the drafting body.`,
  }),
  answersReplaced: (count: number): Phrase => ({
    vi: `${count} phiếu phản hồi cũ trong biểu đã được thay.`,
    en: `${english(count, "older feedback sheet")} of the summary ${count === 1 ? "was" : "were"} replaced.`,
  }),
  answersWithoutFindings: (units: number): Phrase => ({
    vi: `Phiếu của ${units} đơn vị không có từng chỗ cần sửa: biểu tổng hợp không giữ. Nêu cả các báo cáo của biểu để phiếu có phần này.`,
    en: `The sheets of ${english(units, "unit")} do not tell the places to mend: the summary does not hold them. Give its reports, too.`,
  }),
  answersLeftOut: (count: number): Phrase => ({
    vi: `Biểu cũ có ${count} phiếu phản hồi; biểu mới không có, vì số liệu đã khác. Lập lại: plan-monitor feedback … --into.`,
    en: `The earlier summary held ${english(count, "feedback sheet")}; the new one holds none, as its figures differ. Make them again: plan-monitor feedback … --into.`,
  }),
  reading: { vi: "Đang đọc báo cáo", en: "Reading reports" },
  making: { vi: "Đang tạo tệp", en: "Making files" },
} as const;

/** Lines of the report of `check`. */
export const checkWords = {
  unknownUnit: { vi: "chưa rõ đơn vị", en: "unit not known" },
  unknownPeriod: { vi: "chưa rõ kỳ báo cáo", en: "period not known" },
  wholeFile: { vi: "Cả tệp", en: "The whole file" },
  why: { vi: "Vì sao", en: "Why" },
  todo: { vi: "Cần làm", en: "To do" },
  clean: { vi: "không có lỗi", en: "no errors" },
  files: (all: number, faulty: number): Phrase => ({
    vi: faulty === 0 ? `${all} tệp, đều không có lỗi.` : `${all} tệp, ${faulty} tệp có lỗi.`,
    en: faulty === 0 ? `${english(all, "file")}, none with errors.` : `${english(all, "file")}, ${faulty} with errors.`,
  }),
} as const;

/** Lines of the report of `consolidate` and of indicator tables. */
export const tableWords = {
  code: { vi: "Mã", en: "Code" },
  unit: { vi: "Đơn vị", en: "Unit" },
  content: { vi: "Nội dung", en: "Content" },
  report: { vi: "Báo cáo", en: "Report" },
  errors: { vi: "Lỗi", en: "Errors" },
  warnings: { vi: "Cảnh báo", en: "Warnings" },
  received: { vi: "đã nộp", en: "received" },
  onTime: { vi: "đúng hạn", en: "on time" },
  late: { vi: "trễ hạn", en: "late" },
  sealed: { vi: "đã chốt", en: "sealed" },
  carried: { vi: "từ biểu đã có", en: "from the earlier summary" },
  notReceived: { vi: "chưa nộp", en: "not received" },
  refused: { vi: "đã nộp, chưa tính", en: "received, left out" },
  indicator: { vi: "Chỉ tiêu", en: "Indicator" },
  group: { vi: "Nhóm", en: "Group" },
  target: { vi: "Mục tiêu", en: "Target" },
  value: { vi: "Thực hiện", en: "Value" },
  progress: { vi: "Tiến độ", en: "Progress" },
  status: { vi: "Đánh giá", en: "Status" },
  coverage: { vi: "Độ phủ", en: "Coverage" },
  missing: { vi: "Chưa có số liệu", en: "Missing" },
  findings: { vi: "Khi đặt các báo cáo cạnh nhau", en: "The reports laid together" },
  filesWithErrors: { vi: "Tệp còn lỗi", en: "Files with errors" },
  changes: { vi: "Thay đổi so với biểu đã có", en: "Changes against the existing summary" },
  noChanges: { vi: "Không có số nào thay đổi.", en: "No figure has changed." },
  before: { vi: "Trước", en: "Before" },
  after: { vi: "Nay", en: "Now" },
  inPart: ([have, all]: Coverage): Phrase => ({
    vi: `mới có ${have}/${all} báo cáo cấp dưới`,
    en: `${have} of ${all} reports of its own units`,
  }),
  notThere: { vi: "chưa có", en: "missing" },
  more: (count: number, command: string): Phrase => ({
    vi: `… và ${count} lỗi nữa; xem tất cả: ${command}`,
    en: `… and ${count} more; to see all: ${command}`,
  }),
} as const;

/** Answers where có or không is asked. */
export const answerPhrases = {
  yes: { vi: "có", en: "yes" },
  no: { vi: "không", en: "no" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Lines of `trace`. */
export const traceWords = {
  total: { vi: "Tổng", en: "Total" },
  file: { vi: "Tệp", en: "File" },
  sheet: { vi: "Sheet", en: "Sheet" },
  cell: { vi: "Ô", en: "Cell" },
  share: { vi: "Tỷ trọng", en: "Share" },
  noParts: { vi: "Chưa có số liệu nào.", en: "There are no figures." },
} as const;
