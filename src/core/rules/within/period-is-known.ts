import { excerpt } from "../naming/excerpt";
import { periodMends } from "../mends/periods-meant";
import { defineRule, wholeFile, type Report } from "../rule";

export default defineRule({
  id: "period-is-known",
  severity: "error",
  title: { vi: "Kỳ báo cáo là một kỳ của kế hoạch.", en: "The period is one of the plan's." },
  *find({ plan, reading }: Report) {
    if (reading.period) return;
    const field = reading.cover.get("pm_period");
    yield {
      at: field?.at ?? wholeFile,
      code: null,
      facts: {
        found: excerpt(field?.text ?? ""),
        periods: {
          vi: plan.periods.map(({ id, name }) => `${id} (${name.vi})`).join("; "),
          en: plan.periods.map(({ id, name }) => `${id} (${name.en})`).join("; "),
        },
      },
      mends: field ? periodMends(plan, reading, field) : [],
    };
  },
  what: ({ found }) =>
    found === ""
      ? { vi: "Bìa chưa ghi kỳ báo cáo.", en: "The cover names no period." }
      : {
          vi: `Kỳ báo cáo “${found}” không phải là kỳ của kế hoạch này.`,
          en: `“${found}” is no period of this plan.`,
        },
  why: {
    vi: "Mục tiêu, hạn nộp và số liệu so sánh đều theo kỳ báo cáo.",
    en: "Targets, due dates and comparisons all hang on the period.",
  },
  todo: ({ periods }) => ({
    vi: `Ghi đúng kỳ báo cáo trên Bìa, một trong: ${periods.vi}.`,
    en: `Write the period on the cover, one of: ${periods.en}.`,
  }),
});
