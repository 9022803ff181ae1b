import type { Mend } from "../../finding";
import { elementsAskedOf } from "../../plan/lookups";
import { unitCodeOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { goneSheets } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { isSlip, slipOf, type Slip } from "../figures/slips";

/** Only a person knows whether the figure slipped or grew. */
function mendsOf({ now: { cell }, due }: Slip): Mend[] {
  if (!cell || due === null) return [];
  const edits = [{ at: cell.at, expect: cell.found, put: { value: due } }];
  return [{ becomes: shown(due), isCertain: false, edits }];
}

export default defineRule({
  id: "figure-is-not-a-slip-of-ten",
  severity: "warning",
  title: { vi: "Số liệu không thừa, thiếu chữ số 0.", en: "No figure is a slip of ten." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements"]);
    for (const element of elementsAskedOf(report.plan, unitCodeOf(report.reading) ?? "")) {
      const slip = slipOf(report, element);
      if (!isSlip(slip)) {
        if (slip) yield slip;
        continue;
      }
      const { label, code, column, figure, at } = slip.now;
      const { factor, isTooLarge, before } = slip;
      yield { at, code, facts: { label, code, column, figure, factor, isTooLarge, before }, mends: mendsOf(slip) };
    }
  },
  what: ({ figure, factor, isTooLarge, before, ...cell }) => {
    const [name, now, then, times] = [cellName(cell), shown(figure), shown(before), shown(factor)];
    return {
      vi: `${name.vi}: ${now.vi} ${isTooLarge ? `gấp khoảng ${times.vi} lần` : `chỉ bằng khoảng 1/${times.vi}`} số trước đây (${then.vi}).`,
      en: `${name.en}: ${now.en} is about ${isTooLarge ? `${times.en} times` : `1/${times.en} of`} the figure before (${then.en}).`,
    };
  },
  why: {
    vi: "Số lệch đúng mười, một trăm hay một nghìn lần thường là gõ thừa hoặc thiếu chữ số 0, hoặc nhầm dấu phân cách.",
    en: "A figure off by just ten, a hundred or a thousand is mostly a zero too many or too few, or a misplaced mark.",
  },
  todo: {
    vi: "Đối chiếu với sổ gốc; nếu gõ nhầm thì sửa, nếu số đúng thì ghi lý do vào cột ghi chú của dòng này.",
    en: "Compare with your records; correct it if it slipped, or write why it is right in the row's note.",
  },
});
