import type { StaleCell } from "../../consolidation/stale-cell";
import { totalCode } from "../../form/commune-tables";
import type { Phrase } from "../../language";
import { elementByCode, indicatorByCode, unitByCode, unitName } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import { columnName } from "./column-names";
import { excerpt } from "./excerpt";

/** A row of a summary's table as messages name it: by what it counts, or whose it is. */
export function summaryRowName(plan: Plan, { table, code, label, group }: StaleCell): Phrase {
  const own = ownName(plan, table, code) ?? { vi: label, en: label };
  const of = plan.groups.find(({ id }) => id === group)?.name;
  const whole = of ? { vi: `${own.vi} – ${of.vi}`, en: `${own.en} – ${of.en}` } : own;
  return { vi: excerpt(whole.vi, 90), en: excerpt(whole.en, 90) };
}

function ownName(plan: Plan, table: string, code: string): Phrase | undefined {
  if (code === totalCode) return { vi: "Tổng cộng", en: "Total" };
  if (table === "summary-elements") return elementByCode(plan, code)?.label;
  if (["summary-indicators", "summary-by-unit", "evidence"].includes(table)) return indicatorByCode(plan, code)?.name;
  return table.startsWith("summary-") ? both(unitCalled(plan, code)) : undefined;
}

const names: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ["coverage", { vi: "độ phủ", en: "coverage" }],
  ["missing", { vi: "đơn vị chưa có số liệu", en: "units without figures" }],
  ["best", { vi: "tốt nhất", en: "the best" }],
  ["worst", { vi: "kém nhất", en: "the worst" }],
  ["rank", { vi: "xếp hạng", en: "rank" }],
  ["status", { vi: "đánh giá", en: "status" }],
  ["both_numerator", { vi: "tử số của các đơn vị có cả kỳ gốc", en: "numerator of units with a baseline" }],
  ["both_denominator", { vi: "mẫu số của các đơn vị có cả kỳ gốc", en: "denominator of units with a baseline" }],
  ["last_both_numerator", { vi: "tử số của các đơn vị có cả cùng kỳ", en: "numerator of units with last year" }],
  ["last_both_denominator", { vi: "mẫu số của các đơn vị có cả cùng kỳ", en: "denominator of units with last year" }],
]);

/** In the order of the columns. */
const taskStates: readonly Phrase[] = [
  { vi: "số nhiệm vụ chưa thực hiện", en: "tasks not begun" },
  { vi: "số nhiệm vụ đang thực hiện", en: "tasks under way" },
  { vi: "số nhiệm vụ hoàn thành", en: "tasks done" },
  { vi: "số nhiệm vụ không phát sinh", en: "tasks with nothing to do" },
];

/** A column of a summary as messages name it; "actual.04063" is a unit's, "T01.poor" a row's of the unit's own sheet. */
export function summaryColumnName(plan: Plan, key: string): Phrase {
  const dot = key.indexOf(".");
  if (dot < 0) return plainName(key);
  const [head, tail] = [key.slice(0, dot), key.slice(dot + 1)];
  if (head === "status") return taskStates[Number(tail) - 1] ?? plainName(key);
  const row = rowOfUnits(plan, head);
  if (row) return joined({ vi: `“${row.vi}”`, en: `“${row.en}”` }, plainName(tail));
  const group = plan.groups.find(({ id }) => id === tail)?.name;
  return joined(plainName(head), group ?? both(unitCalled(plan, tail)));
}

function plainName(key: string): Phrase {
  return (
    names.get(key) ?? columnName({ key, tiers: ["cột tính toán"], number: "", width: 0, content: "computed" as const })
  );
}

function rowOfUnits({ shortfalls, funds }: Plan, code: string): Phrase | undefined {
  const rows = [...(shortfalls?.deprivations ?? []), ...(shortfalls?.causes ?? []), ...funds];
  return rows.find((row) => row.code === code)?.label;
}

function unitCalled(plan: Plan, code: string): string {
  const unit = unitByCode(plan, code);
  return unit ? unitName(unit) : code;
}

function joined(one: Phrase, other: Phrase): Phrase {
  return { vi: `${one.vi} – ${other.vi}`, en: `${one.en} – ${other.en}` };
}

function both(text: string): Phrase {
  return { vi: text, en: text };
}
