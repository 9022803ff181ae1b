import type { Mend } from "../../finding";
import { shown } from "../../show-number";
import { goneSheets, skippedFor } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { totalsIn, wrongTotal, type Total } from "../figures/totals";

/** The form's own formula again, with the value that it gives. */
function mendsOf({ total: { cell }, own }: Total): Mend[] {
  const { formula = null, value = null } = own ?? {};
  if (!cell || formula === null) return [];
  const becomes = typeof value === "number" ? shown(value) : { vi: "ô trống", en: "a blank cell" };
  return [{ becomes, isCertain: true, edits: [{ at: cell.at, expect: cell.found, put: { formula, value } }] }];
}

export default defineRule({
  id: "total-is-the-sum-of-its-parts",
  severity: "error",
  title: { vi: "Dòng tổng bằng các dòng cộng lại.", en: "A total is the sum of its parts." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["households", "funds"]);
    for (const one of totalsIn(report)) {
      const wrong = wrongTotal(one);
      if (wrong) {
        const { label, code, column, figure } = wrong.total;
        const isTyped = one.total.cell?.found.formula === undefined;
        const facts = { label, code, column, figure, sum: wrong.sum, isTyped };
        yield { at: one.total.at, code, facts, mends: mendsOf(one) };
      } else if (one.parts.length > 0 && !isUncalculated(one)) {
        const skipped = skippedFor(one.total, [...one.parts, one.total]);
        if (skipped) yield skipped;
      }
    }
  },
  what: ({ figure, sum, isTyped, ...cell }) => {
    const [name, said, due] = [cellName(cell), shown(figure), shown(sum)];
    return {
      vi: `${name.vi}: ${isTyped ? "gõ đè số" : "ghi"} ${said.vi}, nhưng các dòng cộng lại được ${due.vi}.`,
      en: `${name.en}: ${said.en} ${isTyped ? "was typed over the sum" : "stands there"}, but the rows add up to ${due.en}.`,
    };
  },
  why: {
    vi: "Người đọc báo cáo dựa vào dòng tổng; tổng không khớp với các dòng thì không biết bên nào đúng.",
    en: "Readers rely on the totals; where one disagrees with its rows, nobody knows which is right.",
  },
  todo: {
    vi: "Xem lại từng dòng phía trên, sửa dòng nhập sai nếu có; dòng tổng để biểu tự cộng, không gõ số vào.",
    en: "Look through the rows above and correct any that is wrong; leave the total to the form, and type nothing there.",
  },
});

/** Blank under its own formula: whoever opens the file next computes it. */
function isUncalculated({ total, parts }: Total): boolean {
  const isOwnBlank = total.lacks === "figure-is-missing" && total.cell?.found.formula !== undefined;
  return isOwnBlank && parts.every(({ lacks }) => lacks === null);
}
