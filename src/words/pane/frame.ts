import type { Phrase } from "../../core/language";

/** The verbs of the pane, the ribbon and the workbench: other programs and people rely on these names. */
export const verbs = {
  check: { vi: "Kiểm tra", en: "Check" },
  computeProgress: { vi: "Tính tiến độ", en: "Compute progress" },
  consolidate: { vi: "Tổng hợp", en: "Consolidate" },
  seal: { vi: "Chốt số liệu", en: "Seal" },
  mend: { vi: "Sửa", en: "Mend" },
  mendAll: { vi: "Sửa tất cả", en: "Mend all" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  newForm: { vi: "Tạo biểu mẫu", en: "New form" },
  goToCell: { vi: "Đi đến ô", en: "Go to cell" },
  chooseFiles: { vi: "Chọn tệp", en: "Choose files" },
  writeSummary: { vi: "Ghi biểu tổng hợp", en: "Write the summary" },
  openSample: { vi: "Mở báo cáo mẫu", en: "Open the sample" },
  stop: { vi: "Dừng", en: "Stop" },
  explain: { vi: "Ghi giải trình", en: "Save the explanation" },
  usePlanBook: { vi: "Dùng kế hoạch này", en: "Use this plan" },
  draftReport: { vi: "Dự thảo báo cáo", en: "Draft report" },
  feedback: { vi: "Phiếu phản hồi", en: "Feedback sheets" },
  feedbackFiles: { vi: "Phiếu phản hồi, mỗi đơn vị một tệp", en: "Feedback, a file for each unit" },
  takeAnswersOut: { vi: "Bỏ phiếu phản hồi khỏi sổ", en: "Take the feedback sheets out" },
  nextPeriod: { vi: "Kỳ tiếp theo", en: "Next period" },
  trace: { vi: "Xem số này gồm gì", en: "See what it is made of" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What stands around every panel. */
export const frameWords = {
  title: { vi: "Theo dõi kế hoạch", en: "Plan monitor" },
  back: { vi: "Trang đầu", en: "Home" },
  settings: { vi: "Cài đặt", en: "Settings" },
  dismiss: { vi: "Đóng thông báo", en: "Dismiss" },
  busy: { vi: "Đang làm việc", en: "Working" },
  undoes: (name: Phrase): Phrase => ({ vi: `Hoàn tác: ${name.vi}`, en: `Undo: ${name.en}` }),
  nothingToUndo: { vi: "Chưa có gì để hoàn tác", en: "Nothing to undo" },
  undone: (name: Phrase): Phrase => ({ vi: `Đã hoàn tác: ${name.vi}.`, en: `Undone: ${name.en}.` }),
  userChanged: (name: Phrase, place: string): Phrase => ({
    vi: `Không hoàn tác được "${name.vi}": ô ${place} đã được sửa sau đó. Chưa thay đổi gì.`,
    en: `"${name.en}" cannot be undone: cell ${place} was changed since. Nothing was changed.`,
  }),
  reading: { vi: "Đang đọc sổ", en: "Reading the workbook" },
  checking: { vi: "Đang kiểm tra", en: "Checking" },
  computing: { vi: "Đang tính tiến độ", en: "Computing progress" },
  mending: { vi: "Đang sửa", en: "Mending" },
  sealing: { vi: "Đang chốt số liệu", en: "Sealing" },
  undoing: { vi: "Đang hoàn tác", en: "Undoing" },
  explaining: { vi: "Đang ghi giải trình", en: "Saving the explanation" },
  consolidating: { vi: "Đang tổng hợp", en: "Consolidating" },
  writing: { vi: "Đang ghi biểu tổng hợp", en: "Writing the summary" },
  answering: { vi: "Đang ghi phiếu phản hồi", en: "Writing the feedback sheets" },
  takingOut: { vi: "Đang bỏ phiếu phản hồi", en: "Taking the feedback sheets out" },
  making: { vi: "Đang tạo tệp", en: "Making the file" },
  tracing: { vi: "Đang xem", en: "Looking" },
  stopped: { vi: "Đã dừng. Chưa ghi gì vào sổ.", en: "Stopped. Nothing was written." },
  changedMeanwhile: (place: string): Phrase => ({
    vi: `Ô ${place} vừa thay đổi, nên chưa ghi gì. Bấm Kiểm tra để xem lại.`,
    en: `Cell ${place} has just changed, so nothing was written. Press Check to look again.`,
  }),
  sheetIsNeeded: (place: string): Phrase => ({
    vi: `Ô ${place} có công thức lấy từ sheet phải bỏ, nên chưa ghi gì. Xóa công thức đó rồi làm lại.`,
    en: `Cell ${place} has a formula that leads to a sheet which has to go, so nothing was written. Clear it and try again.`,
  }),
  doneUnseen: {
    vi: "Việc vừa rồi đã xong, nhưng chưa đọc lại được sổ. Bấm Kiểm tra để xem lại.",
    en: "It is done, but the workbook could not be looked at again. Press Check to see how it stands.",
  },
  engineFellOver: {
    vi: "Phần tính toán bị dừng đột ngột; chưa ghi gì vào sổ. Làm lại; nếu vẫn vậy, chọn ít tệp hơn mỗi lần.",
    en: "The engine broke down; nothing was written. Try again; if it happens again, give fewer files at a time.",
  },
  unforeseen: {
    vi: "Có lỗi ngoài dự kiến; chưa chắc việc vừa rồi đã xong. Bấm Kiểm tra để xem lại.",
    en: "Something unforeseen went wrong; the last step may not have been done. Press Check to look again.",
  },
} as const;

/** The first screen. */
export const homeWords = {
  looking: { vi: "Đang xem sổ này là gì…", en: "Looking at this workbook…" },
  formVersion: (version: string): Phrase => ({ vi: `Biểu mẫu ${version}`, en: `Form ${version}` }),
  notChecked: { vi: "chưa kiểm tra", en: "not checked yet" },
  sealedOn: (day: string): Phrase => ({ vi: `đã chốt ngày ${day}`, en: `sealed on ${day}` }),
  summaryOf: (period: Phrase): Phrase => ({
    vi: `Biểu tổng hợp · ${period.vi}`,
    en: `District summary · ${period.en}`,
  }),
  received: (have: number, all: number): Phrase => ({
    vi: `${have}/${all} đơn vị đã nộp`,
    en: `${have} of ${all} units received`,
  }),
  plan: { vi: "Sổ này là một kế hoạch.", en: "This workbook is a plan." },
  neither: { vi: "Chưa mở báo cáo xã hay biểu tổng hợp.", en: "No commune report and no summary is open." },
  reportsWithin: (count: number): Phrase => ({
    vi: `Trong sổ này đã có ${count} biểu xã.`,
    en: `This workbook holds ${count} commune reports already.`,
  }),
  steps: {
    report: [
      { vi: "Kiểm tra: xem chỗ nào chưa đúng và sửa.", en: "Check: see what is wrong and put it right." },
      { vi: "Tính tiến độ: xem từng chỉ tiêu đạt đến đâu.", en: "Compute progress: see how each indicator stands." },
      { vi: "Chốt số liệu, lưu tệp rồi gửi về huyện.", en: "Seal, save the file and send it to the district." },
    ],
    summary: [
      { vi: "Thả thêm báo cáo nộp muộn để ghép vào.", en: "Drop late reports to merge them." },
      { vi: "Chọn một ô tổng để xem số đó gồm những gì.", en: "Select a total to see what it is made of." },
      { vi: "In hoặc gửi biểu như vẫn làm.", en: "Print or send it as you always do." },
    ],
    plan: [
      {
        vi: "Sửa các ô màu vàng nhạt: mục tiêu, đơn vị, kỳ báo cáo.",
        en: "Change the pale yellow cells: targets, units, periods.",
      },
      {
        vi: "Bấm Dùng kế hoạch này; chỗ nào chưa đúng sẽ được nêu ra.",
        en: "Press Use this plan; whatever is wrong is told.",
      },
      { vi: "Lưu tệp, để lần sau dùng lại ở Cài đặt.", en: "Save the file, to use it again from Settings." },
    ],
    neither: [
      { vi: "Xã: tạo biểu mẫu rồi điền số liệu.", en: "Commune: make a form and fill it in." },
      {
        vi: "Huyện: thả các báo cáo xã vào đây để tổng hợp.",
        en: "District: drop the commune reports to consolidate.",
      },
      { vi: "Mới dùng: mở báo cáo mẫu để thử.", en: "New here: open the sample and try." },
    ],
  },
  sealHint: {
    vi: "Chốt được khi không còn lỗi và mỗi cảnh báo đã có giải trình.",
    en: "Possible when no error is left and each warning has its explanation.",
  },
  needsExcel: {
    vi: "Phần bổ trợ này chạy trong Excel 2021, Microsoft 365, Excel trên web hoặc Excel cho Mac. Mở nó từ thẻ “Theo dõi kế hoạch” của Excel.",
    en: "This add-in runs in Excel 2021, Microsoft 365, Excel on the web or Excel for Mac. Open it from the tab “Plan monitor” in Excel.",
  },
  tooOld: {
    vi: "Excel này cũ hơn mức cần có (Excel 2021). Hãy dùng Excel 2021, Microsoft 365, Excel trên web, hoặc gửi báo cáo như vẫn làm: huyện sẽ kiểm tra giúp.",
    en: "This Excel is older than what is needed (Excel 2021). Use Excel 2021, Microsoft 365 or Excel on the web, or send the report as before: the district will check it.",
  },
} as const;
