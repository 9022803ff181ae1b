import type { CellKey } from "../../form/form-context";
import type { Plan } from "../../plan/plan";
import { wholesOf } from "../../plan/wholes";
import { shown } from "../../show-number";
import { timesByColumn } from "../../times";
import { mayBeBlankAt } from "../figures/element-times";
import { figureAt, goneSheets } from "../figures/figure-at";
import { isPair, pairOf, type MayBeBlank } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

/** The pairs of cells of which the first may not be above the second. */
function* pairsOf(plan: Plan): Generator<{ part: CellKey; whole: CellKey; mayBeBlank: MayBeBlank }> {
  for (const { code } of plan.elements) {
    for (const whole of wholesOf(plan).get(code) ?? []) {
      for (const key of timesByColumn) {
        const mayBeBlank = mayBeBlankAt(key);
        yield { part: { table: "elements", code, key }, whole: { table: "elements", code: whole, key }, mayBeBlank };
      }
    }
  }
  if (!plan.shortfalls) return;
  const { deprivations, causes, poor, nearPoor } = plan.shortfalls;
  for (const { code } of [...deprivations, ...causes]) {
    for (const [key, bound] of [
      ["poor", poor],
      ["near_poor", nearPoor],
    ] as const) {
      const whole: CellKey = { table: "elements", code: bound, key: "actual" };
      yield { part: { table: "shortfalls", code, key }, whole, mayBeBlank: "one" };
    }
  }
}

export default defineRule({
  id: "part-is-within-whole",
  severity: "error",
  title: { vi: "Một phần không lớn hơn toàn bộ.", en: "No part is above its whole." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements", "shortfalls"]);
    for (const { part, whole, mayBeBlank } of pairsOf(report.plan)) {
      const pair = pairOf(figureAt(report, part), figureAt(report, whole), mayBeBlank);
      if (!isPair(pair)) {
        if (pair) yield pair;
        continue;
      }
      const { label, code, column, figure, at } = pair.one;
      if (figure <= pair.other.figure) continue;
      const wholeFacts = { wholeLabel: pair.other.label, wholeCode: pair.other.code, wholeFigure: pair.other.figure };
      yield { at, code, facts: { label, code, column, figure, ...wholeFacts } };
    }
  },
  what: ({ figure, wholeLabel, wholeCode, wholeFigure, ...cell }) => {
    const [name, part, whole] = [cellName(cell), shown(figure), shown(wholeFigure)];
    return {
      vi: `${name.vi}: ${part.vi} lớn hơn ${whole.vi} của “${wholeLabel.vi}” (${wholeCode}).`,
      en: `${name.en}: ${part.en} is above the ${whole.en} of “${wholeLabel.en}” (${wholeCode}).`,
    };
  },
  why: {
    vi: "Một phần không thể lớn hơn toàn bộ; tỷ lệ tính ra sẽ vượt 100%.",
    en: "A part cannot be above its whole; the rate would be above 100%.",
  },
  todo: ({ code, wholeCode }) => ({
    vi: `Đối chiếu hai số ${code} và ${wholeCode}, sửa số nhập sai.`,
    en: `Compare ${code} with ${wholeCode} and correct the one that is wrong.`,
  }),
});
