import type { Phrase } from "../core/language";

/** What the command line says of seals. */
export const sealWords = {
  sealed: ({ on, digest }: { readonly on: string; readonly digest: string }): Phrase => ({
    vi: `Đã chốt số liệu ngày ${on.split("-").reverse().join("/")}; mã kiểm tra (SHA-256) là ${digest}.`,
    en: `Sealed on ${on}; the digest (SHA-256) is ${digest}.`,
  }),
  proves: {
    vi: "Chốt số liệu chứng tỏ nội dung đã gửi là gì, không chứng tỏ ai gửi; đây không phải là chữ ký.",
    en: "The seal proves what was sent, not who sent it; it is no signature.",
  },
  notSealed: {
    vi: "Chưa chốt: sửa hết lỗi, và ghi giải trình cho mỗi cảnh báo ở cột ghi chú của dòng hoặc ở ô giải trình chung trên Bìa.",
    en: "Not sealed: mend every error, and give a reason for each warning beside its row or in the general explanation on the cover.",
  },
  summary: (file: string): Phrase => ({
    vi: `"${file}" là biểu tổng hợp; chỉ chốt báo cáo của từng đơn vị.`,
    en: `"${file}" is a summary; only the reports of units are sealed.`,
  }),
  noField: (file: string): Phrase => ({
    vi: `"${file}" không còn ô “Chốt số liệu” trên sheet Bìa. Chép số liệu vào biểu mẫu chuẩn rồi chốt lại.`,
    en: `"${file}" has no field for the seal left on the sheet Bìa. Enter the figures in the standard form and seal that.`,
  }),
} as const;
