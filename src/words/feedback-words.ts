import type { Severity } from "../core/finding";
import type { Phrase } from "../core/language";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The fixed words of the sheet that answers a unit's report. */
export const feedbackWords = {
  title: { vi: "PHIẾU PHẢN HỒI BÁO CÁO", en: "FEEDBACK ON THE REPORT" },
  sheet: (unit: string): Phrase => ({ vi: `Phiếu ${unit}`, en: `Feedback ${unit}` }),
  to: (unit: Phrase): Phrase => ({
    vi: `Kính gửi: Ủy ban nhân dân ${unit.vi}`,
    en: `To: People's Committee of ${unit.en}`,
  }),
  period: (period: Phrase): Phrase => ({ vi: `Kỳ báo cáo: ${period.vi}`, en: `Period: ${period.en}` }),
  made: (day: Phrase): Phrase => ({ vi: `Lập ngày ${day.vi}`, en: `Made on ${day.en}` }),
  basis: ({
    have,
    all,
    state,
    madeBy,
  }: {
    readonly have: number;
    readonly all: number;
    readonly state: string;
    readonly madeBy: string;
  }): Phrase => ({
    vi: `Theo biểu tổng hợp đã tính ${have}/${all} đơn vị (trạng thái ${state}), lập bằng ${madeBy}.`,
    en: `From the summary as it counts ${have} of ${all} units (state ${state}), made by ${madeBy}.`,
  }),
  page: { vi: "Trang", en: "Page" },
  receipt: { vi: "1. Tình hình gửi báo cáo", en: "1. Receipt of the report" },
  first: { vi: "2. Việc cần làm trước", en: "2. What to do first" },
  indicators: { vi: "4. Kết quả thực hiện các chỉ tiêu", en: "4. Results by indicator" },
  findings: { vi: "3. Những chỗ cần sửa hoặc xem lại", en: "3. What to put right or look at again" },
  code: { vi: "Mã", en: "Code" },
  indicator: { vi: "Chỉ tiêu", en: "Indicator" },
  target: { vi: "Kế hoạch", en: "Plan" },
  value: { vi: "Thực hiện", en: "Result" },
  progress: { vi: "% kế hoạch", en: "% of plan" },
  status: { vi: "Đánh giá", en: "Status" },
  rank: { vi: "Xếp hạng", en: "Rank" },
  severity: { vi: "Mức", en: "Kind" },
  what: { vi: "Ở đâu, điều gì", en: "Where and what" },
  todo: { vi: "Cần làm", en: "To do" },
  severities: {
    error: { vi: "Lỗi", en: "Error" },
    warning: { vi: "Cảnh báo", en: "Warning" },
    note: { vi: "Lưu ý", en: "Note" },
  } satisfies Readonly<Record<Severity, Phrase>>,
  nothingFound: { vi: "Không có lỗi, không có cảnh báo.", en: "No errors and no warnings." },
  wholeFile: { vi: "Cả tệp", en: "The whole file" },
  unknownFindings: {
    vi: "Báo cáo này lấy từ biểu tổng hợp đã có, nên không còn nội dung từng phát hiện. Kiểm tra lại tệp báo cáo để xem.",
    en: "This report was taken from an earlier summary, which does not hold the findings. Check the report's own file to see them.",
  },
  noReport: {
    vi: "Chưa có báo cáo nên chưa có nội dung này.",
    en: "There is no report, so there is nothing here yet.",
  },
  unread: {
    vi: "Chưa đọc được số liệu của báo cáo nên chưa có kết quả chỉ tiêu.",
    en: "The figures of the report could not be read, so there are no results.",
  },
  more: (count: number): Phrase => ({
    vi: `… và ${count} chỗ nữa: bấm Kiểm tra trên tệp báo cáo để xem tất cả.`,
    en: `… and ${count} more: check the report's file to see all of them.`,
  }),
  signature: { vi: "NGƯỜI LẬP PHIẾU", en: "PREPARED BY" },
  signatureNote: { vi: "(ký, ghi rõ họ tên)", en: "(signature and full name)" },
} as const;

