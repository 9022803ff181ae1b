import { column, confirmedColumn, phraseColumns } from "./make-column";
import { planChoices, unitRoles } from "./plan-choices";
import { indicatorColumns } from "./indicator-columns";
import type { PlanColumn, PlanContent, PlanSheet } from "./plan-column";

const code: PlanContent = { kind: "code" };
const raw: PlanContent = { kind: "raw" };
const date: PlanContent = { kind: "date" };

function codeColumn(note: string, key = "code"): PlanColumn {
  return column({ key, heading: "Mã", note, width: 14, content: code });
}

function reference(key: string, heading: string, list: "agencies" | "calendars" | "levels"): PlanColumn {
  const sheets = { agencies: "Cơ quan", calendars: "Chế độ báo cáo", levels: "Cấp" } as const;
  const note = `Chọn một mã của sheet ${sheets[list]}.`;
  return column({ key, heading, note, width: 14, content: { kind: "reference", list } });
}

function countedRows(name: string, list: PlanSheet["list"], title: string): PlanSheet {
  return {
    name,
    title,
    list,
    columns: [
      codeColumn("Mỗi dòng một mã."),
      ...phraseColumns({ key: "label", heading: "Tên dòng", note: "Như sẽ hiện trong biểu.", width: 44 }),
    ],
    families: [],
  };
}

const units: PlanSheet = {
  name: "Đơn vị",
  title: "CÁC ĐƠN VỊ BÁO CÁO VÀ ĐƠN VỊ TỔNG HỢP",
  list: ["units"],
  wholeIf: { key: "role", word: unitRoles.whole },
  columns: [
    column({
      key: "role",
      heading: "Vai trò",
      note: "Đúng một dòng là Đơn vị tổng hợp. Bỏ trống là Đơn vị báo cáo.",
      content: {
        kind: "choice",
        words: new Map(Object.values(unitRoles).map((word) => [word, word])),
        blankMeans: unitRoles.reporting,
      },
    }),
    codeColumn("Mã hành chính, viết dưới dạng chữ để giữ số 0 ở đầu."),
    column({ key: "prefix", heading: "Đứng trước tên", note: "Xã, Phường… hoặc bỏ trống.", width: 12, content: raw }),
    column({ key: "name", heading: "Tên", note: "Không trùng tên đơn vị khác, kể cả khi bỏ dấu.", width: 24 }),
    column({ key: "kind", heading: "Loại", note: "Mã loại đơn vị: commune, town, ward…", width: 12, content: code }),
    column({
      key: "predecessors",
      heading: "Gộp từ các đơn vị cũ",
      note: "Mã các đơn vị cũ đã nhập thành đơn vị này, cách nhau bằng dấu phẩy.",
      width: 24,
      content: { kind: "codes" },
    }),
    column({ key: "validFrom", heading: "Có từ ngày", note: "Bỏ trống nếu không rõ.", width: 13, content: date }),
    column({ key: "validTo", heading: "Đến hết ngày", note: "Bỏ trống nếu còn.", width: 13, content: date }),
    confirmedColumn,
  ],
  families: [
    {
      key: "traits",
      heading: "Đặc điểm",
      note: "Chữ, hoặc Có, Không. Dùng để lập nhóm.",
      width: 12,
      content: { kind: "trait" },
      isCounted: false,
      path: ["traits"],
    },
    {
      key: "aliases",
      heading: "Tên khác",
      note: "Cách viết khác thường gặp.",
      width: 18,
      content: { kind: "text" },
      isCounted: true,
      path: ["aliases"],
    },
  ],
};

