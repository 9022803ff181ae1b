import type { Phrase } from "../core/language";

const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What the command line says of mends, and of rules that could not be evaluated. */
export const mendWords = {
  mended: { vi: "Đã sửa", en: "Mended" },
  becomes: { vi: "sửa thành", en: "becomes" },
  maybe: { vi: "Có thể sửa thành", en: "It may become" },
  reason: { vi: "Đơn vị giải trình", en: "The unit's reason" },
  unevaluated: { vi: "Chưa đánh giá được", en: "Not evaluated" },
  otherRules: (count: number): Phrase => ({
    vi: `Cả ${count} quy tắc khác`,
    en: `All ${count} other rules`,
  }),
  places: (count: number): Phrase => ({ vi: `${count} chỗ`, en: english(count, "place") }),
  mendable: (count: number): Phrase => ({
    vi: `${count} chỗ máy sửa được: thêm --mend -o TỆP để ghi một bản đã sửa.`,
    en: `${english(count, "place")} can be mended by machine: add --mend -o FILE for a mended copy.`,
  }),
  toChoose: (example: string): Phrase => ({
    vi: `Chỗ nào có nhiều cách sửa thì chọn một cách, ví dụ: --choose "${example}".`,
    en: `Where there are several ways, choose one, for instance: --choose "${example}".`,
  }),
  mendedFile: (count: number): Phrase => ({
    vi: count === 0 ? "không có chỗ nào máy sửa được" : `đã sửa ${count} chỗ`,
    en: count === 0 ? "nothing that a machine can mend" : `${english(count, "place")} mended`,
  }),
  left: { vi: "còn lại", en: "left" },
} as const;
