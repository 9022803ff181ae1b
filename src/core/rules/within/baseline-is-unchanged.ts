import { answers } from "../../form/choices";
import type { Phrase } from "../../language";
import { elementsAskedOf } from "../../plan/lookups";
import { unitCodeOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { earlierOf, sinceEarlier } from "../figures/earlier-report";
import { goneSheets } from "../figures/figure-at";
import { isPair } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

function written(figure: number, isAnswer: boolean): Phrase {
  if (!isAnswer) return shown(figure);
  return figure === 1 ? { vi: answers.yes, en: "yes" } : { vi: answers.no, en: "no" };
}

export default defineRule({
  id: "baseline-is-unchanged",
  severity: "error",
  title: { vi: "Số liệu kỳ gốc không đổi giữa các kỳ.", en: "The baseline is the same in every report." },
  *find(report: Report) {
    const earlier = earlierOf(report);
    if (!earlier) return;
    if ("skipped" in earlier) {
      yield earlier;
      return;
    }
    yield* goneSheets(report.reading, ["elements"]);
    for (const { code, content } of elementsAskedOf(report.plan, unitCodeOf(report.reading) ?? "")) {
      const pair = sinceEarlier(report, earlier, { table: "elements", code, key: "baseline" });
      if (!isPair(pair)) {
        if (pair) yield pair;
        continue;
      }
      const { label, column, figure, at } = pair.one;
      if (figure === pair.other.figure) continue;
      const [now, before] = [figure, pair.other.figure].map((one) => written(one, content === "yes-no"));
      if (!now || !before) continue;
      yield { at, code, facts: { label, code, column, now, before, period: earlier.period.name } };
    }
  },
  what: ({ now, before, period, ...cell }) => {
    const name = cellName(cell);
    return {
      vi: `${name.vi}: ghi ${now.vi}, nhưng báo cáo kỳ “${period.vi}” ghi ${before.vi}.`,
      en: `${name.en}: it says ${now.en}, but the report for “${period.en}” said ${before.en}.`,
    };
  },
  why: {
    vi: "Kỳ gốc là điểm xuất phát của cả năm; kỳ gốc đổi thì mức tăng, giảm và đánh giá của hai kỳ không so sánh được.",
    en: "The baseline is where the whole year starts from; where it moves, the two reports' changes and statuses do not compare.",
  },
  todo: {
    vi: "Nhập lại số kỳ gốc như báo cáo kỳ trước; nếu kỳ gốc được điều chỉnh chính thức, gửi lại cả báo cáo kỳ trước.",
    en: "Enter the baseline of the earlier report; where it was officially revised, send the earlier report again too.",
  },
});
