import type { Phrase } from "../../core/language";

/** What the workbench says of charts. */
export const chartWords = {
  charts: (sheet: string): Phrase => ({ vi: `Biểu đồ của sheet “${sheet}”`, en: `Charts of the sheet “${sheet}”` }),
  other: (title: string): Phrase => ({
    vi: `${title === "" ? "Một biểu đồ" : `Biểu đồ “${title}”`} không vẽ được ở đây, còn nguyên trong tệp.`,
    en: `${title === "" ? "A chart" : `The chart “${title}”`} cannot be drawn here; it is whole in the file.`,
  }),
  figures: (title: string): Phrase => ({ vi: `Số liệu: ${title}`, en: `Figures: ${title}` }),
  name: { vi: "Tên", en: "Name" },
  missing: { vi: "thiếu", en: "missing" },
  untitled: { vi: "Biểu đồ không tên", en: "Chart without a title" },
  tooMany: (shown: number, all: number): Phrase => ({
    vi: `Vẽ ${shown} trong ${all} mục; bảng số liệu có đủ.`,
    en: `${shown} of ${all} are drawn; the table of figures has all.`,
  }),
} as const;
