/** What became of each report, in the words of Tình hình nộp. */
export const receivedWords = {
  received: "Đã nộp",
  refused: "Có lỗi, chưa tổng hợp",
  otherStage: "Khác mức độ số liệu, chưa tổng hợp",
  missing: "Chưa nộp",
  onTime: "Đúng hạn",
  late: "Muộn",
} as const;

/** What the line under the title of every sheet of a summary begins with. */
export const subtitleStart = "Kỳ báo cáo: ";

/** Stands under the title of every sheet of a summary that let reports with errors in (law CO8), and is found there again. */
export const withErrors = "gồm cả báo cáo còn lỗi";
