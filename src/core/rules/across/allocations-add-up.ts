import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Together } from "../rule";

export default defineRule({
  id: "allocations-add-up",
  severity: "error",
  title: {
    vi: "Số giao cho các đơn vị cộng lại bằng mục tiêu chung.",
    en: "The units' shares of a total target add up to it.",
  },
  *find({ plan }: Together) {
    for (const { code, name, target, unit } of plan.indicators) {
      const shares = target.kind === "total" ? Object.values(target.allocation) : [];
      const sum = shares.reduce((added, share) => added + share, 0);
      // What the whole itself counts is handed to nobody.
      if (target.kind !== "total" || shares.length === 0 || sum === target.value) continue;
      const facts = {
        name: { vi: excerpt(name.vi, 90), en: excerpt(name.en, 90) },
        counted: unit,
        code,
        total: shown(target.value),
        sum: shown(sum),
        units: shares.length,
        apart: shown(Math.abs(sum - target.value)),
        isMore: sum > target.value,
      };
      yield { at: wholeFile, code, facts };
    }
  },
  what: ({ name, counted, code, total, sum, units, apart, isMore }) => ({
    vi: `“${name.vi}” (${code}): mục tiêu chung là ${total.vi} ${counted.vi}, nhưng số giao cho ${units} đơn vị cộng lại là ${sum.vi}, ${isMore ? "thừa" : "thiếu"} ${apart.vi}.`,
    en: `“${name.en}” (${code}): the target of all is ${total.en} ${counted.en}, but the shares of the ${units} units add up to ${sum.en}, ${apart.en} too ${isMore ? "many" : "few"}.`,
  }),
  why: {
    vi: "Từng đơn vị đạt đủ số được giao mà toàn huyện vẫn không đạt, hoặc ngược lại; đánh giá của xã và của huyện không khớp nhau.",
    en: "Every unit could reach its share and the whole still fall short, or the other way round: their assessments do not agree.",
  },
  todo: {
    vi: "Đối chiếu với quyết định giao chỉ tiêu, sửa số giao hoặc mục tiêu trong tệp kế hoạch, lập lại biểu mẫu rồi tổng hợp lại.",
    en: "Compare with the decision that hands the target out, correct the shares or the total in the plan file, make the forms anew and consolidate again.",
  },
});
