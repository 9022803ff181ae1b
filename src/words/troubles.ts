import type { Phrase } from "../core/language";

/** What `WorkbookTrouble` of the workbook's port says, as far as a person is told of it. */
export interface ToldTrouble {
  readonly kind: keyof typeof sentences;
  /** The sheet it happened on, where that is known. */
  readonly sheet: string | null;
  readonly isUnsure: boolean;
}

/** What happened, whether anything was written, and what to do (law XL5). */
export function troublePhrase({ kind, sheet, isUnsure }: ToldTrouble): Phrase {
  const { what, todo } = sentences[kind];
  const happened = what(sheet);
  const written = isUnsure ? unsure : nothingWritten;
  return {
    vi: `${happened.vi} ${written.vi} ${todo.vi}`,
    en: `${happened.en} ${written.en} ${todo.en}`,
  };
}

const nothingWritten: Phrase = { vi: "Chưa ghi gì vào sổ.", en: "Nothing was written." };
const unsure: Phrase = {
  vi: "Chưa rõ sổ đã thay đổi hay chưa: hãy xem lại các ô vừa sửa, hoặc đóng sổ mà không lưu rồi mở lại.",
  en: "It is not certain whether the workbook has changed: look at the cells, or close it without saving and open it again.",
};

interface Sentence {
  readonly what: (sheet: string | null) => Phrase;
  readonly todo: Phrase;
}

const always = (phrase: Phrase) => (): Phrase => phrase;

const sentences = {
  "sheet-is-protected": {
    what: (sheet) =>
      sheet === null
        ? { vi: "Sổ hoặc sheet đang khóa bằng mật khẩu.", en: "The workbook or a sheet is locked with a password." }
        : { vi: `Sheet "${sheet}" đang khóa bằng mật khẩu.`, en: `The sheet "${sheet}" is locked with a password.` },
    todo: {
      vi: "Mở khóa ở thẻ Xem lại (Review), mục Bỏ bảo vệ (Unprotect), rồi làm lại.",
      en: "Unlock it on the Review tab, Unprotect, and try again.",
    },
  },
  "cell-is-being-edited": {
    what: always({ vi: "Excel đang sửa dở một ô.", en: "A cell is being edited in Excel." }),
    todo: {
      vi: "Nhấn Enter hoặc Esc để kết thúc sửa ô rồi làm lại.",
      en: "Press Enter or Esc to finish editing and try again.",
    },
  },
  "workbook-is-read-only": {
    what: always({ vi: "Sổ đang mở ở chế độ chỉ đọc.", en: "The workbook is open as read-only." }),
    todo: {
      vi: "Bấm Cho phép chỉnh sửa (Enable Editing), hoặc lưu thành tệp mới, rồi làm lại.",
      en: "Press Enable Editing, or save it as a new file, and try again.",
    },
  },
  "too-much-at-once": {
    what: (sheet) =>
      sheet === null
        ? { vi: "Sổ quá lớn để Excel xử lý một lần.", en: "The workbook is too large for Excel to handle at once." }
        : {
            vi: `Sheet "${sheet}" quá lớn để Excel xử lý.`,
            en: `The sheet "${sheet}" is too large for Excel to handle.`,
          },
    todo: {
      vi: "Xóa các sheet, dòng và cột không dùng, hoặc mở bằng Excel trên máy tính, rồi làm lại.",
      en: "Delete sheets, rows and columns that are not used, or open it in Excel on a computer, and try again.",
    },
  },
  "no-answer": {
    what: always({
      vi: "Excel không trả lời, có thể do mất mạng.",
      en: "Excel did not answer; the network may be down.",
    }),
    todo: { vi: "Kiểm tra mạng rồi làm lại.", en: "Check the network and try again." },
  },
  "item-is-gone": {
    what: (sheet) =>
      sheet === null
        ? { vi: "Không còn thấy sheet hoặc ô cần dùng.", en: "A sheet or cell that is needed is no longer there." }
        : {
            vi: `Không thấy sheet "${sheet}": sheet đã bị xóa, đổi tên hoặc đang ẩn.`,
            en: `The sheet "${sheet}" is not to be seen: deleted, renamed or hidden.`,
          },
    todo: { vi: "Kiểm tra lại sổ rồi làm lại.", en: "Check the workbook again and retry." },
  },
  "host-is-busy": {
    what: always({ vi: "Excel đang bận.", en: "Excel is busy." }),
    todo: {
      vi: "Đóng hộp thoại đang mở, đợi vài giây rồi làm lại.",
      en: "Close any dialog that is open, wait a few seconds and try again.",
    },
  },
  "host-is-too-old": {
    what: always({ vi: "Bản Excel này chưa hỗ trợ việc vừa yêu cầu.", en: "This version of Excel cannot do this." }),
    todo: {
      vi: "Dùng Excel 2021, Microsoft 365 hoặc Excel trên web.",
      en: "Use Excel 2021, Microsoft 365 or Excel on the web.",
    },
  },
  unknown: {
    what: always({ vi: "Excel báo một lỗi chưa rõ.", en: "Excel reported an unknown error." }),
    todo: {
      vi: "Làm lại; nếu vẫn lỗi, lưu sổ, đóng Excel rồi mở lại.",
      en: "Try again; if it stays, save the workbook, close Excel and open it again.",
    },
  },
} as const satisfies Readonly<Record<string, Sentence>>;
