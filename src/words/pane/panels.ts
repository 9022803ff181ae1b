import type { Phrase } from "../../core/language";
import type { Status } from "../../core/progress/status";
import { statusPhrases } from "../statuses";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** "3 lỗi · 2 cảnh báo"; notes only where there are some. */
export function countsLine({
  error,
  warning,
  note,
}: {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}): Phrase {
  const parts: Phrase[] = [
    { vi: `${error} lỗi`, en: english(error, "error") },
    { vi: `${warning} cảnh báo`, en: english(warning, "warning") },
    ...(note > 0 ? [{ vi: `${note} lưu ý`, en: english(note, "note") }] : []),
  ];
  return { vi: parts.map(({ vi }) => vi).join(" · "), en: parts.map(({ en }) => en).join(" · ") };
}

export const checkPanelWords = {
  findings: { vi: "Những chỗ cần xem", en: "Findings" },
  clean: { vi: "Không có lỗi, không có cảnh báo.", en: "No errors, no warnings." },
  mendable: (count: number): Phrase => ({
    vi: `${count} chỗ máy sửa được`,
    en: `${english(count, "place")} can be mended by machine`,
  }),
  wholeBook: { vi: "Cả sổ", en: "The whole workbook" },
  severities: {
    error: { vi: "Lỗi", en: "Error" },
    warning: { vi: "Cảnh báo", en: "Warning" },
    note: { vi: "Lưu ý", en: "Note" },
  },
  cell: (cell: string): Phrase => ({ vi: `ô ${cell}`, en: `cell ${cell}` }),
  whyAndTodo: { vi: "Vì sao? Cần làm gì?", en: "Why? What to do?" },
  showMore: (count: number): Phrase => ({ vi: `Xem thêm (còn ${count})`, en: `Show more (${count} left)` }),
  becomes: { vi: "sửa thành", en: "becomes" },
  maybe: { vi: "có thể sửa thành", en: "may become" },
  gone: { vi: "đã hết", en: "gone" },
  explanation: { vi: "Giải trình (một dòng)", en: "Explanation (one line)" },
  explained: (reason: string): Phrase => ({ vi: `Đã giải trình: ${reason}`, en: `Explained: ${reason}` }),
  marks: { vi: "Đánh dấu trên sheet", en: "Show marks in the sheet" },
  marksHint: {
    vi: "Dấu tự mất vào ngày mai và không đi theo tệp đã chốt.",
    en: "Marks fade tomorrow and do not travel with a sealed file.",
  },
  morePlaces: (count: number): Phrase => ({ vi: `… ${count} chỗ nữa`, en: `… ${count} more` }),
  unevaluated: (count: number): Phrase => ({
    vi: `Chưa đánh giá được: ${count} chỗ`,
    en: `Not evaluated: ${english(count, "place")}`,
  }),
  sealSays: {
    vi: "Ghi ngày và mã kiểm tra vào Bìa, để mọi thay đổi về sau đều lộ ra. Đây không phải là chữ ký.",
    en: "Writes the day and a digest on the cover, so that any later change shows. It is no signature.",
  },
  sealed: {
    vi: "Đã chốt số liệu. Lưu tệp rồi gửi về huyện.",
    en: "Sealed. Save the file and send it to the district.",
  },
  mended: (count: number): Phrase => ({ vi: `Đã sửa ${count} chỗ.`, en: `Mended ${english(count, "place")}.` }),
  nothingToMend: { vi: "Không có gì máy sửa được.", en: "There is nothing that a machine can mend." },
  explainedNow: { vi: "Đã ghi giải trình.", en: "The explanation is saved." },
  notChecked: { vi: "Chưa kiểm tra. Bấm Kiểm tra để bắt đầu.", en: "Not checked yet. Press Check to begin." },
} as const;

