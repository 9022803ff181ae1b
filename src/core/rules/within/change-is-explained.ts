import type { Phrase } from "../../language";
import { elementsAskedOf, elementsOf, hasFlowNumerator, restsOnStandard } from "../../plan/lookups";
import { unitCodeOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { isAskedAbout, unexplainedChange } from "../figures/big-changes";
import {
  indicatorsIn,
  indicatorsUnknown,
  skippedBelow,
  skippedWithoutCell,
  type ExplainedIndicator,
} from "../explanations";
import { goneSheets } from "../figures/figure-at";
import { isPair, type Pair } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report, type Skipped } from "../rule";

const since = {
  baseline: { vi: "kỳ gốc", en: "the baseline" },
  lastYear: { vi: "cùng kỳ năm trước", en: "the same period last year" },
} as const satisfies Record<string, Phrase>;

/** The larger of the two changes of a rate, in points; null where neither can be compared. */
function largerChange({ progress }: ExplainedIndicator): { points: number; since: Phrase } | null {
  const { change, changeLastYear } = progress;
  if (change === null && changeLastYear === null) return null;
  return Math.abs(changeLastYear ?? 0) > Math.abs(change ?? 0)
    ? { points: changeLastYear ?? 0, since: since.lastYear }
    : { points: change ?? 0, since: since.baseline };
}

/** Why neither change of a rate is there, where the report or the plan's standards are the reason. */
function notComparable(report: Report, one: ExplainedIndicator): Skipped | null {
  const { plan } = report;
  const { indicator, cell, progress } = one;
  if (progress.status === "missing") return skippedBelow(report, one);
  const { baseline, lastYear, actual } = plan.standards;
  const isComparable = !hasFlowNumerator(plan, indicator) && baseline === actual;
  if (isComparable || lastYear === actual || !restsOnStandard(plan, indicator)) return null;
  return progress.lastYearValue === null
    ? null
    : { skipped: "standards-differ", about: cell.label, at: cell.at, code: cell.code };
}

function factsOf({ one, other }: Pair, isFlow: boolean) {
  const { label, code, column, figure } = one;
  const whole = { isRate: false, figure, before: other.figure, points: 0, limit: 0 };
  return { label, code, column, ...whole, since: isFlow ? since.lastYear : since.baseline };
}

export default defineRule({
  id: "change-is-explained",
  severity: "warning",
  title: { vi: "Thay đổi lớn thì có giải trình.", en: "A large change is explained." },
  *find(report: Report) {
    const { plan, reading } = report;
    yield* goneSheets(reading, ["elements", "indicators"]);
    for (const element of elementsAskedOf(plan, unitCodeOf(reading) ?? "")) {
      const pair = unexplainedChange(report, element);
      if (!pair) continue;
      if (isPair(pair)) {
        yield { at: pair.one.at, code: element.code, facts: factsOf(pair, element.kind === "flow") };
      } else yield pair;
    }
    const unknown = indicatorsUnknown(report);
    if (unknown) yield unknown;
    for (const one of indicatorsIn(report)) {
      const { indicator, progress, cell } = one;
      // A count is its element, which is looked at above; a missed target is asked about by its own rule.
      if (indicator.measure.kind === "count") continue;
      const change = largerChange(one);
      const skipped = change ? null : notComparable(report, one);
      if (skipped) yield skipped;
      if (!change || Math.abs(change.points) <= plan.thresholds.changePoints || one.isExplained) continue;
      const isMissed = progress.status === "not-met" || progress.status === "behind";
      if (isMissed || isAskedAbout(report, elementsOf(indicator))) continue;
      const gone = skippedWithoutCell(one);
      const { label, code, column } = cell;
      const rate = { isRate: true, figure: 0, before: 0, limit: plan.thresholds.changePoints, ...change };
      yield gone ?? { at: cell.at, code, facts: { label, code, column, ...rate } };
    }
  },
  what: ({ isRate, figure, before, points, limit, since: then, ...cell }) => {
    if (isRate) {
      const [by, most] = [shown(Math.abs(points)), shown(limit)];
      const { label, code } = cell;
      return {
        vi: `“${label.vi}” (${code}): ${points > 0 ? "tăng" : "giảm"} ${by.vi} điểm % so với ${then.vi}, quá ${most.vi} điểm %, nhưng chưa có giải trình.`,
        en: `“${label.en}” (${code}): ${points > 0 ? "up" : "down"} ${by.en} points on ${then.en}, more than ${most.en}, and no explanation is given.`,
      };
    }
    const [name, now, earlier] = [cellName(cell), shown(figure), shown(before)];
    const percent = before === 0 ? null : shown((100 * Math.abs(figure - before)) / Math.abs(before), 1);
    const [vi, en] = percent ? [` ${percent.vi}%`, ` ${percent.en}%`] : ["", ""];
    return {
      vi: `${name.vi}: ${now.vi}, ${figure > before ? "tăng" : "giảm"}${vi} so với ${then.vi} (${earlier.vi}), nhưng chưa có giải trình.`,
      en: `${name.en}: ${now.en}, ${figure > before ? "up" : "down"}${en} on ${then.en} (${earlier.en}), and no explanation is given.`,
    };
  },
  why: {
    vi: "Thay đổi lớn có thể là kết quả thật, cũng có thể là nhập sai; có giải trình thì người tổng hợp không phải hỏi lại.",
    en: "A large change may be real or a slip; with an explanation nobody has to ask.",
  },
  todo: ({ isRate }) =>
    isRate
      ? {
          vi: "Kiểm tra lại tử số và mẫu số; nếu đúng, ghi lý do vào cột giải trình của dòng này.",
          en: "Check numerator and denominator; where they are right, write why in the explanation column of the row.",
        }
      : {
          vi: "Kiểm tra lại con số; nếu đúng, ghi lý do vào cột ghi chú của dòng này.",
          en: "Check the figure; where it is right, write why in the note column of the row.",
        },
});
