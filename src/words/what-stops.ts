import type { Phrase } from "../core/language";

const list = (words: readonly string[]): string => words.join(", ");

/** Why a command could not be done, and what to do about it: one or two sentences each. */
export const whatStops = {
  outputExists: (file: string): Phrase => ({
    vi: `Đã có "${file}". Chọn tên khác, hoặc thêm --force để ghi đè.`,
    en: `"${file}" is there already. Choose another name, or add --force to replace it.`,
  }),
  outputIsFolder: (file: string): Phrase => ({
    vi: `"${file}" là một thư mục. Nêu tên tệp kết quả, ví dụ "${file}/ket-qua.xlsx".`,
    en: `"${file}" is a folder. Name the file to write, such as "${file}/result.xlsx".`,
  }),
  outputIsNoFolder: (folder: string): Phrase => ({
    vi: `"${folder}" không phải là thư mục. Chọn một thư mục khác.`,
    en: `"${folder}" is not a folder. Choose another one.`,
  }),
  folderIsMissing: (folder: string): Phrase => ({
    vi: `Không có thư mục "${folder}". Tạo thư mục này trước, hoặc chọn nơi khác.`,
    en: `There is no folder "${folder}". Make it first, or choose another place.`,
  }),
  folderNotWritable: (folder: string): Phrase => ({
    vi: `Không được phép ghi vào "${folder}". Chọn một thư mục mà bạn có quyền ghi.`,
    en: `Writing to "${folder}" is not allowed. Choose a folder that you may write to.`,
  }),
  fileInUse: (file: string): Phrase => ({
    vi: `"${file}" đang mở ở chương trình khác hoặc không cho ghi. Đóng tệp rồi làm lại.`,
    en: `"${file}" is open in another program or may not be written. Close it and try again.`,
  }),
  diskIsFull: (folder: string): Phrase => ({
    vi: `Ổ đĩa chứa "${folder}" đã đầy.`,
    en: `The disk that holds "${folder}" is full.`,
  }),
  notPrinted: (): Phrase => ({
    vi: "Không ghi được kết quả ra nơi nhận: nơi đó đã đầy hoặc không cho ghi.",
    en: "What was found could not be printed: where it was sent to is full, or cannot be written.",
  }),
  notWritten: (file: string): Phrase => ({
    vi: `Không ghi được "${file}".`,
    en: `"${file}" could not be written.`,
  }),
  planNotRead: (file: string): Phrase => ({
    vi: `Không đọc được tệp kế hoạch "${file}". Kiểm tra lại tên tệp và quyền đọc.`,
    en: `The plan file "${file}" could not be read. Check its name and whether you may read it.`,
  }),
  planIsFaulty: (file: string): Phrase => ({
    vi: `Tệp kế hoạch "${file}" chưa đúng:`,
    en: `The plan file "${file}" has faults:`,
  }),
  notAPlanBook: (file: string): Phrase => ({
    vi: `"${file}" không phải là tệp Excel kế hoạch. Lấy tệp mẫu ở Cài đặt, “Mở kế hoạch thành sổ Excel”, hoặc bằng lệnh: plan-monitor plan KE-HOACH.json -o KE-HOACH.xlsx.`,
    en: `"${file}" is no plan workbook. Get a model from Settings, “Open the plan as a workbook”, or with: plan-monitor plan PLAN.json -o PLAN.xlsx.`,
  }),
  planOutput: (file: string): Phrase => ({
    vi: `"${file}" phải có đuôi .json (tệp kế hoạch) hoặc .xlsx (tệp Excel kế hoạch).`,
    en: `"${file}" has to end in .json (plan file) or .xlsx (plan workbook).`,
  }),
  letterOutput: (file: string): Phrase => ({
    vi: `"${file}" phải có đuôi .docx: dự thảo báo cáo là tệp Word. Muốn có PDF thì mở tệp ấy và lưu thành PDF.`,
    en: `"${file}" has to end in .docx: the draft is a Word file. For a PDF, open it and save it as one.`,
  }),
  planTooLargeForBook: (): Phrase => ({
    vi: "Kế hoạch quá lớn để đưa vào một tệp Excel. Hãy sửa trực tiếp tệp .json.",
    en: "The plan is too large for a workbook. Edit the .json file itself.",
  }),
  andMore: (count: number): Phrase => ({ vi: `… và ${count} chỗ nữa.`, en: `… and ${count} more.` }),
  unknownUnit: (given: string, units: readonly string[], areNear: boolean): Phrase => ({
    vi: `Kế hoạch không có đơn vị "${given}". ${areNear ? "Gần nhất là" : "Các đơn vị là"}: ${list(units)}.`,
    en: `The plan has no unit "${given}". ${areNear ? "The nearest are" : "The units are"}: ${list(units)}.`,
  }),
  unknownPeriod: (given: string, periods: readonly string[]): Phrase => ({
    vi: `Kế hoạch không có kỳ báo cáo "${given}". Các kỳ là: ${list(periods)}.`,
    en: `The plan has no period "${given}". The periods are: ${list(periods)}.`,
  }),
  unknownCode: (given: string, codes: readonly string[], areNear: boolean): Phrase => ({
    vi: `Kế hoạch không có mã số liệu hay chỉ tiêu "${given}". ${areNear ? "Gần nhất là" : "Ví dụ"}: ${list(codes)}.`,
    en: `The plan has no element or indicator "${given}". ${areNear ? "The nearest are" : "For instance"}: ${list(codes)}.`,
  }),
  unitOrAll: (): Phrase => ({
    vi: "Nêu một đơn vị bằng --unit, hoặc --all cho tất cả các đơn vị; không dùng cả hai.",
    en: "Name one unit with --unit, or all of them with --all; not both.",
  }),
  nothingRead: (): Phrase => ({
    vi: "Không đọc được tệp nào. Kiểm tra lại tên tệp, tên thư mục và quyền đọc.",
    en: "Not one file could be read. Check the names of files and folders and whether you may read them.",
  }),
  notComputed: (file: string): Phrase => ({
    vi: `"${file}" chưa rõ là của đơn vị nào, kỳ nào trong kế hoạch, nên chưa tính được. Sửa mã đơn vị và kỳ báo cáo ở sheet Bìa; báo cáo lập theo kế hoạch khác thì dùng kế hoạch ấy.`,
    en: `It is not clear which unit and period of the plan "${file}" is for, so nothing was computed. Put the unit's code and the period right on the sheet Bìa; if it is a report of another plan, use that plan.`,
  }),
  computesReportsOnly: (file: string): Phrase => ({
    vi: `"${file}" là biểu tổng hợp, không phải báo cáo của một đơn vị. Lập lại biểu này bằng lệnh consolidate.`,
    en: `"${file}" is a summary, not a unit's report. Make it again with the command consolidate.`,
  }),
  editRefused: (file: string, cell: string): Phrase => ({
    vi: `Không viết được ô ${cell} của "${file}"; tệp được giữ nguyên. Kiểm tra xem ô có bị gộp hay sheet có bị đổi không.`,
    en: `The cell ${cell} of "${file}" could not be written; the file is as it was. See whether the cell is merged or the sheet was changed.`,
  }),
  sameNameTwice: (file: string): Phrase => ({
    vi: `Có hai tệp cùng tên "${file}" ở hai thư mục, nên không ghi được vào một chỗ. Sửa từng thư mục một.`,
    en: `Two files in different folders are named "${file}" and cannot be written to one place. Mend one folder at a time.`,
  }),
  nothingToConsolidate: (): Phrase => ({
    vi: "Không có báo cáo nào đọc được của một kỳ trong kế hoạch, nên không lập biểu tổng hợp.",
    en: "There is no readable report of a period of the plan, so no summary was made.",
  }),
  tooManyUnits: (units: number, most: number): Phrase => ({
    vi: `Kế hoạch có ${units} đơn vị báo cáo, mà một biểu tổng hợp Excel chỉ đủ cột cho ${most} đơn vị. Hãy tổng hợp theo từng cấp: mỗi huyện lập biểu của huyện từ báo cáo xã, rồi tỉnh tổng hợp các biểu của huyện (kết quả vẫn như nhau).`,
    en: `The plan has ${units} reporting units, and a summary in Excel has columns for ${most} at most. Consolidate level by level: each district from its communes, then the province from the districts' summaries (the outcome is the same).`,
  }),
  isAFolder: (path: string): Phrase => ({
    vi: `"${path}" là thư mục, mà lệnh này cần một tệp Excel .xlsx. Nêu tên tệp.`,
    en: `"${path}" is a folder, and this command wants one Excel file (.xlsx). Name the file.`,
  }),
  notASummary: (file: string): Phrase => ({
    vi: `"${file}" không phải là biểu tổng hợp do chương trình này lập theo kế hoạch này.`,
    en: `"${file}" is not a summary that this program made by this plan.`,
  }),
  reportsToAnswer: (): Phrase => ({
    vi: "Nêu các báo cáo cần trả lời, hoặc biểu tổng hợp bằng --into, hoặc cả hai.",
    en: "Name the reports to answer, or a summary with --into, or both.",
  }),
  notInSummary: (file: string, summary: string): Phrase => ({
    vi: `"${file}" không phải là báo cáo đã tính trong "${summary}", nên phiếu sẽ không khớp số của biểu. Ghép trước: plan-monitor consolidate "${file}" --update "${summary}" -o BIEU-MOI.xlsx.`,
    en: `"${file}" is not the report that "${summary}" holds, so the sheets would not fit its figures. Merge it first: plan-monitor consolidate "${file}" --update "${summary}" -o NEWER.xlsx.`,
  }),
  answerIsNeeded: (file: string, cell: string): Phrase => ({
    vi: `Ô ${cell} của "${file}" có công thức lấy từ một phiếu phản hồi cũ, nên chưa bỏ phiếu đó được. Xóa công thức rồi làm lại.`,
    en: `The cell ${cell} of "${file}" has a formula that leads to an older feedback sheet, so that it cannot be taken out. Clear the formula and try again.`,
  }),
  noTrace: (file: string, code: string): Phrase => ({
    vi: `Không tìm thấy ${code} trong biểu tổng hợp "${file}".`,
    en: `${code} was not found in the summary "${file}".`,
  }),
  unexpected: (message: string): Phrase => ({
    vi: `Chương trình gặp sự cố ngoài dự kiến và đã dừng: ${message}`,
    en: `The program met something unexpected and stopped: ${message}`,
  }),
};
