/** The choices of a plan workbook: what the plan says, and the word that stands for it in the sheet. */
export const planChoices = {
  content: new Map([
    ["count", "Số đếm"],
    ["yes-no", "Có/Không"],
  ]),
  elementKind: new Map([
    ["stock", "Thời điểm"],
    ["flow", "Lũy kế từ đầu năm"],
  ]),
  measure: new Map([
    ["ratio", "Tỷ lệ"],
    ["count", "Số đếm"],
    ["share", "Tỷ lệ đơn vị đạt"],
  ]),
  target: new Map([
    ["level", "Đạt mức"],
    ["range", "Trong khoảng"],
    ["fall", "Giảm"],
    ["total", "Tổng số"],
    ["watched", "Theo dõi"],
  ]),
  progressAgainst: new Map([
    ["by", "Mức thấp"],
    ["upTo", "Mức cao"],
  ]),
  relation: new Map([
    ["element-equals-column-total", "Bằng tổng cột"],
    ["element-baseline-equals-column-total", "Kỳ gốc bằng tổng cột"],
    ["part-within-whole", "Không vượt"],
    ["parts-within-whole", "Cộng lại không vượt"],
    ["at-least", "Không nhỏ hơn"],
  ]),
} as const satisfies Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Which unit a row of the sheet of units is. */
export const unitRoles = { whole: "Đơn vị tổng hợp", reporting: "Đơn vị báo cáo" } as const;
