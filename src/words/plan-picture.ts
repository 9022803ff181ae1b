import type { Phrase } from "../core/language";

/** What `plan` says of a plan that is right. */
export const planPicture = {
  units: (count: number, whole: string): Phrase => ({
    vi: `Đơn vị báo cáo (${count}), tổng hợp về ${whole}:`,
    en: `Reporting units (${count}), consolidated for ${whole}:`,
  }),
  periods: (count: number): Phrase => ({ vi: `Kỳ báo cáo (${count}):`, en: `Periods (${count}):` }),
  due: { vi: "hạn nộp", en: "due" },
  elements: (count: number): Phrase => ({ vi: `Số liệu (${count}):`, en: `Elements (${count}):` }),
  indicators: (count: number): Phrase => ({
    vi: `Chỉ tiêu và mục tiêu (${count}):`,
    en: `Indicators and their goals (${count}):`,
  }),
  others: (tasks: number, funds: number): Phrase => ({
    vi: `Nhiệm vụ: ${tasks}. Nguồn kinh phí: ${funds}.`,
    en: `Tasks: ${tasks}. Funds: ${funds}.`,
  }),
  shares: (code: string, sum: Phrase, total: Phrase): Phrase => ({
    vi: `Lưu ý ${code}: các số giao cộng lại là ${sum.vi}, mục tiêu là ${total.vi}.`,
    en: `Note on ${code}: the shares add up to ${sum.en}, the target is ${total.en}.`,
  }),
  right: { vi: "Kế hoạch không có lỗi.", en: "The plan has no faults." },
  ignored: (sheet: string, letters: string): Phrase =>
    letters === ""
      ? {
          vi: `Bỏ qua sheet "${sheet}": kế hoạch không có phần này.`,
          en: `Passed over: the sheet "${sheet}", which is no part of a plan.`,
        }
      : {
          vi: `Bỏ qua cột ${letters} của sheet "${sheet}": không rõ là cột nào.`,
          en: `Passed over: column ${letters} of the sheet "${sheet}", which no plan knows.`,
        },
} as const;
