/** What the live check column says, in words that fit a narrow column. */
export const checkWords = {
  good: "✓",
  missing: "thiếu",
  notANumber: "không phải số",
  notACount: "phải là số nguyên ≥ 0",
  aboveWhole: "> mẫu số",
  aboveHouseholds: "> tổng số hộ",
  belowNothing: "cuối kỳ < 0",
  disagrees: "hộ nghèo ≠ cận nghèo",
  abovePoor: "> số hộ nghèo",
  aboveNearPoor: "> số hộ cận nghèo",
  abovePlanned: "> kế hoạch",
  aboveAllocated: "> đã phân bổ",
} as const;
