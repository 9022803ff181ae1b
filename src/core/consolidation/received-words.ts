/** What became of each report, in the words of Tình hình nộp. */
export const receivedWords = {
  received: "Đã nộp",
  refused: "Có lỗi, chưa tổng hợp",
  missing: "Chưa nộp",
  onTime: "Đúng hạn",
  late: "Muộn",
} as const;
