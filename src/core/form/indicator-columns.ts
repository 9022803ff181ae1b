import { formats } from "./formats";
import type { Column } from "./table";

const before = "Kỳ trước";
const plan = "So với kế hoạch năm";
const change = "Mức thay đổi";

function computed(key: string, tiers: readonly string[], number: string, format: string = formats.percent): Column {
  return { key, tiers, number, width: 9.5, content: "computed", format };
}

function helper(key: string, heading: string): Column {
  return {
    key,
    tiers: ["Cột trung gian của công thức", heading],
    number: "",
    width: 11,
    content: "computed",
    format: formats.count,
    isHelper: true,
  };
}

const main: readonly Column[] = [
  { key: "unit", tiers: ["Đơn vị tính"], number: "C", width: 8, content: "label" },
  computed("numerator", ["Tử số"], "1", formats.count),
  computed("denominator", ["Mẫu số"], "2", formats.count),
  computed("baseline_value", [before, "Kỳ gốc"], "3"),
  computed("last_year_value", [before, "Cùng kỳ năm trước"], "4"),
  computed("target", ["Mục tiêu năm"], "5"),
  computed("value", ["Thực hiện"], "6"),
  computed("progress", [plan, "Tiến độ (%)"], "7"),
  computed("gap_closed", [plan, "Rút ngắn khoảng cách (%)"], "8"),
  computed("change", [change, "Tăng, giảm so với kỳ gốc (điểm %; số đếm: đơn vị)"], "9=6-3", formats.signed),
  computed("relative_change", [change, "Tốc độ tăng, giảm (%)"], "10", formats.signed),
  computed("pace", [change, "Bình quân năm (điểm %/năm)"], "11", formats.signed),
  computed("change_last_year", [change, "So với cùng kỳ năm trước (điểm %)"], "12=6-4", formats.signed),
  { key: "status", tiers: ["Đánh giá"], number: "13", width: 12, content: "computed" },
];

const baselineHelpers: readonly Column[] = [
  helper("baseline_numerator", "Tử số kỳ gốc"),
  helper("baseline_denominator", "Mẫu số kỳ gốc"),
];
const lastYearHelpers: readonly Column[] = [
  helper("last_year_numerator", "Tử số cùng kỳ"),
  helper("last_year_denominator", "Mẫu số cùng kỳ"),
];

/**
 * The columns of Chỉ tiêu in a report, and of TH Chỉ tiêu in a summary. In a summary, change is measured over the units
 * that have both periods (law CO4), so those pairs have helper columns of their own.
 */
export function indicatorColumns(book: "report" | "summary"): readonly Column[] {
  const code: Column = { key: "code", tiers: ["Mã số"], number: "A", width: 7, content: "code" };
  const name: Column = { key: "name", tiers: ["Chỉ tiêu"], number: "B", width: 36, content: "label" };
  if (book === "report") {
    return [
      code,
      name,
      ...main,
      { key: "explanation", tiers: ["Giải trình"], number: "D", width: 22, content: "text" },
      ...baselineHelpers,
      ...lastYearHelpers,
    ];
  }
  return [
    code,
    name,
    { key: "group", tiers: ["Nhóm"], number: "", width: 8, content: "label" },
    ...main,
    { key: "coverage", tiers: ["Độ phủ (đơn vị)"], number: "14", width: 9, content: "computed" },
    {
      key: "missing",
      tiers: ["Đơn vị chưa có số liệu"],
      number: "15",
      width: 20,
      content: "computed",
      holdsWords: true,
    },
    helper("both_numerator", "Tử số, đơn vị có cả kỳ gốc"),
    helper("both_denominator", "Mẫu số, đơn vị có cả kỳ gốc"),
    ...baselineHelpers,
    helper("last_both_numerator", "Tử số, đơn vị có cả cùng kỳ"),
    helper("last_both_denominator", "Mẫu số, đơn vị có cả cùng kỳ"),
    ...lastYearHelpers,
  ];
}
