import type { CarriedOfUnit } from "../core/consolidation/carried-of-unit";
import type { Phrase } from "../core/language";
import type { CarriedPart, LeftBlank } from "../core/reading/carrier";

type Twice = Extract<CarriedOfUnit, { readonly kind: "twice" }>;

/** What a new form takes from an earlier report. */
export const carriedParts: Readonly<Record<CarriedPart, Phrase>> = {
  baseline: { vi: "kỳ gốc", en: "baseline" },
  last_year: { vi: "cùng kỳ năm trước", en: "last year" },
  openings: { vi: "số hộ đầu kỳ", en: "opening households" },
  villages: { vi: "tên bản, tiểu khu", en: "names of villages" },
};

const reasons: Readonly<Record<LeftBlank["reason"], Phrase>> = {
  "another-year": { vi: "báo cáo trước thuộc năm khác", en: "the earlier report is of another year" },
  "another-period": { vi: "báo cáo trước thuộc kỳ khác", en: "the earlier report is of another period" },
  "another-standard": { vi: "tính theo chuẩn nghèo khác", en: "counted under another poverty standard" },
  blank: { vi: "báo cáo trước để trống", en: "blank in the earlier report" },
  "not-a-figure": { vi: "báo cáo trước không ghi số rõ ràng", en: "no clear figure in the earlier report" },
  "another-row": { vi: "một trong hai biểu mẫu không có dòng này", en: "one of the two forms has no such row" },
  "another-meaning": {
    vi: "tên hay đơn vị tính của dòng này khác với báo cáo trước",
    en: "the row's label or unit is another than in the earlier report",
  },
  "not-additive": {
    vi: "câu trả lời Có/Không của các đơn vị cũ không cộng được",
    en: "yes/no answers of the old units do not add up",
  },
  "too-many-villages": {
    vi: "các đơn vị cũ có nhiều bản, thôn hơn số dòng của biểu mẫu mới",
    en: "the old units had more villages than the new form has rows",
  },
};

/** "Để trống kỳ gốc: S02, S03 – tính theo chuẩn nghèo khác." */
export function leftBlankPhrase({ part, reason, codes }: LeftBlank): Phrase {
  const rows = codes.length === 0 ? "" : `: ${codes.join(", ")}`;
  return {
    vi: `Để trống ${carriedParts[part].vi}${rows} – ${reasons[reason].vi}.`,
    en: `Left blank, ${carriedParts[part].en}${rows} – ${reasons[reason].en}.`,
  };
}

/** "Đã chuyển sang: kỳ gốc 46, tên bản, tiểu khu 14." */
export function carriedPhrase(counts: ReadonlyMap<CarriedPart, number>): Phrase {
  const { vi, en } = listOf(counts);
  return { vi: `Đã lấy từ báo cáo trước: ${vi}.`, en: `Carried over: ${en}.` };
}

function listOf(counts: ReadonlyMap<CarriedPart, number>): Phrase {
  const list = (language: keyof Phrase): string =>
    [...counts].map(([part, count]) => `${carriedParts[part][language]} (${count})`).join(", ");
  return { vi: list("vi"), en: list("en") };
}

/** "Xã Tú Nang: kỳ gốc (46), tên bản, tiểu khu (14)", and beneath it what stays blank; why the whole form does, where it does. */
export function carriedOfUnitLines(unit: string, carried: CarriedOfUnit): Phrase[] {
  switch (carried.kind) {
    case "carried":
      return [
        countsOfUnit(unit, carried.contents.counts),
        ...carried.contents.left.map(leftBlankPhrase).map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })),
      ];
    case "nothing":
      return [
        {
          vi: `${unit}: không có báo cáo trước, biểu mẫu để trống kỳ gốc.`,
          en: `${unit}: no earlier report; the baseline of its form is blank.`,
        },
      ];
    case "missing":
    case "split":
      return [notMerged[carried.kind](unit, carried.codes)];
    case "unlisted":
      return [notMerged.unlisted(unit, carried.codes)];
    case "twice":
      return [notCarried.twice(unit, carried)];
  }
}

function countsOfUnit(unit: string, counts: ReadonlyMap<CarriedPart, number>): Phrase {
  if (counts.size === 0)
    return { vi: `${unit}: không lấy được số liệu nào.`, en: `${unit}: nothing was carried over.` };
  const { vi, en } = listOf(counts);
  return { vi: `${unit}: ${vi}.`, en: `${unit}: ${en}.` };
}

