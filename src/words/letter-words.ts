import type { Phrase } from "../core/language";
import type { Status } from "../core/progress/status";
import type { EarlierTime } from "../core/times";

const one = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const months = "January February March April May June July August September October November December".split(" ");

/** "14/06/2022", "14 June 2022". */
export function dayPhrase(iso: string): Phrase {
  const [year = "", month = "", day = ""] = iso.split("-");
  return { vi: `${day}/${month}/${year}`, en: `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}` };
}

const planOf = "Kế hoạch thực hiện ";

/** The fixed parts of the form. */
export const letterForm = {
  state: { vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM" },
  motto: { vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness" },
  number: { vi: "Số:          /BC-UBND", en: "No.:          /BC-UBND" },
  kind: { vi: "BÁO CÁO", en: "REPORT" },
  recipients: { vi: "Nơi nhận:", en: "Recipients:" },
  committee: { vi: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], en: ["ON BEHALF OF THE PEOPLE'S COMMITTEE", "CHAIRPERSON"] },
  head: { vi: ["THỦ TRƯỞNG CƠ QUAN"], en: ["HEAD OF THE BODY"] },
  signerName: { vi: "[họ và tên]", en: "[full name]" },
  units: { vi: "Các đơn vị báo cáo;", en: "The reporting units;" },
  filed: { vi: "Lưu: VT.", en: "Filed: Office." },
  toReport: { vi: "(để báo cáo)", en: "(to report)" },
  placeAndDay: (place: string, iso: string): Phrase => {
    const [year = "", month = "", day = ""] = iso.split("-");
    // The decree writes a nought before small days and before the first two months.
    const vietnameseMonth = Number(month) > 2 ? String(Number(month)) : month;
    return {
      vi: `${place}, ngày ${day} tháng ${vietnameseMonth} năm ${year}`,
      en: `${place}, ${dayPhrase(iso).en}`,
    };
  },
  subject: ({ title, number }: { title: Phrase; number: string }, period: Phrase): readonly Phrase[] => [
    {
      vi: title.vi.startsWith(planOf)
        ? `Kết quả thực hiện Kế hoạch số ${number} về ${title.vi.slice(planOf.length)}`
        : `Kết quả thực hiện ${title.vi}`,
      en: `Results of the ${title.en}`,
    },
    { vi: `(Kỳ báo cáo: ${lowerFirst(period.vi)})`, en: `(Period: ${lowerFirst(period.en)})` },
  ],
} as const;

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** Headings and fixed sentences of the report. */
export const reportWords = {
  opening: (plan: { number: string; issued: string; issuer: Phrase; title: Phrase }, on: Phrase): Phrase => ({
    vi: `Thực hiện Kế hoạch số ${plan.number} ngày ${dayPhrase(plan.issued).vi} của ${plan.issuer.vi} về ${lowerFirst(plan.title.vi.replace(/^Kế hoạch /, ""))}, ${plan.issuer.vi} báo cáo kết quả thực hiện đến ngày ${on.vi} như sau:`,
    en: `Under Plan No. ${plan.number} of ${dayPhrase(plan.issued).en} of the ${plan.issuer.en} (${plan.title.en}), the ${plan.issuer.en} reports the results up to ${on.en} as follows:`,
  }),
  steering: { vi: "I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN", en: "I. STEERING AND ORGANISATION" },
  steeringItself: { vi: "1. Công tác chỉ đạo, điều hành", en: "1. Steering" },
  steeringGap: {
    vi: "[cơ quan soạn thảo bổ sung: văn bản chỉ đạo đã ban hành, tuyên truyền, kiểm tra, giám sát]",
    en: "[to be added by the drafting body: documents issued, communication, inspection and supervision]",
  },
  reporting: { vi: "2. Công tác báo cáo của các đơn vị", en: "2. Reports of the units" },
  results: { vi: "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU", en: "II. RESULTS BY TARGET AND INDICATOR" },
  overview: { vi: "1. Đánh giá chung", en: "1. Overview" },
  byIndicator: { vi: "2. Kết quả từng chỉ tiêu", en: "2. Indicator by indicator" },
  work: { vi: "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ, KINH PHÍ", en: "III. TASKS AND FUNDS" },
  tasks: { vi: "1. Nhiệm vụ, giải pháp", en: "1. Tasks and measures" },
  funds: { vi: "2. Kinh phí thực hiện", en: "2. Funds" },
  unrated: (names: Phrase): Phrase => ({
    vi: `[tỷ lệ giải ngân chưa tính nguồn thiếu số đã phân bổ hoặc đã giải ngân: ${names.vi}]`,
    en: `[rates leave out sources without the amount allocated or disbursed: ${names.en}]`,
  }),
  troubles: { vi: "IV. KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN", en: "IV. DIFFICULTIES AND CAUSES" },
  behind: { vi: "1. Chỉ tiêu, đơn vị thực hiện chậm hoặc chưa đạt", en: "1. Indicators and units that are behind" },
  difficulties: { vi: "2. Khó khăn, vướng mắc do các đơn vị nêu", en: "2. Difficulties that the units name" },
  causes: { vi: "3. Nguyên nhân", en: "3. Causes" },
  ahead: { vi: "V. PHƯƠNG HƯỚNG, ĐỀ XUẤT", en: "V. NEXT STEPS AND PROPOSALS" },
  aheadItself: { vi: "1. Nhiệm vụ trọng tâm thời gian tới", en: "1. Main tasks ahead" },
  proposals: { vi: "2. Đề xuất, kiến nghị", en: "2. Proposals" },
  proposalsGap: {
    vi: "[cơ quan soạn thảo bổ sung: đề xuất, kiến nghị với cấp trên]",
    en: "[to be added by the drafting body: proposals to the higher level]",
  },
  causesGap: {
    vi: "[cơ quan soạn thảo bổ sung: nguyên nhân khách quan, chủ quan]",
    en: "[to be added by the drafting body: causes]",
  },
  end: (issuer: Phrase, receiver: Phrase): Phrase => ({
    vi: `Trên đây là báo cáo của ${issuer.vi}, kính gửi ${receiver.vi} theo dõi, chỉ đạo./.`,
    en: `This is the report of the ${issuer.en}, sent to the ${receiver.en} for information and guidance./.`,
  }),
  noDifficulties: { vi: "Các đơn vị không nêu khó khăn, vướng mắc.", en: "The units name no difficulties." },
  noneBehind: {
    vi: "Không có đơn vị nào chậm hoặc chưa đạt ở các chỉ tiêu có số liệu.",
    en: "No unit is behind in the indicators that have figures.",
  },
  explained: { vi: "Giải trình số liệu của các đơn vị:", en: "What the units say of their figures:" },
  poverty: (list: string): Phrase => ({
    vi: `Nguyên nhân nghèo được nêu nhiều nhất (một hộ có thể có nhiều nguyên nhân): ${list}.`,
    en: `The causes of poverty named most (a household may have several): ${list}.`,
  }),
} as const;

/** What became of the reports. */
export const reportingWords = {
  received: (received: number, all: number): Phrase => ({
    vi: `Đã nhận báo cáo của ${received}/${all} đơn vị.`,
    en: `Reports of ${received} of ${one(all, "unit")} have been received.`,
  }),
  missing: (names: string): Phrase => ({
    vi: `Chưa nộp báo cáo: ${names}. Số liệu tổng hợp là số tạm tính.`,
    en: `Not received: ${names}. The totals are provisional.`,
  }),
  refused: (names: string): Phrase => ({
    vi: `Đã nộp nhưng còn lỗi, chưa tính vào số liệu tổng hợp: ${names}.`,
    en: `Received with errors and left out of the totals: ${names}.`,
  }),
  otherStage: (names: string): Phrase => ({
    vi: `Đã nộp nhưng khác mức độ số liệu, chưa tính vào số liệu tổng hợp: ${names}.`,
    en: `Received of another stage and left out of the totals: ${names}.`,
  }),
  late: (names: string): Phrase => ({ vi: `Nộp muộn: ${names}.`, en: `Late: ${names}.` }),
  withErrors: (names: string): Phrase => ({
    vi: `Đã tính vào số liệu tổng hợp dù báo cáo còn lỗi: ${names}.`,
    en: `Counted although their reports have errors: ${names}.`,
  }),
  otherStageIn: (names: string): Phrase => ({
    vi: `Đã tính vào số liệu tổng hợp dù khác mức độ số liệu: ${names}.`,
    en: `Counted although their figures are of another stage: ${names}.`,
  }),
  inPart: (names: string): Phrase => ({
    vi: `Báo cáo tổng hợp chưa đủ báo cáo cấp dưới, số liệu còn tạm tính: ${names}.`,
    en: `Summaries that lack reports of their own units, so that the figures are provisional: ${names}.`,
  }),
  altered: (names: Phrase): Phrase => ({
    vi: `[số liệu trong biểu tổng hợp đã bị sửa sau khi nhận báo cáo, cần đối chiếu với báo cáo đã nộp: ${names.vi}]`,
    en: `[figures in the summary were changed after the report was received; compare with the report: ${names.en}]`,
  }),
  ownMissing: (name: Phrase): Phrase => ({
    vi: `Chưa có báo cáo số liệu của các cơ quan ${name.vi}.`,
    en: `The report of ${name.en}'s own bodies has not been received.`,
  }),
} as const;

/** "[chưa có số liệu: xã Tú Nang]". */
export function gapPhrase(names: Phrase): Phrase {
  return { vi: `[chưa có số liệu: ${names.vi}]`, en: `[no figures: ${names.en}]` };
}

/** "[chưa có số đầu kỳ: Xã Tú Nang]". */
export function earlierGapPhrase(since: EarlierTime, names: Phrase): Phrase {
  return since === "baseline"
    ? { vi: `[chưa có số đầu kỳ: ${names.vi}]`, en: `[no baseline: ${names.en}]` }
    : { vi: `[chưa có số cùng kỳ năm trước: ${names.vi}]`, en: `[no figures of last year: ${names.en}]` };
}

/** "Tất cả 15 đơn vị". */
export function allUnits(count: number): Phrase {
  return { vi: `cả ${count} đơn vị`, en: `all ${one(count, "unit")}` };
}

/** Names beyond what a sentence holds. */
export function andOthers(names: Phrase, more: number): Phrase {
  return more === 0
    ? names
    : { vi: `${names.vi} và ${more} đơn vị khác`, en: `${names.en} and ${one(more, "other unit")}` };
}

/** "Trong 23 chỉ tiêu có mục tiêu: 9 đạt, 3 chậm." */
export function overviewPhrase(judged: number, counts: string): Phrase {
  return {
    vi: `Kế hoạch có ${judged} chỉ tiêu đặt mục tiêu, trong đó: ${counts}.`,
    en: `The plan sets a target for ${one(judged, "indicator")}: ${counts}.`,
  };
}

export function watchedPhrase(count: number): Phrase {
  return {
    vi: `Ngoài ra, ${count} chỉ tiêu được theo dõi, kế hoạch không đặt con số.`,
    en: `${one(count, "further indicator")} without a target ${count === 1 ? "is" : "are"} watched.`,
  };
}

/** The statuses counted in the overview, in this order. */
export const judgedStatuses = [
  "exceeded",
  "met",
  "on-track",
  "behind",
  "not-met",
  "nil",
  "missing",
] as const satisfies readonly Status[];

/** Headings of the tables. */
export const letterTables = {
  order: { vi: "Mã", en: "Code" },
  indicator: { vi: "Chỉ tiêu", en: "Indicator" },
  target: { vi: "Mục tiêu năm", en: "Target" },
  baseline: { vi: "Đầu kỳ", en: "Baseline" },
  value: { vi: "Thực hiện", en: "Value" },
  progress: { vi: "% kế hoạch", en: "% of plan" },
  change: { vi: "Tăng, giảm", en: "Change" },
  status: { vi: "Đánh giá", en: "Status" },
  coverage: { vi: "Đơn vị có số liệu", en: "Units with figures" },
  task: { vi: "Nhiệm vụ", en: "Task" },
  unit: { vi: "Đơn vị", en: "Unit" },
  source: { vi: "Nguồn kinh phí", en: "Source" },
  planned: { vi: "Kế hoạch", en: "Planned" },
  allocated: { vi: "Đã phân bổ", en: "Allocated" },
  disbursed: { vi: "Đã giải ngân", en: "Disbursed" },
  rate: { vi: "Tỷ lệ giải ngân (%)", en: "Disbursed (%)" },
  total: { vi: "Tổng cộng", en: "Total" },
  fundsCaption: { vi: "Kinh phí thực hiện (triệu đồng)", en: "Funds (million đồng)" },
  annexIndicators: (whole: Phrase, hasGroups: boolean): Phrase => ({
    vi: `Biểu 1. Kết quả thực hiện các chỉ tiêu của ${whole.vi.toLowerCase()}${hasGroups ? " và của từng nhóm" : ""}`,
    en: `Table 1. Indicators of the ${whole.en.toLowerCase()}${hasGroups ? " and of each group" : ""}`,
  }),
  annexChart: {
    vi: "Biểu đồ. Tiến độ các chỉ tiêu so với kế hoạch năm (vạch dọc: 100%)",
    en: "Chart. Progress of the indicators against the year's plan (the upright line: 100%)",
  },
  annexUnits: (part: string): Phrase => ({
    vi: `Biểu 2. Kết quả thực hiện các chỉ tiêu theo đơn vị${part} (tên chỉ tiêu: xem Biểu 1)`,
    en: `Table 2. Indicators by unit${part} (names: see Table 1)`,
  }),
  annexTasks: {
    vi: "Biểu 3. Tình hình thực hiện nhiệm vụ (số đơn vị)",
    en: "Table 3. Tasks (number of units)",
  },
  annexFunds: {
    vi: "Biểu 4. Kinh phí thực hiện theo đơn vị (triệu đồng)",
    en: "Table 4. Funds by unit (million đồng)",
  },
  none: { vi: "chưa có", en: "none" },
} as const;

/** The states of a task, in the order of the form's list. */
export const taskStates: readonly Phrase[] = [
  { vi: "chưa thực hiện", en: "not begun" },
  { vi: "đang thực hiện", en: "under way" },
  { vi: "hoàn thành", en: "completed" },
  { vi: "không phát sinh", en: "nothing to do" },
];

/** What stands before the counts of tasks. */
export const tasksIntro: Phrase = {
  vi: "Theo báo cáo của các đơn vị (mỗi nhiệm vụ của mỗi đơn vị tính một lượt; từng nhiệm vụ: xem Biểu 3):",
  en: "As the units report (each task of each unit counts once; task by task: see Table 3):",
};

/** "hoàn thành 10 lượt, đang thực hiện 28 lượt" of the tasks of one section. */
export function tasksCounted(section: string, count: number, counts: string): Phrase {
  return { vi: `${section} (${count} nhiệm vụ): ${counts}.`, en: `${section} (${one(count, "task")}): ${counts}.` };
}

/** "Thiếu vốn (Xã Tú Nang, Xã Lóng Phiêng)". */
export function saidBy(text: string, names: string): string {
  return `${text.replace(/[.;\s]+$/, "")} (${names})`;
}

/** Sentences of section IV. */
export const troubleWords = {
  behind: (indicator: Phrase, named: string, { all, more }: { all: number; more: number }): Phrase =>
    more === 0
      ? { vi: `${indicator.vi}: ${all} đơn vị, gồm ${named}.`, en: `${indicator.en}: ${one(all, "unit")}: ${named}.` }
      : {
          vi: `${indicator.vi}: ${all} đơn vị, chậm nhất là ${named} và ${more} đơn vị khác (Biểu 2).`,
          en: `${indicator.en}: ${one(all, "unit")}, furthest behind ${named} and ${more} more (Table 2).`,
        },
  households: (cause: Phrase, count: Phrase): Phrase => ({
    vi: `${lowerFirst(cause.vi)} (${count.vi} hộ)`,
    en: `${lowerFirst(cause.en)} (${count.en} households)`,
  }),
} as const;

/** The tasks ahead that the figures name. */
export const aheadWords = {
  indicators: (list: string, more: number): Phrase => ({
    vi: `Tập trung chỉ đạo các chỉ tiêu chậm hoặc chưa đạt, trước hết là: ${list}${more === 0 ? "" : `; cùng ${more} chỉ tiêu khác (Biểu 1)`}.`,
    en: `Give priority to the indicators that are behind, first of all: ${list}${more === 0 ? "" : `; and ${more} more (Table 1)`}.`,
  }),
  reports: (names: string): Phrase => ({
    vi: `Đôn đốc các đơn vị gửi hoặc chỉnh sửa báo cáo để hoàn thiện số liệu: ${names}.`,
    en: `Obtain the reports that are missing or have to be put right: ${names}.`,
  }),
  tasks: (list: string, more: number): Phrase => ({
    vi: `Đẩy nhanh các nhiệm vụ còn đơn vị chưa thực hiện, trước hết là: ${list}${more === 0 ? "" : `; cùng ${more} nhiệm vụ khác (Biểu 3)`}.`,
    en: `Speed up the tasks that some units have not begun, first of all: ${list}${more === 0 ? "" : `; and ${more} more (Table 3)`}.`,
  }),
  next: {
    vi: "[cơ quan soạn thảo bổ sung: nhiệm vụ, giải pháp thời gian tới]",
    en: "[to be added by the drafting body: tasks and measures ahead]",
  },
} as const;
