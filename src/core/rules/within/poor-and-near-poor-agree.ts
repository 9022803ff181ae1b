import { movements } from "../../form/household-columns";
import { shown } from "../../show-number";
import { figureAt, goneSheets } from "../figures/figure-at";
import { isPair, pairOf } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { villageKey, villagesIn } from "../figures/villages";

/** The households that go from one list to the other are counted in both, in these columns. */
const twins = [
  [movements.poor[1], movements.nearPoor[4]],
  [movements.poor[4], movements.nearPoor[1]],
] as const;

export default defineRule({
  id: "poor-and-near-poor-agree",
  severity: "error",
  title: {
    vi: "Hộ chuyển giữa nghèo và cận nghèo được ghi như nhau ở hai bên.",
    en: "Households that go between poor and near-poor are counted alike on both sides.",
  },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["households"]);
    for (const { row } of villagesIn(report)) {
      for (const [poor, nearPoor] of twins) {
        const [one, other] = [poor, nearPoor].map((key) => figureAt(report, villageKey(row.code, key)));
        const pair = pairOf(one ?? null, other ?? null);
        if (!isPair(pair)) {
          if (pair) yield pair;
          continue;
        }
        const { label, code, column, figure, at } = pair.one;
        if (figure === pair.other.figure) continue;
        const facts = { label, code, column, figure, otherColumn: pair.other.column, otherFigure: pair.other.figure };
        yield { at, code, facts };
      }
    }
  },
  what: ({ figure, otherColumn, otherFigure, ...cell }) => {
    const [name, one, other] = [cellName(cell), shown(figure), shown(otherFigure)];
    return {
      vi: `${name.vi}: ghi ${one.vi}, nhưng ${otherColumn.vi} ghi ${other.vi}.`,
      en: `${name.en}: it says ${one.en}, but ${otherColumn.en} says ${other.en}.`,
    };
  },
  why: {
    vi: "Hộ thoát nghèo trở thành cận nghèo, hay từ cận nghèo rơi xuống nghèo, là cùng một số hộ, nên hai cột phải bằng nhau.",
    en: "Households that leave one list for the other are the same households in both, so the two columns have to be equal.",
  },
  todo: {
    vi: "Đối chiếu hai cột với danh sách rà soát của bản, sửa bên nhập sai.",
    en: "Compare the two columns with the village's own list and correct the side that is wrong.",
  },
});
