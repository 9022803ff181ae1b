import { totalCode } from "../../form/commune-tables";
import type { CellKey } from "../../form/form-context";
import { cellOf, figureOf, type TableReading } from "../../reading/reading";
import { shown } from "../../show-number";
import { columnName } from "../column-names";
import { cellName, rowLabel } from "../report-cells";
import { settledFigure } from "../settled-figure";
import { defineRule, type Report } from "../rule";

/** The sum of a column over the villages that were begun; null while one of them has no figure in it. */
function sumOverVillages(report: Report, table: TableReading, column: string): number | null {
  let sum: number | null = null;
  for (const [code, row] of table.rows) {
    if (code === totalCode) continue;
    const figure = settledFigure(report, { table: "households", code, key: column });
    if (figure !== null) sum = (sum ?? 0) + figure;
    else if ([...row.cells.values()].some(({ content, said }) => isTypedOf(content) && said.kind !== "missing"))
      return null;
  }
  return sum;
}

function isTypedOf(content: string): boolean {
  return content === "text" || content === "count";
}

export default defineRule({
  id: "same-figure-agrees-everywhere",
  severity: "error",
  title: { vi: "Cùng một con số thì mọi nơi như nhau.", en: "The same figure agrees everywhere." },
  *find(report: Report) {
    const { plan, reading } = report;
    const [elements, households] = [reading.tables.get("elements"), reading.tables.get("households")];
    if (!elements || !households) return;
    for (const relation of plan.relations) {
      if (relation.kind !== "element-equals-column-total") continue;
      const key: CellKey = { table: "elements", code: relation.element, key: "actual" };
      const cell = cellOf(reading, "elements", key);
      const row = elements.rows.get(relation.element);
      const column = elements.table.columns.find((candidate) => candidate.key === "actual");
      const summed = households.table.columns.find((candidate) => candidate.key === relation.column);
      const figure = figureOf(cell);
      const sum = sumOverVillages(report, households, relation.column);
      if (!cell || !row || !column || !summed || figure === null || sum === null || figure === sum) continue;
      yield {
        at: cell.at,
        code: relation.element,
        facts: {
          label: rowLabel("elements", row),
          code: relation.element,
          column: columnName(column),
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
