import { column } from "./make-column";
import type { PlanColumn, PlanContent } from "./plan-column";

const number: PlanContent = { kind: "number" };
const whole: PlanContent = { kind: "whole" };
const element: PlanContent = { kind: "reference", list: "elements" };

/** A field of the first sheet; one of two languages has a second cell. */
export interface PlanField {
  readonly value: PlanColumn;
  readonly english: PlanColumn | null;
}

type Words = readonly [heading: string, note: string];

function one(key: string, [heading, note]: Words, content: PlanContent = { kind: "text" }): PlanField {
  return { value: column({ key, heading, note, content }), english: null };
}

function both(key: string, [heading, note]: Words): PlanField {
  return {
    value: column({ key: `${key}.vi`, heading, note }),
    english: column({ key: `${key}.en`, heading: `${heading} (tiếng Anh)`, note, orElse: `${key}.vi` }),
  };
}

/** The sheet Kế hoạch: what the plan says once. Thresholds that are left blank have the values of the program. */
export const planFields: readonly PlanField[] = [
  one("id", ["Mã kế hoạch", "Chữ không dấu, số, gạch nối; mỗi kế hoạch mỗi năm một mã. Ví dụ: yen-chau-2022."], {
    kind: "code",
  }),
  both("title", ["Tên kế hoạch", "Như trong văn bản; đứng ở đầu mọi biểu."]),
  one("number", ["Số, ký hiệu văn bản", "Ví dụ: 267/KH-UBND."]),
  one("issued", ["Ngày ban hành", "Ngày/tháng/năm."], { kind: "date" }),
  one("place", ["Địa bàn", "Ví dụ: Huyện Yên Châu, tỉnh Sơn La."]),
  both("issuer", ["Cơ quan ban hành", "Như ở góc trái văn bản."]),
  one("year", ["Năm kế hoạch", "Năm báo cáo, 4 chữ số."], whole),
  one("standards.baseline", [
    "Chuẩn nghèo của kỳ gốc",
    "Văn bản quy định chuẩn nghèo dùng cho số kỳ gốc. Hai cột khác chuẩn thì không so sánh với nhau.",
  ]),
  one("standards.lastYear", ["Chuẩn nghèo của năm trước", "Văn bản dùng cho số cùng kỳ năm trước."]),
  one("standards.actual", ["Chuẩn nghèo của kỳ này", "Văn bản dùng cho số thực hiện."]),
  one("households.villages", ["Số dòng bản, thôn", "Số dòng của sheet Hộ nghèo. Bỏ trống: không có sheet này."], whole),
  both("households.villageName", ["Tên gọi bản, thôn", "Ví dụ: Bản, tiểu khu. Bỏ trống: không có sheet Hộ nghèo."]),
  one(
    "shortfalls.poor",
    [
      "Mã số liệu hộ nghèo (sheet Thiếu hụt)",
      "Số hộ nghèo, để chặn trên các dòng thiếu hụt. Bỏ trống: không có sheet Thiếu hụt.",
    ],
    element,
  ),
  one("shortfalls.nearPoor", ["Mã số liệu hộ cận nghèo (sheet Thiếu hụt)", "Như trên, với hộ cận nghèo."], element),
  one("thresholds.changePercent", ["Ngưỡng giải trình: số đếm (%)", "Tăng, giảm quá mức này thì hỏi lý do."], number),
  one("thresholds.changePoints", ["Ngưỡng giải trình: tỷ lệ (điểm %)", "Như trên, với tỷ lệ."], number),
  one(
    "thresholds.changeFloor",
    ["Không hỏi khi thay đổi dưới", "Số đếm thay đổi ít hơn mức này thì không hỏi."],
    number,
  ),
  one("thresholds.peerScore", ["Ngưỡng lệch so với các đơn vị", "Điểm lệch chuẩn hóa; thường để 3,5."], number),
  one("thresholds.peerUnits", ["Số đơn vị ít nhất để so sánh", "Ít hơn thì không so sánh giữa các đơn vị."], whole),
  one("thresholds.peerPoints", ["Không hỏi khi lệch dưới (điểm %)", "So với trung vị của các đơn vị."], number),
  one("thresholds.slipPercent", ["Ngưỡng nhầm hàng chục (%)", "Gần số cũ đến mức này khi nhân, chia 10, 100."], number),
  one("thresholds.slipFloor", ["Không xét nhầm hàng chục dưới", "Số nhỏ hơn mức này thì không xét."], number),
  one(
    "thresholds.copyPercent",
    ["Ngưỡng báo cáo trùng (%)", "Hai báo cáo giống nhau đến mức này thì cảnh báo."],
    number,
  ),
  one("thresholds.amountCeiling", ["Trần số tiền (triệu đồng)", "Từ mức này: đã nhập theo đơn vị khác."], number),
  one("thresholds.graceDays", ["Số ngày gia hạn", "Nộp trễ trong số ngày này vẫn tính là đúng hạn."], whole),
];
