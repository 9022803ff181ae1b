import { formats } from "./formats";
import type { Column } from "./table";

/** The nine columns of the official movement table, twice: poor (p1…p9) and near-poor (n1…n9) households. */
export const movements = {
  poor: ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"],
  nearPoor: ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9"],
} as const;

/** How each of columns 1 to 8 enters the closing column: 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8. */
export const movementSigns = [1, -1, -1, -1, 1, 1, 1, 1] as const;

const leaving = "Số hộ giảm trong kỳ";
const arriving = "Số hộ tăng trong kỳ";

const poorTiers: readonly (readonly string[])[] = [
  ["Số hộ đầu kỳ"],
  [leaving, "Thoát nghèo, trở thành cận nghèo"],
  [leaving, "Thoát nghèo, vượt chuẩn cận nghèo"],
  [leaving, "Giảm khác"],
  [arriving, "Cận nghèo trở thành nghèo"],
  [arriving, "Tái nghèo"],
  [arriving, "Phát sinh mới"],
  [arriving, "Tăng khác"],
  ["Số hộ cuối kỳ"],
];

const nearPoorTiers: readonly (readonly string[])[] = [
  ["Số hộ đầu kỳ"],
  [leaving, "Rơi xuống hộ nghèo"],
  [leaving, "Vượt chuẩn cận nghèo"],
  [leaving, "Giảm khác"],
  [arriving, "Hộ nghèo trở thành cận nghèo"],
  [arriving, "Tái cận nghèo"],
  [arriving, "Phát sinh mới"],
  [arriving, "Tăng khác"],
  ["Số hộ cuối kỳ"],
];

function block(keys: readonly string[], group: string, tiers: readonly (readonly string[])[]): Column[] {
  return keys.map((key, index) => ({
    key,
    tiers: [group, ...(tiers[index] ?? [])],
    number: index === 8 ? "9=1-2-3-4+5+6+7+8" : String(index + 1),
    width: index === 8 ? 8.5 : 7,
    content: index === 8 ? "computed" : "count",
    format: formats.count,
  }));
}

export const householdColumns: readonly Column[] = [
  { key: "households", tiers: ["Tổng số hộ dân cư"], number: "C", width: 8, content: "count", format: formats.count },
  ...block(movements.poor, "Hộ nghèo", poorTiers),
  ...block(movements.nearPoor, "Hộ cận nghèo", nearPoorTiers),
];