const periods: PlanSheet = {
  name: "Kỳ báo cáo",
  title: "CÁC KỲ BÁO CÁO VÀ HẠN NỘP",
  list: ["periods"],
  columns: [
    codeColumn("Ví dụ: 2026-H1.", "id"),
    ...phraseColumns({ key: "name", heading: "Tên kỳ", note: "Ví dụ: 6 tháng đầu năm 2026.", width: 28 }),
    reference("calendar", "Chế độ", "calendars"),
    column({ key: "start", heading: "Từ ngày", note: "Ngày/tháng/năm.", width: 13, content: date }),
    column({ key: "end", heading: "Đến ngày", note: "Trong năm kế hoạch.", width: 13, content: date }),
    column({
      key: "months",
      heading: "Số tháng",
      note: "Đã qua trong năm: 6, 12…",
      width: 10,
      content: { kind: "whole" },
    }),
    confirmedColumn,
  ],
  families: [
    {
      key: "due",
      heading: "Hạn nộp",
      note: "Hạn nộp của cấp có mã này.",
      width: 13,
      content: date,
      isCounted: false,
      path: ["due"],
    },
  ],
};

const elements: PlanSheet = {
  name: "Số liệu",
  title: "CÁC SỐ LIỆU PHẢI BÁO CÁO",
  list: ["elements"],
  columns: [
    codeColumn("Ví dụ: S01."),
    ...phraseColumns({ key: "label", heading: "Tên số liệu", note: "Như sẽ hiện trong biểu.", width: 40 }),
    ...phraseColumns({ key: "unit", heading: "Đơn vị tính", note: "hộ, người, xã…", width: 12 }),
    column({
      key: "content",
      heading: "Dạng",
      note: "Đếm được, hoặc trả lời Có/Không.",
      width: 11,
      content: { kind: "choice", words: planChoices.content },
    }),
    column({
      key: "kind",
      heading: "Cách tính",
      note: "Số vào một ngày, hay cộng dồn từ đầu năm.",
      width: 18,
      content: { kind: "choice", words: planChoices.elementKind },
    }),
    reference("by", "Cấp báo cáo", "levels"),
    column({
      key: "restsOnStandard",
      heading: "Theo chuẩn nghèo",
      note: "Có: đổi chuẩn nghèo thì không so sánh. Bỏ trống là Không.",
      width: 12,
      content: { kind: "yes-no", blankMeans: false },
    }),
  ],
  families: [],
};

const tasks: PlanSheet = {
  name: "Nhiệm vụ",
  title: "CÁC NHIỆM VỤ, GIẢI PHÁP",
  list: ["tasks"],
  columns: [
    codeColumn("Ví dụ: NV01."),
    column({
      key: "section",
      heading: "Mục trong kế hoạch",
      note: "Ví dụ: IV.2.1; có ở sheet Phần mục.",
      content: raw,
    }),
    ...phraseColumns({ key: "name", heading: "Tên ngắn", note: "Để hiện trong bảng.", width: 32 }),
    column({
      key: "text",
      heading: "Nội dung",
      note: "Nguyên văn trong kế hoạch.",
      width: 60,
      content: { kind: "long-text" },
    }),
    reference("agency", "Cơ quan chủ trì", "agencies"),
  ],
  families: [],
};

const relations: PlanSheet = {
  name: "Ràng buộc",
  title: "NHỮNG SỐ PHẢI KHỚP NHAU",
  list: ["relations"],
  columns: [
    column({
      key: "kind",
      heading: "Quan hệ",
      note: "Vế trái … vế phải. Ví dụ: S04 Không vượt S02.",
      width: 24,
      content: { kind: "choice", words: planChoices.relation },
    }),
    column({
      key: "left",
      heading: "Vế trái",
      note: "Mã số liệu; với Cộng lại không vượt: nhiều mã, cách nhau bằng dấu phẩy.",
      width: 24,
      content: { kind: "codes" },
      path: (kinds) => [leftEnds.get(kinds("kind")) ?? "element"],
      isList: (kinds) => kinds("kind") === "parts-within-whole",
    }),
    column({
      key: "right",
      heading: "Vế phải",
      note: "Mã số liệu; với Bằng tổng cột: cột của sheet Hộ nghèo (households, p1 đến p9, n1 đến n9).",
      width: 24,
      content: code,
      path: (kinds) => [rightEnds.get(kinds("kind")) ?? "column"],
    }),
  ],
  families: [],
};

const leftEnds: ReadonlyMap<string, string> = new Map([
  ["part-within-whole", "part"],
  ["parts-within-whole", "parts"],
]);

const rightEnds: ReadonlyMap<string, string> = new Map([
  ["part-within-whole", "whole"],
  ["parts-within-whole", "whole"],
  ["at-least", "atLeast"],
]);