export const progressWords = {
  title: { vi: "Tiến độ", en: "Progress" },
  indicators: { vi: "Các chỉ tiêu", en: "Indicators" },
  target: { vi: "Mục tiêu", en: "Target" },
  ofPlan: { vi: "so với kế hoạch", en: "of plan" },
  computed: (cells: number): Phrase => ({
    vi: cells === 0 ? "Các ô công thức đã đúng." : `Đã tính lại ${cells} ô công thức.`,
    en: cells === 0 ? "The computed cells are right." : `${english(cells, "computed cell")} written again.`,
  }),
  none: { vi: "Chưa có chỉ tiêu nào để xem.", en: "There are no indicators to show." },
  withErrors: (errors: number): Phrase => ({
    vi: `Báo cáo còn ${errors} lỗi: kết quả dưới đây tính cả những ô ấy nên có thể sai. Kiểm tra và sửa trước khi dùng.`,
    en: `The report has ${english(errors, "error")}: what is below counts those cells too and may be wrong. Check and mend before using it.`,
  }),
} as const;

const statusOrder: readonly Status[] = [
  "exceeded",
  "met",
  "on-track",
  "behind",
  "not-met",
  "nil",
  "missing",
  "watched",
];

/** "11 đạt · 4 đúng tiến độ · 3 chậm". */
export function statusLine(statuses: readonly Status[]): Phrase {
  const counted = statusOrder.flatMap((status) => {
    const count = statuses.filter((one) => one === status).length;
    return count === 0 ? [] : [{ count, word: statusPhrases[status] }];
  });
  return {
    vi: counted.map(({ count, word }) => `${count} ${word.vi}`).join(" · "),
    en: counted.map(({ count, word }) => `${count} ${word.en}`).join(" · "),
  };
}

