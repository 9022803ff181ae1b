import type { Phrase } from "../../language";
import { elementsOf } from "../../plan/lookups";
import { statusWords } from "../../progress/status";
import { shown, shownFixed } from "../../show-number";
import { indicatorsIn, indicatorsUnknown, skippedBelow, skippedWithoutCell } from "../explanations";
import { goneSheets } from "../figures/figure-at";
import { defineRule, type Report } from "../rule";
import { isInDoubt } from "../figures/slips";

const names = {
  "not-met": { vi: statusWords["not-met"], en: "not met" },
  behind: { vi: statusWords.behind, en: "behind" },
} as const satisfies Record<string, Phrase>;

/** “ – giá trị 90,00%”, as the sheet shows it. */
function valueShown(value: number | null, isPercent: boolean): Phrase {
  if (value === null) return { vi: "", en: "" };
  const { vi, en } = isPercent ? shownFixed(value) : shown(value);
  return { vi: ` (thực hiện ${vi}${isPercent ? "%" : ""})`, en: ` (value ${en}${isPercent ? "%" : ""})` };
}

export default defineRule({
  id: "missed-target-is-explained",
  severity: "warning",
  title: {
    vi: "Chỉ tiêu chưa đạt hoặc chậm thì có giải trình.",
    en: "A target that is missed or behind is explained.",
  },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements", "indicators"]);
    const unknown = indicatorsUnknown(report);
    if (unknown) yield unknown;
    for (const one of indicatorsIn(report)) {
      const { indicator, progress, cell, isExplained } = one;
      const { status, value } = progress;
      const skipped = status === "missing" ? skippedBelow(report, one) : null;
      if (skipped) yield skipped;
      if (isExplained || (status !== "not-met" && status !== "behind")) continue;
      if (elementsOf(indicator).some((code) => isInDoubt(report, code))) continue;
      const gone = skippedWithoutCell(one);
      if (gone) yield gone;
      else {
        const facts = {
          label: cell.label,
          code: cell.code,
          status: names[status],
          value: valueShown(value, indicator.measure.kind !== "count"),
        };
        yield { at: cell.at, code: cell.code, facts };
      }
    }
  },
  what: ({ label, code, status, value }) => ({
    vi: `“${label.vi}” (${code}): đánh giá “${status.vi}”${value.vi}, nhưng chưa có giải trình.`,
    en: `“${label.en}” (${code}): the status is “${status.en}”${value.en}, and no explanation is given.`,
  }),
  why: {
    vi: "Huyện cần biết vì sao chỉ tiêu chưa đạt và đơn vị sẽ làm gì, để tháo gỡ kịp thời.",
    en: "The district needs to know why a target is missed and what the unit will do, to help in time.",
  },
  todo: {
    vi: "Ghi nguyên nhân và hướng khắc phục vào cột giải trình của dòng này.",
    en: "Write the cause and what will be done in the explanation column of the row.",
  },
});
