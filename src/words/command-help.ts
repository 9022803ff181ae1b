import type { Phrase } from "../core/language";

/** What `--help` says of the program and of each command. */
export const commandHelp = {
  program: {
    vi: "Kiểm tra và tổng hợp báo cáo Excel thực hiện kế hoạch giảm nghèo và an sinh xã hội.",
    en: "Checks and consolidates the Excel reports of a poverty reduction and social security plan.",
  },
  form: {
    vi: "Tạo biểu mẫu trống cho một đơn vị, hoặc cho tất cả các đơn vị.",
    en: "Makes a unit's blank form, or one for each unit.",
  },
  check: {
    vi: "Kiểm tra báo cáo: chỗ nào chưa đúng, vì sao, cần làm gì.",
    en: "Checks reports: what is wrong, why, and what to do.",
  },
  compute: {
    vi: "Tính lại các ô công thức của một báo cáo; mọi thứ khác trong tệp giữ nguyên.",
    en: "Writes the computed cells of a report again; everything else in the file stays as it is.",
  },
  seal: {
    vi: "Chốt số liệu một báo cáo không còn lỗi: ghi ngày và mã kiểm tra, để mọi thay đổi về sau đều lộ ra (không phải là chữ ký).",
    en: "Seals a report without errors: its day and digest, so that any later change shows (it is no signature).",
  },
  consolidate: {
    vi: "Lập biểu tổng hợp từ các báo cáo.",
    en: "Makes the summary workbook from reports.",
  },
  export: {
    vi: "Xuất số liệu của các báo cáo thành một bảng (CSV và Parquet, kèm mô tả) cho phần mềm khác đọc.",
    en: "Writes the figures of reports as one table (CSV and Parquet, with their description) for other programs.",
  },
  trace: {
    vi: "Chỉ ra những số liệu đứng sau một con số tổng hợp: đơn vị, tệp, sheet, ô, giá trị.",
    en: "Shows the figures behind a total: unit, file, sheet, cell, value.",
  },
  feedback: {
    vi: "Lập phiếu phản hồi cho từng đơn vị: chỗ cần sửa, kết quả, xếp hạng; đơn vị chưa gửi cũng có phiếu.",
    en: "Makes an answer to each unit: what to put right, its results and ranks; also to units that sent nothing.",
  },
  report: {
    vi: "Lập dự thảo báo cáo (.docx) theo thể thức văn bản hành chính từ biểu tổng hợp.",
    en: "Drafts the official report (.docx) from the summary workbook.",
  },
  plan: {
    vi: "Kiểm tra một kế hoạch (.json hoặc .xlsx) và in tóm tắt; với -o thì đổi sang dạng kia để sửa bằng Excel hoặc để dùng.",
    en: "Checks a plan (.json or .xlsx) and prints it in short; with -o makes the other kind of it, to change it in Excel or to use it.",
  },
  sample: { vi: "Tạo các báo cáo mẫu (số liệu minh họa).", en: "Makes the sample reports (invented figures)." },
  help: { vi: "Xem hướng dẫn của một lệnh.", en: "Shows the help of a command." },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What `--help` says of each option and argument. */
export const optionHelp = {
  plan: {
    vi: "tệp kế hoạch (.json hoặc .xlsx); không nêu thì dùng kế hoạch Yên Châu 2022",
    en: "the plan file (.json or .xlsx); the Yên Châu 2022 plan where it is left out",
  },
  lang: { vi: "ngôn ngữ: vi hoặc en (không nêu thì vi)", en: "language: vi or en (vi where it is left out)" },
  on: {
    vi: "ngày kiểm tra, chốt số liệu hoặc ngày của văn bản, viết như 2022-06-30 (không nêu thì hôm nay, giờ Việt Nam)",
    en: "the day of checking, of sealing or of the letter, such as 2022-06-30 (today in Viet Nam where it is left out)",
  },
  json: {
    vi: "in kết quả dạng JSON cho phần mềm khác đọc",
    en: "print the outcome as JSON, for other programs",
  },
  quiet: { vi: "chỉ in lỗi", en: "print errors only" },
  help: { vi: "xem hướng dẫn", en: "show this help" },
  version: { vi: "xem phiên bản", en: "show the version" },
  force: { vi: "ghi đè tệp đã có", en: "replace files that are there already" },
  output: { vi: "tệp kết quả", en: "the file to write" },
  planFile: { vi: "tệp kế hoạch (.json hoặc .xlsx)", en: "the plan file (.json or .xlsx)" },
  outputPlan: { vi: "tệp kết quả, đuôi .xlsx hoặc .json", en: "the file to write, ending in .xlsx or .json" },
  oneFile: {
    vi: "ghi mọi phiếu vào một tệp, mỗi đơn vị một sheet",
    en: "write all answers to one file, a sheet a unit",
  },
  into: {
    vi: "ghi các phiếu vào một bản của biểu tổng hợp này, mỗi đơn vị một sheet in được, sau các sheet của biểu",
    en: "write the answers into a copy of this summary, a printable sheet a unit, behind its own sheets",
  },
  outputAnswers: {
    vi: "thư mục kết quả; với --one-file hoặc --into: tệp kết quả",
    en: "the folder to write to; with --one-file or --into: the file to write",
  },
  outputLetter: { vi: "tệp .docx kết quả", en: "the .docx file to write" },
  outputFormOrFolder: {
    vi: "tệp kết quả; với --all là thư mục",
    en: "the file to write; a folder with --all",
  },
  outputFolder: { vi: "thư mục kết quả", en: "the folder to write to" },
  unit: { vi: "mã (hoặc tên) đơn vị báo cáo", en: "the reporting unit's code (or name)" },
  period: { vi: "kỳ báo cáo, ví dụ 2022-H1", en: "the period, such as 2022-H1" },
  all: { vi: "một biểu mẫu cho mỗi đơn vị", en: "one form for each unit" },
  from: {
    vi: "lấy số kỳ gốc và cùng kỳ năm trước từ các báo cáo trước: tệp, thư mục hoặc biểu tổng hợp",
    en: "carry baseline and last year over from earlier reports: files, folders or a summary",
  },
  allowErrors: {
    vi: "tính cả báo cáo còn lỗi (biểu tổng hợp ghi rõ điều này)",
    en: "let reports with errors in (the summary says so)",
  },
  update: {
    vi: "ghép các báo cáo nộp sau vào biểu tổng hợp đã có và liệt kê những số thay đổi",
    en: "merge later reports into an existing summary and list what changed",
  },
  previous: {
    vi: "báo cáo kỳ trước (tệp, thư mục hoặc biểu tổng hợp) để đối chiếu",
    en: "earlier reports (files, folders or a summary) to compare with",
  },
  mend: {
    vi: "sửa những chỗ máy sửa được và ghi thành một bản khác",
    en: "mend what a machine can mend, and write it as a copy",
  },
  outputMended: {
    vi: "với --mend: tệp kết quả; nhiều báo cáo thì là thư mục",
    en: "with --mend: the file to write; a folder for several reports",
  },
  choose: {
    vi: 'chọn một cách sửa khi có nhiều cách, ví dụ "Kinh phí!D8=2"',
    en: 'choose one of several mends, such as "Sheet!D8=2"',
  },
  inputs: { vi: "tệp, thư mục hoặc mẫu tên như *.xlsx", en: "files, folders or patterns such as *.xlsx" },
  report: { vi: "tệp báo cáo", en: "the report" },
  summary: { vi: "tệp biểu tổng hợp", en: "the summary workbook" },
  code: { vi: "mã số liệu hoặc mã chỉ tiêu, ví dụ S02, C01", en: "the code of an element or indicator: S02, C01" },
  command: { vi: "tên lệnh", en: "the command's name" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The placeholders in usage lines. */
export const placeholders = {
  file: { vi: "tệp", en: "file" },
  folder: { vi: "thư-mục", en: "folder" },
  path: { vi: "đường-dẫn", en: "path" },
  language: { vi: "ngôn-ngữ", en: "language" },
  code: { vi: "mã", en: "code" },
  period: { vi: "kỳ", en: "period" },
  summary: { vi: "biểu-tổng-hợp", en: "summary" },
  command: { vi: "lệnh", en: "command" },
  choice: { vi: "sheet!ô=n", en: "sheet!cell=n" },
  day: { vi: "ngày", en: "day" },
  options: { vi: "tùy-chọn", en: "options" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Headings of the help, by what the library calls them. */
export const helpHeadings: ReadonlyMap<string, Phrase> = new Map([
  ["Usage:", { vi: "Cách dùng:", en: "Usage:" }],
  ["Arguments:", { vi: "Đối số:", en: "Arguments:" }],
  ["Options:", { vi: "Tùy chọn:", en: "Options:" }],
  ["Global Options:", { vi: "Tùy chọn chung:", en: "Options of every command:" }],
  ["Commands:", { vi: "Lệnh:", en: "Commands:" }],
]);