export const consolidationWords = {
  drop: { vi: "Thả các tệp .xlsx vào đây", en: "Drop .xlsx files here" },
  or: { vi: "hoặc", en: "or" },
  chosen: (count: number): Phrase => ({ vi: `Đã chọn ${count} tệp`, en: `${english(count, "file")} chosen` }),
  given: (count: number, replaced: readonly string[]): Phrase =>
    replaced.length === 0
      ? consolidationWords.chosen(count)
      : {
          vi: `Đã chọn ${count} tệp. Tệp cùng tên chọn trước đó đã được thay: ${replaced.join(", ")}.`,
          en: `${english(count, "file")} chosen. Earlier files of the same name are replaced: ${replaced.join(", ")}.`,
        },
  notRead: (names: readonly string[]): Phrase => ({
    vi: `Chưa đọc được ${names.join(", ")}: đó là thư mục, hoặc tệp không còn ở chỗ cũ.`,
    en: `Not read: ${names.join(", ")}. It is a folder, or no longer where it was.`,
  }),
  tooLarge: (names: readonly string[]): Phrase => ({
    vi: `Không nhận ${names.join(", ")}: tệp lớn quá mức của một sổ báo cáo (50 MB).`,
    en: `Not taken: ${names.join(", ")}. No report is larger than 50 MB.`,
  }),
  tooMuch: {
    vi: "Các tệp cộng lại quá 500 MB. Hãy tổng hợp từng phần.",
    en: "These files are more than 500 MB together. Consolidate some of them at a time.",
  },
  clear: { vi: "Bỏ các tệp đã chọn", en: "Clear the files" },
  fileNames: { vi: "Xem tên các tệp", en: "See the names" },
  leaveOut: { vi: "Bỏ", en: "Leave out" },
  leaveOutOne: (name: string): Phrase => ({ vi: `Bỏ tệp ${name}`, en: `Leave out ${name}` }),
  merges: {
    vi: "Báo cáo mới sẽ được ghép vào biểu tổng hợp đang mở.",
    en: "New reports will be merged into the open summary.",
  },
  nothingGiven: { vi: "Hãy chọn các tệp báo cáo trước.", en: "Choose the report files first." },
  allowErrors: {
    vi: "Tính cả báo cáo còn lỗi (biểu sẽ ghi rõ)",
    en: "Let reports with errors in (the summary says so)",
  },
  units: { vi: "Các đơn vị", en: "Units" },
  headline: (have: number, all: number): Phrase => ({
    vi: `${have}/${all} đơn vị`,
    en: `${have} of ${all} units`,
  }),
  notWritten: (have: number, all: number): Phrase => ({
    vi: `Đã đọc báo cáo của ${have}/${all} đơn vị; chưa ghi gì.`,
    en: `Reports of ${have} of ${all} units are read; nothing is written yet.`,
  }),
  /** `whole`: whose own bodies' report is among them, beside those of the units that the headline counts. */
  accepted: (count: number, whole: Phrase | null): Phrase => ({
    vi: `${count} báo cáo đạt yêu cầu${whole ? `, kể cả của ${whole.vi}` : ""}`,
    en: `${english(count, "report")} without errors${whole ? `, that of ${whole.en} included` : ""}`,
  }),
  faulty: (count: number): Phrase => ({
    vi: `${count} báo cáo được tính dù còn lỗi hoặc thiếu số liệu`,
    en: `${english(count, "report")} let in with errors or figures missing`,
  }),
  leftOut: (count: number): Phrase => ({
    vi: `${count} báo cáo chưa được tính`,
    en: `${english(count, "report")} left out`,
  }),
  unused: (count: number): Phrase => ({
    vi: `${count} tệp vừa đưa vào không được tính; vì sao thì xem bên dưới`,
    en: `${english(count, "file")} of those given not counted; why is told below`,
  }),
  otherPeriod: (period: Phrase): Phrase => ({
    vi: `Biểu đang mở là của kỳ “${period.vi}”. Muốn tổng hợp kỳ khác thì làm từ một sổ trống (trong bàn làm việc: tải lại trang).`,
    en: `The open summary is of “${period.en}”. For another period begin with an empty workbook (in the workbench: load the page again).`,
  }),
  missing: { vi: "chưa nộp", en: "not received" },
  refused: { vi: "còn lỗi, chưa tính", en: "has errors, left out" },
  rivals: { vi: "có hai báo cáo khác nhau, chưa tính", en: "two different reports, left out" },
  lacksFigures: { vi: "thiếu số liệu, phần đã có vẫn tính", en: "figures missing, those there count" },
  refusedButIn: { vi: "còn lỗi, vẫn tính", en: "has errors, let in" },
  otherStage: { vi: "khác mức độ số liệu, chưa tính", en: "of another stage, left out" },
  otherStageButIn: { vi: "khác mức độ số liệu, vẫn tính", en: "of another stage, let in" },
  received: { vi: "đã nhận", en: "received" },
  carried: { vi: "đã có trong biểu", en: "in the summary already" },
  onTime: { vi: "đúng hạn", en: "on time" },
  late: (days: number | null): Phrase => ({
    vi: days === null ? "nộp muộn" : `nộp muộn ${days} ngày`,
    en: days === null ? "late" : `${english(days, "day")} late`,
  }),
  sealed: { vi: "đã chốt", en: "sealed" },
  see: { vi: "Xem", en: "See" },
  otherFiles: { vi: "Tệp không thuộc đơn vị nào", en: "Files of no unit" },
  together: { vi: "Khi đặt các báo cáo cạnh nhau", en: "The reports laid together" },
  changes: (count: number): Phrase => ({
    vi: count === 0 ? "Không số nào thay đổi." : `${count} số thay đổi`,
    en: count === 0 ? "No figure changes." : `${english(count, "figure")} change`,
  }),
  goOn: {
    vi: "Có thể ghi ngay: biểu sẽ nói rõ đơn vị nào chưa tính, báo cáo nào còn lỗi.",
    en: "It can be written now: the summary says which units are left out, and which reports have errors.",
  },
  undecided: {
    vi: "Có đơn vị gửi hai báo cáo khác nhau. Bỏ bớt một tệp rồi tổng hợp lại; chưa ghi gì.",
    en: "A unit has two different reports. Leave one out and consolidate again; nothing was written.",
  },
  askedOtherwise: {
    vi: "Các tệp hoặc lựa chọn về báo cáo còn lỗi đã đổi trong lúc tổng hợp, nên chưa ghi gì. Bấm Tổng hợp lại.",
    en: "The files, or whether errors are let in, changed meanwhile, so nothing was written. Consolidate again.",
  },
  nothingRead: { vi: "Không đọc được báo cáo nào.", en: "No report could be read." },
  /** `have`: units whose reports count. */
  written: (have: number, all: number): Phrase => ({
    vi: `Đã ghi biểu tổng hợp: ${have}/${all} đơn vị.`,
    en: `The summary is written: ${have} of ${all} units.`,
  }),
  upToDate: { vi: "Biểu tổng hợp đã đúng, không có gì phải ghi.", en: "The summary is up to date." },
  openBook: { vi: "Mở thành sổ mới", en: "Open as a new workbook" },
} as const;

