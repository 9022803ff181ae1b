import type { CellValue } from "../core/cell";
import type { CoverField } from "../core/form/cover";
import { reportingLevel, wholeLevel } from "../core/plan/lookups";
import type { Period } from "../core/plan/plan";
import { whole } from "./draws";
import type { SampledUnit } from "./sampled-unit";

const surnames = ["Lò", "Hoàng", "Quàng", "Vì", "Cầm", "Mùa", "Lừ", "Hà", "Vàng", "Tòng"] as const;
const letters = "ABCDEGHIKLMNPQRSTUVX";

/** What is typed on Bìa: a reporter and a phone that nobody takes for real ones, a date from the period's end to the due date. */
export function coverFields({ plan, unit, isWhole, draws }: SampledUnit, period: Period): Map<CoverField, CellValue> {
  const number = isWhole ? 0 : plan.units.findIndex(({ code }) => code === unit.code) + 1;
  const surname = surnames[number % surnames.length] ?? "";
  const middle = draws.own("reporter") < 0.5 ? "Thị" : "Văn";
  const level = (isWhole ? wholeLevel(plan) : reportingLevel(plan)).id;
  const due = new Map(Object.entries(period.due)).get(level) ?? period.end;
  return new Map<CoverField, CellValue>([
    ["pm_stage", plan.stages.at(-1)?.name.vi ?? null],
    ["pm_reporter", `${surname} ${middle} ${letters.charAt(number % letters.length)}`],
    ["pm_phone", `0212 000 ${String(number).padStart(4, "0")}`],
    ["pm_reported_on", { date: dayBetween(period.end, due, draws.own(`reported/${period.id}`)) }],
  ]);
}

/** A day after the first and not after the last (ISO); the last where there is none between. */
function dayBetween(first: string, last: string, at: number): string {
  const day = 86_400_000;
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const days = Math.round((to - from) / day);
  if (days < 1) return last;
  return new Date(from + day * (1 + whole(at * (days - 1), 0))).toISOString().slice(0, 10);
}
