import { elementsAskedOf } from "../../plan/lookups";
import { unitCodeOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { earlierOf, sinceEarlier } from "../figures/earlier-report";
import { goneSheets } from "../figures/figure-at";
import { isPair } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "year-is-not-below-half-year",
  severity: "error",
  title: { vi: "Số cả năm không ít hơn số 6 tháng.", en: "The year's count is not below that of its first half." },
  *find(report: Report) {
    const earlier = earlierOf(report);
    if (!earlier) return;
    if ("skipped" in earlier) {
      yield earlier;
      return;
    }
    yield* goneSheets(report.reading, ["elements"]);
    for (const { code, kind, content } of elementsAskedOf(report.plan, unitCodeOf(report.reading) ?? "")) {
      if (kind !== "flow" || content !== "count") continue;
      const pair = sinceEarlier(report, earlier, { table: "elements", code, key: "actual" });
      if (!isPair(pair)) {
        if (pair) yield pair;
        continue;
      }
      const { label, column, figure, at } = pair.one;
      if (figure >= pair.other.figure) continue;
      const facts = { label, code, column, figure, before: pair.other.figure, period: earlier.period.name };
      yield { at, code, facts };
    }
  },
  what: ({ figure, before, period, ...cell }) => {
    const [name, now, then] = [cellName(cell), shown(figure), shown(before)];
    return {
      vi: `${name.vi}: ${now.vi}, ít hơn ${then.vi} đã báo cáo kỳ “${period.vi}”.`,
      en: `${name.en}: ${now.en}, below the ${then.en} reported for “${period.en}”.`,
    };
  },
  why: {
    vi: "Số này được cộng dồn từ đầu năm, nên kỳ sau không thể ít hơn kỳ trước; thường là chỉ nhập số của riêng 6 tháng cuối năm.",
    en: "This is counted from the start of the year, so it cannot shrink; mostly the second half alone was entered.",
  },
  todo: {
    vi: "Nhập số lũy kế từ đầu năm; nếu báo cáo kỳ trước sai, gửi lại báo cáo kỳ trước.",
    en: "Enter the count since the start of the year; where the earlier report was wrong, send that one again.",
  },
});
