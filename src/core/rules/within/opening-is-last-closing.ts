import { elementByCode } from "../../plan/lookups";
import { shown } from "../../show-number";
import { columnName } from "../naming/column-names";
import { goneSheets } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { twinIn } from "../figures/villages";

export default defineRule({
  id: "opening-is-last-closing",
  severity: "error",
  title: { vi: "Số đầu kỳ là số cuối kỳ trước.", en: "The opening is the last closing." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements", "households"]);
    const { plan, reading } = report;
    const households = reading.tables.get("households");
    for (const relation of households ? plan.relations : []) {
      if (relation.kind !== "element-baseline-equals-column-total") continue;
      const key = { table: "elements", code: relation.element, key: "baseline" } as const;
      const summed = households?.table.columns.find((column) => column.key === relation.column);
      const twin = twinIn(report, key, relation.column);
      if (!households || !summed || !twin) continue;
      if ("skipped" in twin) {
        yield twin;
        continue;
      }
      const { element, figure, sum } = twin;
      const { at, label, code, column } = element;
      // The villages count by this period's standard (law AR7).
      const isOfAnother = plan.standards.baseline !== plan.standards.actual;
      if (isOfAnother && elementByCode(plan, code)?.restsOnStandard === true) {
        yield { skipped: "standards-differ", about: cellName(element), at, code };
      } else if (figure !== sum) {
        const facts = { label, code, column, figure, sum, sheet: households.sheet, summed: columnName(summed) };
        yield { at, code, facts };
      }
    }
  },
  what: ({ figure, sum, sheet, summed, ...cell }) => {
    const [name, one, other] = [cellName(cell), shown(figure), shown(sum)];
    return {
      vi: `${name.vi}: ghi ${one.vi}, nhưng cộng các dòng của sheet “${sheet}” (${summed.vi}) được ${other.vi}.`,
      en: `${name.en}: it says ${one.en}, but the rows of the sheet “${sheet}” (${summed.en}) add up to ${other.en}.`,
    };
  },
  why: {
    vi: "Số hộ đầu kỳ chính là số hộ cuối kỳ trước (kỳ gốc); lệch nghĩa là biến động trong kỳ được tính từ một điểm xuất phát khác.",
    en: "The opening is what the baseline closed with; where they differ, the movements start from another point.",
  },
  todo: ({ code, sheet }) => ({
    vi: `Đối chiếu kỳ gốc của ${code} và cột đầu kỳ của sheet “${sheet}” với kết quả rà soát cuối năm trước, sửa bên sai.`,
    en: `Compare the baseline of ${code} and the opening in the sheet “${sheet}” with last year's final review; correct the wrong side.`,
  }),
});
