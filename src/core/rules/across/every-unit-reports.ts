import type { Received } from "../../consolidation/receive";
import { elementsAskedOf, unitName } from "../../plan/lookups";
import { unitCodeOf } from "../../reading/reading";
import { defineRule, wholeFile, type Together } from "../rule";

/** Units whose report is of another period or plan: reports-are-of-one-period asks them for the right one already. */
function unitsAskedAlready({ strays }: Received): ReadonlySet<string | null> {
  return new Set(strays.map(({ review }) => (review.reading ? unitCodeOf(review.reading) : null)));
}

export default defineRule({
  id: "every-unit-reports",
  severity: "warning",
  title: { vi: "Mọi đơn vị đều có báo cáo.", en: "Every unit reports." },
  *find({ plan, received }: Together) {
    const asked = unitsAskedAlready(received);
    for (const { unit, isReceived } of received.units) {
      if (isReceived || asked.has(unit.code) || elementsAskedOf(plan, unit.code).length === 0) continue;
      yield {
        at: wholeFile,
        code: unit.code,
        facts: { unit: unitName(unit), code: unit.code, period: received.period?.name ?? null },
      };
    }
  },
  what: ({ unit, code, period }) => ({
    vi: `${unit} (${code}) chưa có báo cáo${period ? ` kỳ “${period.vi}”` : ""}.`,
    en: `${unit} (${code}) has sent no report${period ? ` for “${period.en}”` : ""}.`,
  }),
  why: {
    vi: "Tổng chưa đủ đơn vị chỉ là số tạm tính; mỗi tổng có ghi rõ bao nhiêu đơn vị đã có số liệu.",
    en: "Totals without every unit are provisional; each says how many units stand behind it.",
  },
  todo: ({ unit }) => ({
    vi: `Đôn đốc ${unit} gửi báo cáo, rồi tổng hợp lại.`,
    en: `Ask ${unit} for its report, then consolidate again.`,
  }),
  toUnit: {
    vi: "Gửi báo cáo theo biểu mẫu của kỳ này về cơ quan nhận báo cáo.",
    en: "Send the report in this period's form.",
  },
});
