import type { Column } from "../../form/table";
import type { RowReading } from "../../reading/reading";
import { shown } from "../../show-number";
import { numberMend } from "../mends/cell-mend";
import { columnName } from "../naming/column-names";
import { cellFacts, cellName, rowsOf } from "../naming/report-cells";
import { defineRule, type Report, type Skipped } from "../rule";
import { amountKeys, slippedAmounts } from "../figures/slipped-amounts";

/** An amount is compared with the others of its row: without them nobody can tell a slip below the plan's ceiling. */
function* unevaluatedIn(row: RowReading, columns: ReadonlyMap<string, Column>): Generator<Skipped> {
  const cells = amountKeys.flatMap((key) => {
    const [cell, column] = [row.cells.get(key), columns.get(key)];
    return cell && column && cell.content === "amount" ? [{ cell, column }] : [];
  });
  if (!cells.some(({ cell }) => cell.said.kind === "number")) return;
  for (const { cell, column } of cells) {
    const { kind } = cell.said;
    if (kind === "number" || kind === "nil") continue;
    yield {
      skipped: kind === "missing" ? "figure-is-missing" : "figure-is-unreadable",
      about: cellName(cellFacts({ table: "funds", row, column, cell })),
      at: cell.at,
      code: row.row.code,
    };
  }
}

export default defineRule({
  id: "amount-is-in-millions",
  severity: "warning",
  title: { vi: "Số tiền tính bằng triệu đồng.", en: "Amounts are in million đồng." },
  *find({ plan, reading }: Report) {
    const funds = reading.tables.get("funds");
    if (!funds) return;
    const columns = new Map(funds.table.columns.map((column) => [column.key, column]));
    for (const row of rowsOf(funds)) {
      const slipped = slippedAmounts(plan, funds, row);
      if (slipped.length === 0) yield* unevaluatedIn(row, columns);
      for (const { key, number, isTooSmall, against, candidates } of slipped) {
        const [cell, column] = [row.cells.get(key), columns.get(key)];
        const other = against && columns.get(against.key);
        if (!cell || !column) continue;
        const facts = cellFacts({ table: "funds", row, column, cell });
        yield {
          at: cell.at,
          code: facts.code,
          facts: {
            ...facts,
            number,
            isTooSmall,
            against: against?.number ?? null,
            other: other ? columnName(other) : null,
            inMillions: candidates[0] ?? number,
          },
          mends: candidates.map((candidate) => numberMend(cell, candidate, { isCertain: false })),
        };
      }
    }
  },
  what: ({ number, isTooSmall, against, other, inMillions, ...cell }) => {
    const name = cellName(cell);
    if (isTooSmall) {
      const [amount, beside] = [shown(number, 3), against === null ? null : shown(against, 6)];
      const why =
        beside && other
          ? { vi: `rất nhỏ so với cột ${other.vi} (${beside.vi})`, en: `very little beside ${other.en} (${beside.en})` }
          : { vi: "mọi số tiền của dòng đều có ba chữ số thập phân", en: "every amount of the row has three decimals" };
      const maybe = shown(inMillions);
      return {
        vi: `${name.vi}: ${amount.vi} triệu đồng, ${why.vi}; có thể là ${maybe.vi}, dấu phân cách hàng nghìn đã bị hiểu là dấu thập phân, hoặc đã nhập theo tỷ đồng.`,
        en: `${name.en}: ${amount.en} million đồng, ${why.en}; it may be ${maybe.en}, with the mark between thousands taken for a decimal mark, or be in billion đồng.`,
      };
    }
    if (against === null || !other) {
      return {
        vi: `${name.vi}: ${shown(number).vi} triệu đồng là quá lớn, có thể đã nhập theo đồng hoặc nghìn đồng.`,
        en: `${name.en}: ${shown(number).en} million đồng is too much; it may be in đồng or thousand đồng.`,
      };
    }
    return {
      vi: `${name.vi}: ${shown(number).vi} gấp ${shown(number / against, 0).vi} lần cột ${other.vi} (${shown(against).vi}), có thể đã nhập theo đồng hoặc nghìn đồng.`,
      en: `${name.en}: ${shown(number).en} is ${shown(number / against, 0).en} times the figure under ${other.en} (${shown(against).en}); it may be in đồng or thousand đồng.`,
    };
  },
  why: {
    vi: "Cả biểu tính bằng triệu đồng; một ô nhập theo đồng làm tổng của huyện lớn gấp hàng nghìn, hàng triệu lần, một ô nhập theo tỷ đồng thì gần như không được tính.",
    en: "The whole sheet is in million đồng; one cell in đồng makes the district's total thousands or millions of times too large, and one in billion đồng hardly counts in it.",
  },
  todo: ({ number, inMillions }) => ({
    vi: `Đổi ra triệu đồng rồi nhập lại (có thể là ${shown(inMillions, 6).vi}); nếu ${shown(number, 6).vi} triệu đồng là đúng, ghi lý do ở cột ghi chú.`,
    en: `Enter it in million đồng (it may be ${shown(inMillions, 6).en}); if ${shown(number, 6).en} million đồng is right, give the reason in the note column.`,
  }),
});
