import { columnName } from "../naming/column-names";
import { excerpt } from "../naming/excerpt";
import { textOf, type RowReading } from "../../reading/reading";
import { isOnePlace } from "../naming/place-names";
import { goneSheets } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { villagesIn } from "../figures/villages";

function nameIn({ cells }: RowReading): string {
  return textOf(cells.get("name"));
}

export default defineRule({
  id: "village-appears-once",
  severity: "error",
  title: { vi: "Mỗi bản chỉ có một dòng.", en: "Each village has one row." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["households"]);
    const named = villagesIn(report).filter((row) => nameIn(row) !== "");
    const column = report.reading.tables.get("households")?.table.columns.find(({ key }) => key === "name");
    for (const [index, row] of named.entries()) {
      const first = named.slice(0, index).find((other) => isOnePlace(nameIn(other), nameIn(row)));
      const at = row.cells.get("name")?.at;
      if (!first || !at || !column) continue;
      const name = excerpt(nameIn(row));
      yield {
        at,
        code: row.row.code,
        facts: {
          label: { vi: name, en: name },
          code: row.row.code,
          column: columnName(column),
          firstName: excerpt(nameIn(first)),
          firstCode: first.row.code,
        },
      };
    }
  },
  what: ({ firstName, firstCode, ...cell }) => ({
    vi: `${cellName(cell).vi}: đã có ở dòng ${firstCode} (“${firstName}”).`,
    en: `${cellName(cell).en}: row ${firstCode} has it already (“${firstName}”).`,
  }),
  why: {
    vi: "Một bản ghi hai lần thì số hộ của bản bị cộng hai lần vào tổng của xã.",
    en: "A village that stands there twice is added twice to the commune's totals.",
  },
  todo: {
    vi: "Nếu là một bản, xóa trắng dòng ghi thừa; nếu là hai bản khác nhau, ghi rõ tên từng bản (ví dụ thêm số thứ tự).",
    en: "If it is one village, clear the row that is too much; if there are two, tell their names apart (by a number, say).",
  },
});
