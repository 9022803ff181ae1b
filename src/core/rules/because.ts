import type { Because } from "../finding";
import type { Phrase } from "../language";

const sentences: Readonly<Record<Because, Phrase>> = {
  "figure-is-missing": { vi: "chưa có số liệu cần để so sánh", en: "a figure it needs is missing" },
  "figure-is-unreadable": { vi: "có ô cần so sánh chưa đọc được thành số", en: "a cell it needs holds no number" },
  "sheet-is-gone": { vi: "thiếu sheet cần để so sánh", en: "a sheet it needs is gone" },
  "unit-is-unknown": { vi: "chưa biết báo cáo của đơn vị nào", en: "it is not known whose report this is" },
  "period-is-unknown": { vi: "chưa biết kỳ báo cáo", en: "the period is not known" },
  "no-earlier-report": { vi: "không có báo cáo kỳ trước để đối chiếu", en: "there is no earlier report at hand" },
  "earlier-report-is-of-another-plan": {
    vi: "báo cáo kỳ trước thuộc kế hoạch khác",
    en: "the earlier report is of another plan",
  },
  "no-date-of-checking": { vi: "không biết ngày kiểm tra", en: "the day of the check is not known" },
  "no-date-of-report": { vi: "báo cáo không ghi ngày", en: "the report names no date" },
  "standards-differ": {
    vi: "hai số liệu theo hai chuẩn nghèo khác nhau",
    en: "the two figures follow different poverty standards",
  },
  "too-few-units": { vi: "quá ít đơn vị có số liệu để so sánh", en: "too few units have figures to compare" },
  "seal-is-of-a-later-version": {
    vi: "dấu chốt do phiên bản mới hơn của chương trình lập",
    en: "the seal was made by a later version of the program",
  },
  "summary-is-of-another-layout": {
    vi: "biểu tổng hợp có hàng, cột khác với mẫu hiện hành",
    en: "the summary's rows or columns are not those of the current layout",
  },
  "report-is-of-another-plan": { vi: "báo cáo thuộc kế hoạch khác", en: "the report is of another plan" },
  "report-names-no-plan": {
    vi: "báo cáo không ghi thuộc kế hoạch nào",
    en: "the report does not say of which plan it is",
  },
  "too-few-figures": { vi: "báo cáo có quá ít số liệu để so sánh", en: "the report has too few figures to compare" },
};

/** Why a rule could not be evaluated, as a part of a sentence; `about` names what is missing. */
export function sayBecause(because: Because, about: Phrase | null): Phrase {
  const { vi, en } = sentences[because];
  return about === null ? { vi, en } : { vi: `${vi}: ${about.vi}`, en: `${en}: ${about.en}` };
}
