import { unitName } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import { elementCell } from "../../reading/reading";
import { shownFixed } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { effectOf, oddIn, rateTables, type OddRate, type RateTable } from "../peers/odd-rates";
import { defineRule, wholeFile, type Skipped, type Together } from "../rule";
import { slipHint } from "../peers/slip-hint";
import { suspicionsOf, type Suspicion } from "../peers/suspects";

function tooFew(plan: Plan, { indicator: { code, name }, rates }: RateTable): Skipped {
  const { peerUnits } = plan.thresholds;
  const about = {
    vi: `“${excerpt(name.vi, 90)}” (${code}) có ${rates.length} đơn vị, cần ${peerUnits}`,
    en: `“${excerpt(name.en, 90)}” (${code}) has ${rates.length}, of ${peerUnits} needed`,
  };
  return { skipped: "too-few-units", about, at: wholeFile, code };
}

function suspicionsIn(plan: Plan, tables: readonly RateTable[]): Suspicion[] {
  const byUnit = new Map<string, OddRate[]>();
  for (const odd of tables.flatMap((table) => oddIn(plan, table))) {
    const { code } = odd.rate.unit;
    byUnit.set(code, [...(byUnit.get(code) ?? []), odd]);
  }
  return [...byUnit.values()]
    .flatMap((odd) => suspicionsOf(plan, odd, tables))
    .sort((one, other) => effectOf(other.main) - effectOf(one.main));
}

export default defineRule({
  id: "figure-is-in-line-with-peers",
  severity: "warning",
  title: {
    vi: "Tỷ lệ của mỗi đơn vị không lệch hẳn các đơn vị khác.",
    en: "No unit's rate is out of line with its peers.",
  },
  *find(together: Together) {
    const { plan } = together;
    const tables = rateTables(together);
    for (const table of tables) if (!table.peers) yield tooFew(plan, table);
    for (const suspicion of suspicionsIn(plan, tables)) {
      const { main, others, elements } = suspicion;
      const { indicator, rates } = main.table;
      const { unit, reading } = main.rate;
      yield {
        at: elementCell(reading, elements[0] ?? main.table.numerator, "actual")?.at ?? wholeFile,
        code: unit.code,
        file: reading.file,
        facts: {
          unit: unitName(unit),
          name: { vi: excerpt(indicator.name.vi, 90), en: excerpt(indicator.name.en, 90) },
          code: indicator.code,
          value: shownFixed(main.rate.value),
          median: shownFixed(main.peers.median),
          units: rates.length,
          total: shownFixed(main.total),
          without: shownFixed(main.without),
          points: shownFixed(effectOf(main)),
          hint: slipHint(plan, suspicion),
          others: others.map(({ table }) => table.indicator.code),
        },
      };
    }
  },
  what: ({ unit, name, code, value, median, units, total, without, points, hint, others }) => ({
    vi: `${unit}: “${name.vi}” (${code}) là ${value.vi}%, trong khi mức giữa của ${units} đơn vị là ${median.vi}%. Bỏ đơn vị này ra, tỷ lệ chung là ${without.vi}% thay vì ${total.vi}% (chênh ${points.vi} điểm %).${others.length === 0 ? "" : ` Chỉ tiêu ${others.join(", ")} của đơn vị cũng lệch như vậy.`}${hint ? ` ${hint.vi}` : ""}`,
    en: `${unit}: “${name.en}” (${code}) is ${value.en}%, while the middle of ${units} units is ${median.en}%. Without this unit the rate of all is ${without.en}% instead of ${total.en}% (${points.en} points).${others.length === 0 ? "" : ` So out of line here: ${others.join(", ")}.`}${hint ? ` ${hint.en}` : ""}`,
  }),
  why: {
    vi: "Một đơn vị nhập sai có thể làm lệch tỷ lệ của cả huyện mà từng số liệu xem riêng vẫn có vẻ hợp lý.",
    en: "One unit's slip can put the rate of the whole wrong, while each of its figures looks plausible by itself.",
  },
  todo: ({ unit }) => ({
    vi: `Đề nghị ${unit} đối chiếu tử số và mẫu số với sổ gốc; nếu nhập sai thì sửa và gửi lại, nếu đúng thì ghi lý do ở cột giải trình.`,
    en: `Ask ${unit} to compare numerator and denominator with its records; a slip is corrected and sent again, a true figure explained.`,
  }),
  toUnit: {
    vi: "Đối chiếu tử số và mẫu số với sổ gốc; nếu nhập sai thì sửa và gửi lại, nếu đúng thì ghi lý do ở cột giải trình và gửi lại.",
    en: "Compare numerator and denominator with your records; correct a slip, explain a true figure, and send the report again.",
  },
});
