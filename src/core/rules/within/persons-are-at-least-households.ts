import { shown } from "../../show-number";
import { timesByColumn } from "../../times";
import { mayBeBlankAt } from "../figures/element-times";
import { figureAt, goneSheets } from "../figures/figure-at";
import { isPair, pairOf } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "persons-are-at-least-households",
  severity: "error",
  title: { vi: "Số người không ít hơn số hộ.", en: "There are no fewer persons than households." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements"]);
    for (const relation of report.plan.relations) {
      if (relation.kind !== "at-least") continue;
      for (const key of timesByColumn) {
        const [persons, households] = [relation.element, relation.atLeast].map((code) =>
          figureAt(report, { table: "elements", code, key }),
        );
        const pair = pairOf(persons ?? null, households ?? null, mayBeBlankAt(key));
        if (!isPair(pair)) {
          if (pair) yield pair;
          continue;
        }
        const { label, code, column, figure, at } = pair.one;
        if (figure >= pair.other.figure) continue;
        const otherFacts = { otherLabel: pair.other.label, otherCode: pair.other.code, otherFigure: pair.other.figure };
        yield { at, code, facts: { label, code, column, figure, ...otherFacts } };
      }
    }
  },
  what: ({ figure, otherLabel, otherCode, otherFigure, ...cell }) => {
    const [name, one, other] = [cellName(cell), shown(figure), shown(otherFigure)];
    return {
      vi: `${name.vi}: ${one.vi} ít hơn ${other.vi} của “${otherLabel.vi}” (${otherCode}).`,
      en: `${name.en}: ${one.en} is below the ${other.en} of “${otherLabel.en}” (${otherCode}).`,
    };
  },
  why: {
    vi: "Mỗi hộ có ít nhất một người, nên số người không thể ít hơn số hộ; thường là nhập số hộ vào ô số người.",
    en: "Every household has at least one person; mostly households were entered where persons are asked for.",
  },
  todo: ({ code, otherCode }) => ({
    vi: `Đối chiếu ${code} (số người) với ${otherCode} (số hộ), sửa số nhập sai.`,
    en: `Compare ${code} (persons) with ${otherCode} (households) and correct the one that is wrong.`,
  }),
});
