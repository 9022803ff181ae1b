import { shown } from "../../show-number";
import { columnName } from "../naming/column-names";
import { goneSheets } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { twinIn } from "../figures/villages";

export default defineRule({
  id: "same-figure-agrees-everywhere",
  severity: "error",
  title: { vi: "Cùng một con số thì mọi nơi như nhau.", en: "The same figure agrees everywhere." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements", "households"]);
    const households = report.reading.tables.get("households");
    for (const relation of households ? report.plan.relations : []) {
      if (relation.kind !== "element-equals-column-total") continue;
      const twin = twinIn(report, { table: "elements", code: relation.element, key: "actual" }, relation.column);
      const summed = households?.table.columns.find(({ key }) => key === relation.column);
      if (twin && "skipped" in twin) yield twin;
      if (!households || !summed || !twin || "skipped" in twin || twin.figure === twin.sum) continue;
      const { element, figure, sum } = twin;
      yield {
        at: element.at,
        code: element.code,
        facts: {
          label: element.label,
          code: element.code,
          column: element.column,
          figure,
          sum,
          sheet: households.sheet,
          summed: columnName(summed),
        },
      };
    }
  },
  what: ({ figure, sum, sheet, summed, ...cell }) => {
    const name = cellName(cell);
    return {
      vi: `${name.vi}: ghi ${shown(figure).vi}, nhưng cộng các dòng của sheet “${sheet}” (${summed.vi}) được ${shown(sum).vi}.`,
      en: `${name.en}: it says ${shown(figure).en}, but the rows of the sheet “${sheet}” (${summed.en}) add up to ${shown(sum).en}.`,
    };
  },
  why: {
    vi: "Cùng một con số phải như nhau ở mọi nơi trong báo cáo.",
    en: "One and the same figure has to agree wherever the report gives it.",
  },
  todo: ({ code, sheet }) => ({
    vi: `Đối chiếu ${code} với sheet “${sheet}”, sửa bên nhập sai.`,
    en: `Compare ${code} with the sheet “${sheet}” and correct the side that is wrong.`,
  }),
});
