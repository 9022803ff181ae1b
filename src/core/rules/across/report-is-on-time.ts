import { daysLate } from "../../consolidation/days-late";
import type { UnitStatus } from "../../consolidation/consolidation";
import { dayIn, shownDay } from "../../plan/day";
import { dueDate, unitName } from "../../plan/lookups";
import { defineRule, wholeFile, type Together } from "../rule";

/** Where several reports of a unit are at hand, none of them is the one whose date counts. */
function isReport({ isReceived, file }: UnitStatus): boolean {
  return isReceived && file !== null;
}

export default defineRule({
  id: "report-is-on-time",
  severity: "warning",
  title: { vi: "Báo cáo nộp đúng hạn.", en: "Reports come on time." },
  *find({ plan, received: { period, units } }: Together) {
    for (const status of units.filter(isReport)) {
      const { unit, isOnTime, reportedOn, file } = status;
      const due = period ? dueDate(plan, period, unit.code) : undefined;
      const place = { at: reportedOn?.at ?? wholeFile, code: unit.code, ...(file === null ? {} : { file }) };
      const name = unitName(unit);
      if (due === undefined || isOnTime === true) continue;
      if (isOnTime === null) {
        yield { ...place, skipped: "no-date-of-report" as const, about: { vi: name, en: name } };
        continue;
      }
      const day = dayIn(reportedOn?.text ?? "");
      yield {
        ...place,
        facts: {
          unit: name,
          on: day === null ? null : shownDay(day),
          due: shownDay(due),
          days: daysLate(plan, period, { unit, reportedOn: reportedOn?.text ?? "" }),
          grace: plan.thresholds.graceDays,
        },
      };
    }
  },
  what: ({ unit, on, due, days, grace }) => ({
    vi: `${unit} báo cáo ${on && days !== null ? `ngày ${on.vi}, chậm ${days} ngày so với` : "sau"} hạn nộp ${due.vi}${grace > 0 ? ` (được phép chậm ${grace} ngày)` : ""}.`,
    en: `${unit} reported ${on && days !== null ? `on ${on.en}, ${counted(days)} after` : "after"} the due date, ${due.en}${grace > 0 ? ` (${counted(grace)} of grace)` : ""}.`,
  }),
  why: {
    vi: "Báo cáo nộp muộn làm chậm báo cáo của cả huyện, và số liệu có thể là của một ngày khác.",
    en: "A late report holds up that of the whole, and its figures may be of another day.",
  },
  todo: ({ unit }) => ({
    vi: `Nếu ngày báo cáo trên Bìa ghi nhầm, đề nghị ${unit} sửa lại; nếu đúng là nộp muộn, ghi rõ lý do khi gửi báo cáo tổng hợp.`,
    en: `If the date on the cover is a slip, ask ${unit} to correct it; if the report was late, say why when sending the summary.`,
  }),
  toUnit: {
    vi: "Nếu ngày báo cáo trên Bìa ghi nhầm thì sửa và gửi lại; nếu đúng là nộp muộn thì báo rõ lý do.",
    en: "If the date on the cover is a slip, correct it and send the report again; if the report was late, say why.",
  },
});

function counted(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
