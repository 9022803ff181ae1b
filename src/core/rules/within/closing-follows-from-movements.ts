import { closingOf } from "../../form/computed-households";
import { movements } from "../../form/household-columns";
import { shown } from "../../show-number";
import { figureAt, goneSheets, skippedFor, type FigureAt } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { villageKey, villagesIn } from "../figures/villages";

/** The closing of a row, and what its eight movements give; null where one of them lacks. */
interface Closing {
  readonly closing: FigureAt;
  readonly eight: readonly FigureAt[];
  readonly follows: number | null;
}

function* closingsIn(report: Report): Generator<Closing> {
  for (const { row } of villagesIn(report)) {
    for (const keys of [movements.poor, movements.nearPoor]) {
      const figures = keys.map((key) => figureAt(report, villageKey(row.code, key))).filter((one) => one !== null);
      const [eight, closing] = [figures.slice(0, 8), figures[8]];
      if (closing) yield { closing, eight, follows: closingOf(eight.map(({ figure }) => figure)) };
    }
  }
}

/** Where the formula itself was taken away the cell is blank for that reason, which another rule tells. */
function isEmptied({ closing: { lacks, cell } }: Closing): boolean {
  return lacks === "figure-is-missing" && cell?.found.formula === undefined;
}

export default defineRule({
  id: "closing-follows-from-movements",
  severity: "error",
  title: { vi: "Số cuối kỳ bằng số đầu kỳ trừ giảm, cộng tăng.", en: "The closing follows from the movements." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["households"]);
    for (const one of closingsIn(report)) {
      const { closing, eight, follows } = one;
      if (follows === null || closing.lacks === "figure-is-unreadable" || isEmptied(one)) {
        const skipped = skippedFor(closing, [...eight, closing]);
        if (skipped) yield skipped;
      } else if (closing.figure !== follows) {
        const { label, code, column, figure: found } = closing;
        yield { at: closing.at, code, facts: { label, code, column, found, follows } };
      }
    }
  },
  what: ({ found, follows, ...cell }) => {
    const [name, due] = [cellName(cell), shown(follows)];
    return found === null
      ? {
          vi: `${name.vi}: còn trống, trong khi các cột 1 đến 8 cho kết quả ${due.vi}.`,
          en: `${name.en}: blank, while columns 1 to 8 give ${due.en}.`,
        }
      : {
          vi: `${name.vi}: ghi ${shown(found).vi}, nhưng 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 bằng ${due.vi}.`,
          en: `${name.en}: it says ${shown(found).en}, but 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 gives ${due.en}.`,
        };
  },
  why: {
    vi: "Số hộ cuối kỳ phải bằng số đầu kỳ trừ số giảm, cộng số tăng; lệch nghĩa là có một biến động chưa ghi hoặc ghi sai.",
    en: "The closing is the opening less what left plus what came; a difference is a movement left out or wrong.",
  },
  todo: {
    vi: "Kiểm tra lại cột 1 đến cột 8 của dòng này; để biểu tự tính cột 9.",
    en: "Check columns 1 to 8 of the row, and let the form compute column 9.",
  },
});
