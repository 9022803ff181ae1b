import { column, confirmedColumn, phraseColumns } from "./make-column";
import { planChoices } from "./plan-choices";
import type { Kinds, PlanColumn } from "./plan-column";

/** The cell Mục tiêu is one number, whatever the target's kind calls it. */
const aims: ReadonlyMap<string, string> = new Map([
  ["range", "lo"],
  ["fall", "by"],
]);

function aimPath(kinds: Kinds): readonly string[] {
  return ["target", aims.get(kinds("target.kind")) ?? "value"];
}

function upperPath(kinds: Kinds): readonly string[] {
  return ["target", kinds("target.kind") === "range" ? "hi" : "upTo"];
}

/** Chỉ tiêu: what is measured, what is aimed at, and where the plan says so. */
export const indicatorColumns: readonly PlanColumn[] = [
  column({ key: "code", heading: "Mã", note: "Ví dụ: C01.", width: 9, content: { kind: "code" } }),
  ...phraseColumns({ key: "name", heading: "Tên chỉ tiêu", note: "Như sẽ hiện trong biểu.", width: 40 }),
  ...phraseColumns({ key: "unit", heading: "Đơn vị tính", note: "% với tỷ lệ; hộ, người… với số đếm.", width: 11 }),
  column({
    key: "measure.kind",
    heading: "Cách đo",
    note: "Tỷ lệ = tử số / mẫu số. Tỷ lệ đơn vị đạt = số đơn vị trả lời Có / số đơn vị.",
    width: 18,
    content: { kind: "choice", words: planChoices.measure },
  }),
  column({
    key: "measure.numerator",
    heading: "Tử số",
    note: "Chỉ với Tỷ lệ: mã số liệu.",
    width: 10,
    content: { kind: "reference", list: "elements" },
  }),
  column({
    key: "measure.denominator",
    heading: "Mẫu số",
    note: "Chỉ với Tỷ lệ: mã số liệu.",
    width: 10,
    content: { kind: "reference", list: "elements" },
  }),
  column({
    key: "measure.elements",
    heading: "Số liệu đếm",
    note: "Số đếm: một mã. Tỷ lệ đơn vị đạt: một hay nhiều mã, cách nhau bằng dấu phẩy.",
    width: 14,
    content: { kind: "codes" },
    path: (kinds) => ["measure", kinds("measure.kind") === "count" ? "element" : "elements"],
    isList: (kinds) => kinds("measure.kind") !== "count",
  }),
  column({
    key: "target.kind",
    heading: "Loại mục tiêu",
    note: "Số đếm: Tổng số hoặc Theo dõi. Tỷ lệ: các loại còn lại.",
    width: 14,
    content: { kind: "choice", words: planChoices.target },
  }),
  column({
    key: "target.value",
    heading: "Mục tiêu",
    note: "Nhập 95, không nhập 95%. Giảm: số điểm % mỗi năm. Dưới 1: gõ dấu ' trước, như '0,5.",
    width: 11,
    content: { kind: "number", isAim: true },
    path: aimPath,
  }),
  column({
    key: "target.upTo",
    heading: "Đến",
    note: "Mức trên của Trong khoảng, hoặc của Giảm (giảm 3 đến 4).",
    width: 9,
    content: { kind: "number", isAim: true },
    path: upperPath,
  }),
  column({
    key: "target.isStrict",
    heading: "Phải vượt mức",
    note: "Chỉ với Đạt mức. Có: trên mức, không tính bằng mức.",
    width: 10,
    content: { kind: "yes-no", blankMeans: false },
  }),
  column({
    key: "target.isStanding",
    heading: "Duy trì cả năm",
    note: "Chỉ với Đạt mức. Có: 6 tháng đã phải đạt đủ.",
    width: 10,
    content: { kind: "yes-no", blankMeans: false },
  }),
  column({
    key: "target.progressAgainst",
    heading: "Tiến độ tính theo",
    note: "Chỉ với Giảm. Bỏ trống là Mức thấp.",
    width: 12,
    content: { kind: "choice", words: planChoices.progressAgainst, blankMeans: "by" },
  }),
  column({
    key: "target.confirmed",
    heading: "Số giao đã xác nhận",
    note: "Chỉ với Tổng số. Bỏ trống là Có.",
    width: 12,
    content: { kind: "yes-no", blankMeans: true },
  }),
  column({
    key: "pace",
    heading: "Nhịp độ năm",
    note: "Điểm %/năm mà kế hoạch nêu, nếu có.",
    width: 10,
    content: { kind: "number" },
  }),
  column({
    key: "onlyGroup",
    heading: "Chỉ của nhóm",
    note: "Mã của sheet Nhóm đơn vị; bỏ trống là mọi đơn vị.",
    width: 11,
    content: { kind: "reference", list: "groups" },
  }),
  column({
    key: "agency",
    heading: "Cơ quan chủ trì",
    note: "Chọn một mã của sheet Cơ quan.",
    width: 14,
    content: { kind: "reference", list: "agencies" },
  }),
  column({
    key: "sentence",
    heading: "Câu trong kế hoạch",
    note: "Nguyên văn câu nêu chỉ tiêu.",
    width: 56,
    content: { kind: "long-text" },
  }),
  ...phraseColumns({ key: "note", heading: "Ghi chú", note: "Điều còn chưa rõ, nếu có.", width: 36 }),
  confirmedColumn,
];
