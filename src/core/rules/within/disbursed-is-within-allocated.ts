import { shown } from "../../show-number";
import { figureAt, goneSheets } from "../figures/figure-at";
import { isPair, pairOf } from "../figures/pair-of-figures";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { slippedAmounts } from "../figures/slipped-amounts";

/** Money goes from one to the next: planned, allocated, disbursed. */
const steps = [
  ["disbursed", "allocated"],
  ["allocated", "planned"],
] as const;

/** Columns in which an amount was typed in another unit: `amount-is-in-millions` tells those, and the cause once is enough. */
function slippedKeys({ plan, reading }: Report, source: string): ReadonlySet<string> {
  const funds = reading.tables.get("funds");
  const row = funds?.rows.get(source);
  return new Set(funds && row ? slippedAmounts(plan, funds, row).map(({ key }) => key) : []);
}

export default defineRule({
  id: "disbursed-is-within-allocated",
  severity: "warning",
  title: {
    vi: "Giải ngân không vượt số phân bổ, phân bổ không vượt kế hoạch.",
    en: "No more is disbursed than allocated, or allocated than planned.",
  },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["funds"]);
    for (const { code: source } of report.plan.funds) {
      const slipped = slippedKeys(report, source);
      for (const [key, bound] of steps) {
        if (slipped.has(key) || slipped.has(bound)) continue;
        const at = (column: string) => figureAt(report, { table: "funds", code: source, key: column });
        const pair = pairOf(at(key), at(bound), "one");
        if (!isPair(pair)) {
          if (pair) yield pair;
          continue;
        }
        const { label, code, column, figure } = pair.one;
        if (figure <= pair.other.figure) continue;
        const facts = { label, code, column, figure, boundColumn: pair.other.column, bound: pair.other.figure };
        yield { at: pair.one.at, code, facts };
      }
    }
  },
  what: ({ figure, boundColumn, bound, ...cell }) => {
    const [name, one, other] = [cellName(cell), shown(figure, 6), shown(bound, 6)];
    return {
      vi: `${name.vi}: ${one.vi} triệu đồng, nhiều hơn cột ${boundColumn.vi} ${other.vi} triệu đồng.`,
      en: `${name.en}: ${one.en} million đồng, more than the ${other.en} million ${boundColumn.en}.`,
    };
  },
  why: {
    vi: "Thông thường chỉ giải ngân trong số đã phân bổ, và chỉ phân bổ trong số kế hoạch; vượt thì hay là nhập sai đơn vị hoặc nhầm cột.",
    en: "Money is disbursed from what was allocated, and allocated from what was planned; more is mostly a wrong unit or column.",
  },
  todo: {
    vi: "Đối chiếu với quyết định phân bổ và sổ kho bạc; nếu số đúng, ghi lý do vào cột ghi chú của dòng này.",
    en: "Compare with the decisions and the treasury's books; where the figures are right, write why in the row's note.",
  },
});