const groups: PlanSheet = {
  name: "Nhóm đơn vị",
  title: "CÁC NHÓM ĐƠN VỊ CÓ DÒNG TỔNG RIÊNG",
  list: ["groups"],
  columns: [
    codeColumn("Ví dụ: kv3.", "id"),
    ...phraseColumns({ key: "name", heading: "Tên nhóm", note: "Như sẽ hiện trong biểu." }),
    column({
      key: "where.trait",
      heading: "Theo đặc điểm",
      note: "Tên một cột Đặc điểm của sheet Đơn vị, ví dụ: region.",
      content: code,
    }),
  ],
  families: [
    {
      key: "values",
      heading: "Giá trị",
      note: "Đơn vị có một trong các giá trị này thì thuộc nhóm.",
      width: 12,
      content: { kind: "trait" },
      isCounted: true,
      path: ["where", "isOneOf"],
    },
  ],
};

const levels: PlanSheet = {
  name: "Cấp",
  title: "CÁC CẤP, TỪ CẤP BÁO CÁO TRỞ LÊN",
  list: ["levels"],
  columns: [
    codeColumn("Dòng đầu là cấp báo cáo, dòng thứ hai là cấp nhận.", "id"),
    ...phraseColumns({ key: "name", heading: "Tên cấp", note: "Cấp xã, Cấp tỉnh…", width: 20 }),
    ...phraseColumns({
      key: "receivingBody",
      heading: "Nơi nhận báo cáo",
      note: "Cơ quan nhận báo cáo của cấp này.",
      width: 44,
    }),
    column({
      key: "parent",
      heading: "Cấp trên",
      note: "Mã của dòng kế tiếp; dòng cuối bỏ trống.",
      content: { kind: "reference", list: "levels" },
    }),
  ],
  families: [],
};

function named(name: string, title: string, list: string): PlanSheet {
  return {
    name,
    title,
    list: [list],
    columns: [
      column({ key: "id", heading: "Mã", note: "Mỗi dòng một mã.", width: 14, content: code }),
      ...phraseColumns({ key: "name", heading: "Tên", note: "Như sẽ hiện trong biểu.", width: 44 }),
    ],
    families: [],
  };
}

const calendars: PlanSheet = {
  ...named("Chế độ báo cáo", "CÁC CHẾ ĐỘ BÁO CÁO", "calendars"),
  columns: [
    ...named("", "", "").columns,
    column({ key: "source", heading: "Căn cứ", note: "Văn bản quy định kỳ báo cáo.", width: 32 }),
  ],
};

const sections: PlanSheet = {
  ...named("Phần mục", "CÁC PHẦN MỤC CỦA KẾ HOẠCH", "sections"),
  columns: [
    column({ key: "id", heading: "Mục", note: "Ví dụ: IV.2.1.", width: 14, content: raw }),
    ...phraseColumns({ key: "title", heading: "Tên mục", note: "Như trong kế hoạch.", width: 50 }),
  ],
};

/** The sheets whose rows are lists of the plan, in the order of the workbook: what changes most comes first. */
export const planSheets: readonly PlanSheet[] = [
  units,
  periods,
  {
    name: "Chỉ tiêu",
    title: "CÁC CHỈ TIÊU VÀ MỤC TIÊU",
    list: ["indicators"],
    columns: indicatorColumns,
    families: [],
  },
  elements,
  tasks,
  sections,
  countedRows("Nguồn kinh phí", ["funds"], "CÁC NGUỒN KINH PHÍ"),
  countedRows("Chỉ số thiếu hụt", ["shortfalls", "deprivations"], "CÁC CHỈ SỐ THIẾU HỤT"),
  countedRows("Nguyên nhân nghèo", ["shortfalls", "causes"], "CÁC NGUYÊN NHÂN NGHÈO"),
  relations,
  groups,
  levels,
  named("Cơ quan", "CÁC CƠ QUAN CHỦ TRÌ", "agencies"),
  calendars,
  named("Mức độ số liệu", "CÁC MỨC ĐỘ SỐ LIỆU", "stages"),
];
