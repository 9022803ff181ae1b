import { dayIn, shownDay } from "../../plan/day";
import type { Phrase } from "../../language";
import { excerpt } from "../naming/excerpt";
import { fieldName } from "../naming/field-names";
import { defineRule, wholeFile, type Report } from "../rule";

type Fault = "blank" | "no-date" | "before" | "after";

const name = fieldName("pm_reported_on");

export default defineRule({
  id: "report-date-is-plausible",
  severity: "warning",
  title: { vi: "Ngày báo cáo hợp lý.", en: "The date of the report is plausible." },
  *find({ reading, on }: Report) {
    if (reading.summary) return;
    const { text = "", at: field = null } = reading.cover.get("pm_reported_on") ?? {};
    const place = { at: field ?? wholeFile, code: null };
    if (field === null) {
      yield { ...place, skipped: "sheet-is-gone" as const, about: name };
      return;
    }
    const day = dayIn(text);
    const { period } = reading;
    const fault = faultIn({ text, day, start: period?.start ?? null, on });
    if (fault) {
      const found = shownIn(text, day);
      const limit = fault === "before" ? period?.start : on;
      yield { ...place, facts: { fault, found, limit: limit ? shownDay(limit) : null } };
    } else {
      if (period === null) yield { ...place, skipped: "period-is-unknown" as const, about: null };
      if (on === null) yield { ...place, skipped: "no-date-of-checking" as const, about: null };
    }
  },
  what: ({ fault, found, limit }) => {
    switch (fault) {
      case "blank":
        return { vi: `${name.vi}: chưa ghi.`, en: `${name.en}: not filled in.` };
      case "no-date":
        return { vi: `${name.vi}: “${found.vi}” không phải là ngày.`, en: `${name.en}: “${found.en}” is no date.` };
      case "before":
        return {
          vi: `${name.vi}: ${found.vi} ở trước ngày đầu kỳ báo cáo (${limit?.vi ?? ""}).`,
          en: `${name.en}: ${found.en} is before the period begins (${limit?.en ?? ""}).`,
        };
      case "after":
        return {
          vi: `${name.vi}: ${found.vi} ở sau ngày kiểm tra (${limit?.vi ?? ""}).`,
          en: `${name.en}: ${found.en} is after the day of this check (${limit?.en ?? ""}).`,
        };
    }
  },
  why: {
    vi: "Ngày báo cáo cho biết số liệu tính đến khi nào và có nộp đúng hạn không.",
    en: "The date says up to when the figures count and whether the report came on time.",
  },
  todo: {
    vi: "Ghi đúng ngày lập báo cáo, theo thứ tự ngày/tháng/năm, ví dụ 18/06/2022.",
    en: "Enter the day on which the report was made, as day/month/year, for instance 18/06/2022.",
  },
});

interface Dated {
  readonly text: string;
  readonly day: string | null;
  readonly start: string | null;
  readonly on: string | null;
}

/** ISO days compare as texts. */
function faultIn({ text, day, start, on }: Dated): Fault | null {
  if (text === "") return "blank";
  if (day === null) return "no-date";
  if (start !== null && day < start) return "before";
  return on !== null && day > on ? "after" : null;
}

function shownIn(text: string, day: string | null): Phrase {
  return day === null ? { vi: excerpt(text), en: excerpt(text) } : shownDay(day);
}
