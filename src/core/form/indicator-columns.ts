import { formats } from "./formats";
import type { Column } from "./table";

const before = "Kỳ trước";
const plan = "So với kế hoạch năm";
const change = "Mức thay đổi";

function computed(
  { key, number }: { readonly key: string; readonly number: string },
  tiers: readonly string[],
  format: string = formats.percent,
): Column {
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
  computed({ key: "numerator", number: "1" }, ["Tử số"], formats.count),
  computed({ key: "denominator", number: "2" }, ["Mẫu số"], formats.count),
  computed({ key: "baseline_value", number: "3" }, [before, "Kỳ gốc"]),
  computed({ key: "last_year_value", number: "4" }, [before, "Cùng kỳ năm trước"]),
  computed({ key: "target", number: "5" }, ["Mục tiêu năm"]),
  computed({ key: "value", number: "6" }, ["Thực hiện"]),
  computed({ key: "progress", number: "7" }, [plan, "Tiến độ (%)"]),
  computed({ key: "gap_closed", number: "8" }, [plan, "Rút ngắn khoảng cách (%)"]),
  computed(
    { key: "change", number: "9=6-3" },
    [change, "Tăng, giảm so với kỳ gốc (điểm %; số đếm: đơn vị)"],
    formats.signed,
  ),
  computed({ key: "relative_change", number: "10" }, [change, "Tốc độ tăng, giảm (%)"], formats.signed),
  computed({ key: "pace", number: "11" }, [change, "Bình quân năm (điểm %/năm)"], formats.signed),
  computed(
    { key: "change_last_year", number: "12=6-4" },
    [change, "So với cùng kỳ năm trước (điểm %)"],
    formats.signed,
  ),
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