export const formWords = {
  unit: { vi: "Đơn vị", en: "Unit" },
  period: { vi: "Kỳ báo cáo", en: "Period" },
  makes: {
    vi: "Biểu mẫu mở thành một sổ mới; không ghi gì vào sổ đang mở.",
    en: "The form opens as a new workbook; nothing is written into the open one.",
  },
  made: (name: string): Phrase => ({ vi: `Đã mở ${name} thành sổ mới.`, en: `${name} is open as a new workbook.` }),
} as const;

export const tracePanelWords = {
  title: { vi: "Số này gồm gì", en: "What it is made of" },
  pick: {
    vi: "Chọn một ô số ở TH Số liệu, TH Chỉ tiêu, TH Theo đơn vị hoặc ở bảng số liệu của một đơn vị để xem số đó gồm những gì.",
    en: "Select a figure on TH Số liệu, TH Chỉ tiêu, TH Theo đơn vị or in a unit's table of figures to see what it is made of.",
  },
  made: (cell: string): Phrase => ({ vi: `Ô ${cell} gồm`, en: `Cell ${cell} is made of` }),
  madeOfRow: (cell: string): Phrase => ({
    vi: `Dòng có ô ${cell} gồm`,
    en: `The row of cell ${cell} is made of`,
  }),
  parts: { vi: "Các phần", en: "Parts" },
  missing: (names: string): Phrase => ({ vi: `Chưa có: ${names}`, en: `Missing: ${names}` }),
} as const;

export const settingsWords = {
  title: { vi: "Cài đặt", en: "Settings" },
  language: { vi: "Ngôn ngữ", en: "Language" },
  languages: { vi: { vi: "Tiếng Việt", en: "Tiếng Việt" }, en: { vi: "English", en: "English" } },
  plan: { vi: "Kế hoạch", en: "Plan" },
  loadPlan: { vi: "Dùng tệp kế hoạch khác", en: "Use another plan file" },
  ownPlan: { vi: "Dùng lại kế hoạch có sẵn", en: "Use the built-in plan again" },
  planOpened: (title: Phrase, remarks: readonly Phrase[]): Phrase => ({
    vi: [`Đang dùng kế hoạch: ${title.vi}.`, ...remarks.map(({ vi }) => vi)].join(" "),
    en: [`The plan in use: ${title.en}.`, ...remarks.map(({ en }) => en)].join(" "),
  }),
  planBook: { vi: "Mở kế hoạch thành sổ Excel", en: "Open the plan as a workbook" },
  planBookHint: {
    vi: "Sửa mục tiêu, đơn vị, kỳ báo cáo trong sổ ấy, lưu lại, rồi chọn tệp đó ở “Dùng tệp kế hoạch khác”.",
    en: "Change targets, units or periods in it, save it, and choose that file under “Use another plan file”.",
  },
  thisBook: { vi: "Kế hoạch trong sổ này", en: "The plan in this workbook" },
  planFaulty: (name: Phrase): Phrase => ({
    vi: `${name.vi} không dùng được; vẫn dùng kế hoạch cũ.`,
    en: `${name.en} cannot be used; the plan stays as it was.`,
  }),
  theme: {
    vi: "Màu sắc theo cài đặt của Office; trên trình duyệt thì theo cài đặt của máy.",
    en: "Colours follow Office; in a browser, this computer's setting.",
  },
  version: (version: string): Phrase => ({ vi: `Phiên bản ${version}`, en: `Version ${version}` }),
  privacy: {
    vi: "Số liệu không rời khỏi máy này.",
    en: "No figure leaves this computer.",
  },
} as const;