/** Whether the report came, when, and whether it counts. */
export const receiptWords = {
  missing: (due: Phrase | null): Phrase => ({
    vi: `Chưa gửi báo cáo${due ? ` (hạn gửi ${due.vi})` : ""}. Số liệu của đơn vị chưa có trong biểu tổng hợp.`,
    en: `No report was received${due ? ` (it was due on ${due.en})` : ""}. The summary has no figures of this unit.`,
  }),
  onTime: (day: Phrase | null): Phrase => ({
    vi: `Đã gửi báo cáo${day === null ? "" : ` (ngày báo cáo ${day.vi})`}, đúng hạn.`,
    en: `Received${day === null ? "" : ` (dated ${day.en})`}, on time.`,
  }),
  late: (day: Phrase | null, days: number | null): Phrase => ({
    vi: `Đã gửi báo cáo${day === null ? "" : ` (ngày báo cáo ${day.vi})`}, muộn${days === null ? "" : ` ${days} ngày`} so với hạn.`,
    en: `Received${day === null ? "" : ` (dated ${day.en})`}, ${days === null ? "late" : `${english(days, "day")} late`}.`,
  }),
  noDate: {
    vi: "Đã gửi báo cáo; chưa rõ ngày báo cáo nên chưa đánh giá được thời hạn.",
    en: "Received; its date is not clear, so nobody can say whether it was on time.",
  },
  counted: { vi: "Số liệu đã được tính vào biểu tổng hợp.", en: "Its figures are counted in the summary." },
  countedWithErrors: {
    vi: "Số liệu còn lỗi nhưng vẫn được tính vào biểu tổng hợp; kết quả và xếp hạng dưới đây là tạm tính.",
    en: "Its figures have errors but are counted; the results and ranks below are provisional.",
  },
  refused: {
    vi: "Báo cáo còn lỗi nên số liệu chưa được tính vào biểu tổng hợp; kết quả dưới đây là tạm tính, không xếp hạng.",
    en: "The report has errors and is left out of the summary; the results below are provisional and not ranked.",
  },
  otherStage: (own: string, whole: string): Phrase => ({
    vi: `Báo cáo ghi mức độ số liệu “${own}”, biểu tổng hợp theo mức độ “${whole}”, nên số liệu chưa được tính; kết quả dưới đây không xếp hạng.`,
    en: `The report is of the stage “${own}” and the summary of the stage “${whole}”, so it is left out; the results below are not ranked.`,
  }),
} as const;

/** The first things to do, in a sentence each. */
export const firstWords = {
  send: {
    vi: "Gửi báo cáo theo biểu mẫu của kỳ này về cơ quan nhận báo cáo.",
    en: "Send the report in this period's form.",
  },
  sendOnTime: { vi: "Kỳ sau gửi báo cáo đúng hạn.", en: "Send the next report on time." },
  mend: (count: number, where: string): Phrase => ({
    vi: `Sửa ${count} lỗi rồi gửi lại báo cáo, bắt đầu từ: ${where}.`,
    en: `Put ${english(count, "error")} right and send the report again, beginning with: ${where}.`,
  }),
  otherStage: {
    vi: "Sửa mức độ số liệu trên Bìa nếu ghi nhầm; nếu không, gửi báo cáo đúng mức độ số liệu.",
    en: "Put the stage on the cover right if it is a slip; else send the report of the right stage.",
  },
  explain: (count: number): Phrase => ({
    vi: `Xem lại ${count} cảnh báo: sửa số liệu, hoặc ghi giải trình nếu số liệu đúng.`,
    en: `Look at ${english(count, "warning")} again: put the figures right, or explain them where they are right.`,
  }),
  fill: (codes: string): Phrase => ({
    vi: `Bổ sung số liệu cho các chỉ tiêu: ${codes}.`,
    en: `Supply the figures of: ${codes}.`,
  }),
  behind: (codes: string): Phrase => ({
    vi: `Tập trung thực hiện các chỉ tiêu chậm hoặc chưa đạt: ${codes}.`,
    en: `Give priority to the indicators that are behind or not met: ${codes}.`,
  }),
  nothing: { vi: "Không có việc gì phải sửa. Cảm ơn đơn vị.", en: "There is nothing to put right. Thank you." },
} as const;

/** What the ranks and the common values rest on. */
export const rankNotes = {
  how: {
    vi: "Xếp hạng theo giá trị chỉ tiêu giữa các đơn vị có số liệu: chỉ tiêu giảm nghèo thì tỷ lệ thấp đứng trước, chỉ tiêu khác thì giá trị cao đứng trước; bằng nhau thì cùng hạng. Chỉ tiêu theo dõi không xếp hạng.",
    en: "Ranked by value among the units that have one: low poverty rates come first, high values otherwise; equals share a rank. Indicators that are only watched are not ranked.",
  },
  provisional: (have: number, all: number): Phrase => ({
    vi: `Mới có số liệu được tính của ${have}/${all} đơn vị: giá trị chung và xếp hạng là tạm tính.`,
    en: `The figures of ${have} of ${all} units are counted: common values and ranks are provisional.`,
  }),
} as const;
