import type { TableId } from "../form/table";

/** What officials also write above a column, by table and key, besides the form's own heading. */
const aliases: Readonly<Record<TableId, Readonly<Record<string, readonly string[]>>>> = {
  elements: {
    code: ["Mã", "Mã số liệu"],
    name: ["Tên số liệu", "Chỉ tiêu"],
    unit: ["ĐVT", "Đơn vị"],
    baseline: ["Năm gốc", "Số kỳ gốc", "Số liệu kỳ gốc"],
    last_year: ["Cùng kỳ", "Cùng kỳ năm ngoái"],
    actual: ["Thực hiện", "Thực hiện trong kỳ", "Số thực hiện", "Kỳ báo cáo"],
    note: ["Ghi chú", "Giải trình"],
  },
  indicators: {
    code: ["Mã", "Mã chỉ tiêu"],
    name: ["Tên chỉ tiêu", "Nội dung"],
    unit: ["ĐVT", "Đơn vị"],
    target: ["Mục tiêu", "Kế hoạch năm", "Chỉ tiêu năm"],
    value: ["Kết quả", "Kết quả thực hiện"],
    explanation: ["Ghi chú, giải trình", "Ghi chú"],
  },
  households: {
    code: ["Mã"],
    name: ["Tên bản", "Bản", "Thôn, bản", "Bản, tiểu khu"],
    households: ["Tổng số hộ", "Số hộ dân cư"],
  },
  shortfalls: {
    code: ["Mã"],
    name: ["Nội dung"],
    poor: ["Hộ nghèo"],
    near_poor: ["Hộ cận nghèo"],
  },
  tasks: {
    code: ["Mã"],
    name: ["Nhiệm vụ", "Nội dung nhiệm vụ"],
    agency: ["Cơ quan chủ trì"],
    status: ["Tình trạng thực hiện", "Trạng thái"],
    percent: ["Tỷ lệ hoàn thành (%)", "Hoàn thành"],
    result: ["Kết quả"],
    difficulty: ["Khó khăn, vướng mắc", "Kiến nghị"],
  },
  funds: {
    code: ["Mã"],
    name: ["Nguồn vốn", "Nội dung"],
    planned: ["Kế hoạch vốn", "Kinh phí kế hoạch"],
    allocated: ["Phân bổ", "Kinh phí đã phân bổ"],
    disbursed: ["Giải ngân", "Kinh phí đã giải ngân"],
    rate: ["Tỷ lệ giải ngân"],
    note: ["Ghi chú, giải trình"],
  },
};

/** Other headings of a column; none where the form's own is the only one. */
export function aliasesOf(table: TableId, key: string): readonly string[] {
  const own = aliases[table];
  return Object.hasOwn(own, key) ? (own[key] ?? []) : [];
}