/** Reports of which no unit takes anything, as "Xã Chiềng Hặc (04078.xlsx)". */
export function takenByNobodyPhrase(reports: readonly string[]): Phrase {
  const names = reports.join(", ");
  return {
    vi: `Không đơn vị nào lấy số liệu từ báo cáo của: ${names}. Nếu đơn vị cũ đó đã nhập vào đơn vị mới, ghi mã của nó vào “Gộp từ các đơn vị cũ” của kế hoạch.`,
    en: `No unit takes anything from the reports of: ${names}. If such an old unit became part of a new one, its code belongs in “Gộp từ các đơn vị cũ” (predecessors) of the plan.`,
  };
}

/** Why the reports of the old units give the form of a new one nothing. */
const notMerged = {
  missing: (unit: string, codes: readonly string[]): Phrase => ({
    vi: `${unit}: chưa có báo cáo của đơn vị cũ ${codes.join(", ")}, nên không cộng được; biểu mẫu để trống kỳ gốc.`,
    en: `${unit}: no report of the old unit ${codes.join(", ")}, so nothing adds up; the baseline of its form is blank.`,
  }),
  unlisted: (unit: string, codes: readonly string[]): Phrase => ({
    vi: `${unit}: có báo cáo của chính ${codes.join(", ")}, nhưng “Gộp từ các đơn vị cũ” của kế hoạch không ghi mã này; ghi thêm nếu đơn vị cũ cũng nằm trong đó. Biểu mẫu để trống kỳ gốc.`,
    en: `${unit}: there is a report of ${codes.join(", ")} itself, which “Gộp từ các đơn vị cũ” (predecessors) of the plan does not list; list it if the old unit is a part too. The baseline of its form is blank.`,
  }),
  split: (unit: string, codes: readonly string[]): Phrase => ({
    vi: `${unit}: đơn vị cũ ${codes.join(", ")} được chia cho nhiều đơn vị mới, nên không cộng được; biểu mẫu để trống kỳ gốc.`,
    en: `${unit}: the old unit ${codes.join(", ")} was split between new units, so nothing adds up; the baseline of its form is blank.`,
  }),
} as const;

/** Why an earlier report gives a new form nothing at all. */
export const notCarried = {
  anotherUnit: (files: readonly string[]): Phrase => {
    const names = files.map((file) => `"${file}"`).join(", ");
    return files.length === 1
      ? {
          vi: `${names} là báo cáo của đơn vị khác, nên không lấy số liệu từ đó.`,
          en: `${names} is the report of another unit, so nothing was taken from it.`,
        }
      : {
          vi: `Các tệp ${names} là báo cáo của đơn vị khác, nên không lấy số liệu từ đó.`,
          en: `${names} are reports of other units, so nothing was taken from them.`,
        };
  },
  planUnknown: (file: string): Phrase => ({
    vi: `"${file}" theo một kế hoạch khác và không kèm kế hoạch đó, nên không lấy số liệu từ đó.`,
    en: `"${file}" follows another plan and does not carry that plan, so nothing was taken from it.`,
  }),
  withErrors: (file: string, errors: number): Phrase => ({
    vi: `"${file}" còn ${errors} lỗi, nên không lấy số liệu từ đó. Sửa tệp, hoặc lấy từ biểu tổng hợp đã tính báo cáo này.`,
    en: `"${file}" has ${errors === 1 ? "1 error" : `${errors} errors`}, so nothing was taken from it. Mend it, or give a summary that counts this report.`,
  }),
  notFinal: (file: string, stage: string): Phrase => ({
    vi: `"${file}" là số liệu “${stage}”; kiểm tra lại với số chính thức.`,
    en: `The figures of "${file}" are “${stage}”; compare them with the final ones.`,
  }),
  twice: (unit: string, { labels: [one, other], areOfOnePeriod }: Twice): Phrase => ({
    vi: `Có hai báo cáo của ${unit}${areOfOnePeriod ? "" : ", của hai kỳ khác nhau"}: "${one}" và "${other}". Chỉ để lại một.`,
    en: `There are two reports of ${unit}${areOfOnePeriod ? "" : ", of two periods"}: "${one}" and "${other}". Give one of them only.`,
  }),
  nothing: (files: readonly string[]): Phrase => {
    const names = files.map((file) => `"${file}"`).join(", ");
    return {
      vi: `Không lấy được số liệu nào từ ${names} cho kỳ này.`,
      en: `Nothing in ${names} is a figure for this period.`,
    };
  },
} as const;
