import type { Phrase } from "../../language";
import type { Unreadable } from "../../snapshot";
import { defineRule, wholeFile, type NoReport } from "../rule";

type Reason = Unreadable["reason"];

const openAndSave: Phrase = {
  vi: "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu “Excel Workbook (.xlsx)”, rồi gửi tệp mới.",
  en: "Open the file in Excel, choose Save As, type “Excel Workbook (.xlsx)”, and send the new file.",
};
const sendAgain: Phrase = {
  vi: "Mở bản gốc trên máy đã lập báo cáo, lưu lại thành .xlsx và gửi lại.",
  en: "Open the original on the machine it was made on, save it as .xlsx again and send it anew.",
};

const sayings: Readonly<Record<Reason, { what: Phrase; todo: Phrase }>> = {
  empty: { what: { vi: "Tệp rỗng, không có nội dung.", en: "The file is empty." }, todo: sendAgain },
  "not-a-zip": {
    what: { vi: "Tệp không phải là sổ Excel .xlsx.", en: "The file is no .xlsx workbook." },
    todo: openAndSave,
  },
  "old-xls": {
    what: { vi: "Tệp là .xls đời cũ (Excel 97–2003).", en: "The file is an old .xls (Excel 97–2003)." },
    todo: openAndSave,
  },
  encrypted: {
    what: { vi: "Tệp có đặt mật khẩu mở.", en: "The file asks for a password to open." },
    todo: {
      vi: "Mở tệp bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, xóa mật khẩu, lưu và gửi lại.",
      en: "Open it in Excel, remove the password under File > Info > Protect Workbook, save and send it again.",
    },
  },
  "csv-or-text": {
    what: {
      vi: "Tệp là văn bản (.csv, .txt), không phải sổ Excel .xlsx.",
      en: "The file is text (.csv, .txt), not an .xlsx workbook.",
    },
    todo: {
      vi: "Nhập số liệu vào biểu mẫu chuẩn .xlsx rồi gửi tệp đó.",
      en: "Enter the figures in the standard .xlsx form and send that.",
    },
  },
  html: {
    what: {
      vi: "Tệp là trang web (.html) mang đuôi bảng tính.",
      en: "The file is a web page under a spreadsheet's name.",
    },
    todo: openAndSave,
  },
  opendocument: {
    what: { vi: "Tệp là bảng tính OpenDocument (.ods).", en: "The file is an OpenDocument spreadsheet (.ods)." },
    todo: {
      vi: "Mở tệp, chọn Lưu thành, kiểu “Excel 2007–365 (.xlsx)”, rồi gửi tệp mới.",
      en: "Open it, choose Save As, type “Excel 2007–365 (.xlsx)”, and send the new file.",
    },
  },
  "binary-xlsb": {
    what: { vi: "Tệp là sổ Excel nhị phân (.xlsb).", en: "The file is a binary Excel workbook (.xlsb)." },
    todo: openAndSave,
  },
  damaged: {
    what: { vi: "Tệp bị hỏng, không đọc được.", en: "The file is damaged and cannot be read." },
    todo: sendAgain,
  },
  "too-large": {
    what: { vi: "Tệp quá lớn so với một biểu báo cáo.", en: "The file is far too large for a report." },
    todo: {
      vi: "Nhập số liệu vào biểu mẫu chuẩn mới, không kèm ảnh hay sheet khác, rồi gửi lại.",
      en: "Enter the figures in a fresh standard form, without pictures or other sheets, and send that.",
    },
  },
  "not-a-workbook": {
    what: {
      vi: "Tệp là loại khác (ví dụ Word, PowerPoint), không phải sổ Excel.",
      en: "The file is of another kind (Word, PowerPoint …), not an Excel workbook.",
    },
    todo: {
      vi: "Chọn đúng tệp báo cáo Excel .xlsx và gửi lại.",
      en: "Choose the report's .xlsx file and send it again.",
    },
  },
  "not-found": {
    what: { vi: "Không tìm thấy tệp.", en: "The file was not found." },
    todo: {
      vi: "Kiểm tra lại tên và thư mục của tệp. Trong một thư mục chỉ các sổ nằm ngay ở đó được đọc; thư mục con thì nêu thẳng tên.",
      en: "Check the file's name and folder. Of a folder only the workbooks right in it are read; folders in it have to be named.",
    },
  },
  "no-permission": {
    what: { vi: "Không có quyền mở tệp.", en: "The file may not be opened." },
    todo: {
      vi: "Đóng tệp nếu đang mở ở nơi khác, hoặc xin quyền đọc tệp này.",
      en: "Close the file where it is open elsewhere, or ask for the right to read it.",
    },
  },
};

export default defineRule({
  id: "file-is-a-workbook",
  severity: "error",
  title: { vi: "Tệp báo cáo là sổ Excel .xlsx đọc được.", en: "The report is an .xlsx workbook that can be read." },
  *find({ outcome }: NoReport) {
    if ("reason" in outcome) yield { at: wholeFile, code: null, facts: { reason: outcome.reason } };
  },
  what: ({ reason }) => sayings[reason].what,
  why: ({ reason }) =>
    reason === "not-found" || reason === "no-permission"
      ? {
          vi: "Không mở được tệp thì không số liệu nào của nó được tính.",
          en: "Nothing of a file that cannot be opened is counted.",
        }
      : {
          vi: "Chương trình chỉ đọc được báo cáo là sổ Excel .xlsx; số liệu trong tệp này chưa được tính.",
          en: "Only reports that are .xlsx workbooks can be read; nothing of this file is counted.",
        },
  todo: ({ reason }) => sayings[reason].todo,
});
