import { otherPlanOf } from "../../reading/other-plan";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Report } from "../rule";

export default defineRule({
  id: "plan-is-this-plan",
  severity: "error",
  title: { vi: "Báo cáo thuộc kế hoạch đang kiểm tra.", en: "The report is of the plan it is checked by." },
  *find({ plan, reading }: Report) {
    const field = reading.cover.get("pm_plan");
    const at = field?.at ?? wholeFile;
    const found = otherPlanOf(plan, reading);
    if (found !== null) {
      const facts = { found: excerpt(found), number: excerpt(plan.number), title: plan.title };
      yield { at, code: null, facts };
    } else if (reading.summary === null && (field?.text ?? "") === "") {
      yield { skipped: "report-names-no-plan" as const, about: null, at, code: null };
    }
  },
  what: ({ found, number, title }) => ({
    vi: `Báo cáo lập theo kế hoạch khác (“${found}”), không phải “${title.vi}” (số ${number}).`,
    en: `The report was made for another plan (“${found}”), not for “${title.en}” (no. ${number}).`,
  }),
  why: {
    vi: "Mã số, mục tiêu và kỳ của kế hoạch khác có thể mang nghĩa khác, nên không thể kiểm tra hay cộng chung.",
    en: "Codes, targets and periods of another plan may mean something else: they can be neither checked nor added here.",
  },
  todo: {
    vi: "Kiểm tra lại đã chọn đúng tệp và đúng kế hoạch chưa; nếu đúng, lập lại báo cáo trên biểu mẫu của kế hoạch này.",
    en: "See whether it is the right file and the right plan; if they are, make the report anew on this plan's form.",
  },
});
