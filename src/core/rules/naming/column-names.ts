import { movements } from "../../form/household-columns";
import type { Column } from "../../form/table";
import type { Phrase } from "../../language";

const poorMovements: readonly Phrase[] = [
  { vi: "đầu kỳ", en: "opening" },
  { vi: "thoát nghèo, trở thành cận nghèo", en: "became near-poor" },
  { vi: "thoát nghèo, vượt chuẩn cận nghèo", en: "rose above the near-poor standard" },
  { vi: "giảm khác", en: "other decrease" },
  { vi: "cận nghèo trở thành nghèo", en: "near-poor that became poor" },
  { vi: "tái nghèo", en: "back in poverty" },
  { vi: "phát sinh mới", en: "new" },
  { vi: "tăng khác", en: "other increase" },
  { vi: "cuối kỳ", en: "closing" },
];

const nearPoorMovements: readonly Phrase[] = [
  { vi: "đầu kỳ", en: "opening" },
  { vi: "rơi xuống hộ nghèo", en: "became poor" },
  { vi: "vượt chuẩn cận nghèo", en: "rose above the near-poor standard" },
  { vi: "giảm khác", en: "other decrease" },
  { vi: "hộ nghèo trở thành cận nghèo", en: "poor that became near-poor" },
  { vi: "tái cận nghèo", en: "back to near-poor" },
  { vi: "phát sinh mới", en: "new" },
  { vi: "tăng khác", en: "other increase" },
  { vi: "cuối kỳ", en: "closing" },
];

const names: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ["code", { vi: "mã số", en: "code" }],
  ["name", { vi: "tên", en: "name" }],
  ["note", { vi: "ghi chú", en: "note" }],
  ["baseline", { vi: "kỳ gốc", en: "baseline" }],
  ["last_year", { vi: "cùng kỳ năm trước", en: "same period last year" }],
  ["actual", { vi: "thực hiện kỳ báo cáo", en: "this period" }],
  ["numerator", { vi: "tử số", en: "numerator" }],
  ["denominator", { vi: "mẫu số", en: "denominator" }],
  ["baseline_value", { vi: "giá trị kỳ gốc", en: "baseline value" }],
  ["last_year_value", { vi: "giá trị cùng kỳ năm trước", en: "last year's value" }],
  ["target", { vi: "mục tiêu năm", en: "the year's target" }],
  ["value", { vi: "giá trị thực hiện", en: "value" }],
  ["progress", { vi: "tiến độ", en: "progress" }],
  ["gap_closed", { vi: "rút ngắn khoảng cách", en: "gap closed" }],
  ["change", { vi: "tăng, giảm so với kỳ gốc", en: "change" }],
  ["relative_change", { vi: "tốc độ tăng, giảm", en: "relative change" }],
  ["pace", { vi: "bình quân năm", en: "pace" }],
  ["change_last_year", { vi: "so với cùng kỳ năm trước", en: "change on last year" }],
  ["explanation", { vi: "giải trình", en: "explanation" }],
  ["baseline_numerator", { vi: "tử số kỳ gốc", en: "baseline numerator" }],
  ["baseline_denominator", { vi: "mẫu số kỳ gốc", en: "baseline denominator" }],
  ["last_year_numerator", { vi: "tử số cùng kỳ", en: "last year's numerator" }],
  ["last_year_denominator", { vi: "mẫu số cùng kỳ", en: "last year's denominator" }],
  ["households", { vi: "tổng số hộ dân cư", en: "all households" }],
  ["poor", { vi: "số hộ nghèo", en: "poor households" }],
  ["near_poor", { vi: "số hộ cận nghèo", en: "near-poor households" }],
  ["percent", { vi: "hoàn thành (%)", en: "percent done" }],
  ["result", { vi: "kết quả thực hiện", en: "result" }],
  ["difficulty", { vi: "khó khăn, vướng mắc, kiến nghị", en: "difficulties and proposals" }],
  ["planned", { vi: "kế hoạch", en: "planned" }],
  ["allocated", { vi: "đã phân bổ", en: "allocated" }],
  ["disbursed", { vi: "đã giải ngân", en: "disbursed" }],
  ["rate", { vi: "tỷ lệ giải ngân", en: "disbursement rate" }],
  ...movementNames(movements.poor, { vi: "hộ nghèo", en: "poor" }, poorMovements),
  ...movementNames(movements.nearPoor, { vi: "hộ cận nghèo", en: "near-poor" }, nearPoorMovements),
]);

function movementNames(keys: readonly string[], whose: Phrase, meanings: readonly Phrase[]): [string, Phrase][] {
  return keys.map((key, index) => [
    key,
    {
      vi: `${whose.vi}, cột ${index + 1} (${meanings[index]?.vi ?? ""})`,
      en: `${whose.en}, column ${index + 1} (${meanings[index]?.en ?? ""})`,
    },
  ]);
}

/** A column as sentences name it: "kỳ gốc", "hộ nghèo, cột 9 (cuối kỳ)"; its heading where it has no name of its own. */
export function columnName(column: Column): Phrase {
  const heading = (): string => column.tiers.join(" – ");
  if (column.key === "status") return heading() === "Đánh giá" ? assessment : taskState;
  return names.get(column.key) ?? { vi: heading(), en: heading() };
}

const assessment: Phrase = { vi: "đánh giá", en: "status" };
const taskState: Phrase = { vi: "tình trạng", en: "status" };
