import type { Phrase } from "../core/language";

/** The toolbar of the workbench, and its views. */
export const barWords = {
  toolbar: { vi: "Tệp và thao tác", en: "File and actions" },
  openFile: { vi: "Mở tệp", en: "Open a file" },
  openSamples: { vi: "Mở bộ mẫu", en: "Open the samples" },
  save: { vi: "Lưu tệp", en: "Save the file" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  redo: { vi: "Làm lại", en: "Redo" },
  nothingOpen: { vi: "Chưa mở tệp nào", en: "No file is open" },
  unsaved: { vi: "chưa lưu", en: "not saved" },
  views: { vi: "Phần đang xem", en: "What is shown" },
  pane: { vi: "Theo dõi", en: "Monitor" },
  inputs: { vi: "Bảng ô nhập", en: "Input table" },
  sheet: { vi: "Sổ tính", en: "Sheet" },
  sheets: { vi: "Các sheet", en: "Sheets" },
  close: { vi: "Đóng", en: "Close" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The page while nothing is open. */
export const startWords = {
  heading: { vi: "Bắt đầu", en: "Begin" },
  sentences: [
    {
      vi: "Trang này kiểm tra báo cáo của xã, tính tiến độ và tổng hợp toàn huyện, không cần Excel.",
      en: "This page checks a commune's report, computes progress and consolidates the district, without Excel.",
    },
    {
      vi: "Tệp không rời khỏi máy này: trang không gửi gì đi đâu.",
      en: "Files never leave this machine: the page sends nothing anywhere.",
    },
    {
      vi: "Thả một tệp .xlsx vào bất cứ chỗ nào để mở; thả nhiều tệp để tổng hợp.",
      en: "Drop one .xlsx file anywhere to open it; drop several to consolidate them.",
    },
  ],
  newForm: { vi: "Tạo biểu mẫu mới", en: "New blank form" },
} as const;

/** What the workbench asks and tells. */
export const benchWords = {
  unsavedTitle: { vi: "Tệp này chưa lưu", en: "This file is not saved" },
  unsavedText: (name: string): Phrase => ({
    vi: `“${name}” có thay đổi chưa lưu. Lưu trước khi mở tệp khác?`,
    en: `“${name}” has changes that are not saved. Save them before another file is opened?`,
  }),
  saveFirst: { vi: "Lưu rồi mở", en: "Save, then open" },
  dontSave: { vi: "Không lưu", en: "Do not save" },
  cancel: { vi: "Thôi", en: "Cancel" },
  samplesTitle: { vi: "Mở bộ báo cáo mẫu", en: "Open the sample reports" },
  samplesText: {
    vi: "Báo cáo của mọi đơn vị, với số liệu minh họa, để tập tổng hợp. Chọn kỳ:",
    en: "Reports of all units with invented figures, to try consolidating. Choose the period:",
  },
  samplesReplace: (count: number): Phrase => ({
    vi: `${count} tệp đang chọn để tổng hợp sẽ không còn trong danh sách, để số liệu minh họa không lẫn với số liệu thật. Tệp trên máy không đổi.`,
    en: `The ${count} files chosen for consolidation leave the list, so that invented figures do not mix with real ones. The files themselves stay as they are.`,
  }),
  makingSamples: { vi: "Đang tạo các báo cáo mẫu…", en: "Making the sample reports…" },
  opening: (name: string): Phrase => ({ vi: `Đang mở ${name}…`, en: `Opening ${name}…` }),
  saved: (name: string): Phrase => ({ vi: `Đã lưu ${name}.`, en: `${name} is saved.` }),
  notSaved: {
    vi: "Chưa lưu được tệp. Hãy thử lại, hoặc chọn thư mục khác.",
    en: "The file could not be saved. Try again, or choose another folder.",
  },
  notOpened: { vi: "Chưa mở tệp mới; tệp đang mở giữ nguyên.", en: "The new file was not opened; this one stays." },
  cannotOpen: (name: string, why: Phrase): Phrase => ({
    vi: `Không mở được ${name}. ${why.vi}`,
    en: `${name} cannot be opened. ${why.en}`,
  }),
  brokeDown: (name: string): Phrase => ({
    vi: `Không mở được ${name}: có lỗi ngoài dự kiến.`,
    en: `${name} cannot be opened: something unforeseen went wrong.`,
  }),
  refused: (place: string): Phrase => ({
    vi: `Chưa ghi được vào ô ${place}: ô này vừa thay đổi hoặc tệp không cho sửa ở đó.`,
    en: `Cell ${place} could not be written: it has just changed, or the file does not allow it there.`,
  }),
  locked: (cell: string): Phrase => ({
    vi: `Ô ${cell} đã khóa: chỉ nhập vào các ô có nền màu.`,
    en: `Cell ${cell} is locked: type into the tinted cells only.`,
  }),
  nothingToRedo: { vi: "Chưa có gì để làm lại", en: "Nothing to redo" },
  gridLoading: { vi: "Đang tải phần sổ tính…", en: "Loading the sheet…" },
  gridFailed: {
    vi: "Phần sổ tính không tải được trong trình duyệt này. Vẫn nhập số liệu được ở “Bảng ô nhập”.",
    en: "The sheet could not be loaded in this browser. Figures can still be entered in the “Input table”.",
  },
} as const;

/** Work that was not saved when the page was closed. */
export const keptWords = {
  heading: { vi: "Việc chưa lưu", en: "Unsaved work" },
  offer: (name: string): Phrase => ({
    vi: `Lần trước còn việc chưa lưu: ${name}`,
    en: `Last time something was left unsaved: ${name}`,
  }),
  reopen: { vi: "Mở lại", en: "Open it again" },
  discard: { vi: "Bỏ", en: "Discard it" },
} as const;

/** The table of input cells. */
export const inputWords = {
  nothing: {
    vi: "Chưa có ô nhập: mở một báo cáo hay biểu mẫu trước.",
    en: "There are no input cells: open a report or a form first.",
  },
  sheet: { vi: "Trang tính", en: "Sheet" },
  row: { vi: "Dòng", en: "Row" },
  tableOf: (sheet: string): Phrase => ({ vi: `Các ô nhập của ${sheet}`, en: `Input cells of ${sheet}` }),
  cell: (row: string, column: string): Phrase => ({ vi: `${row}; ${column}`, en: `${row}; ${column}` }),
  rows: (first: number, last: number, all: number): Phrase => ({
    vi: `Dòng ${first}–${last} trong ${all}`,
    en: `Rows ${first}–${last} of ${all}`,
  }),
  before: { vi: "Các dòng trước", en: "Rows before" },
  after: { vi: "Các dòng sau", en: "Rows after" },
  typed: (cell: string): Phrase => ({ vi: `Gõ vào ô ${cell}`, en: `Typing into ${cell}` }),
} as const;
