import { openPlan } from "../../src/core/plan/open-plan";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { small } from "./opened";

/** Old communes, by code and name, in two districts that are no more; two have villages of the same names. */
export const oldUnits = [
  ["04060", "Yên Bình"],
  ["04063", "Chiềng Đông"],
  ["04066", "Sập Vạt"],
  ["04069", "Chiềng Sàng"],
  ["04072", "Chiềng Pằn"],
  ["04075", "Viêng Lán"],
  ["04078", "Chiềng Hặc"],
] as const;

/** The communes made of them in 2025, which report to the province; one keeps an old code and name. */
export const newUnits = [
  { code: "04060", name: "Yên Bình", predecessors: ["04060", "04063", "04066"] },
  { code: "04901", name: "Sàng Pằn", predecessors: ["04069", "04072"] },
  { code: "04902", name: "Viêng Hặc", predecessors: ["04075", "04078"] },
] as const;

function unit(code: string, name: string): Partial<Unit> & { code: string; name: string; kind: string } {
  return { code, name, kind: "commune", prefix: "Xã" };
}

function opened(json: unknown): Plan {
  const outcome = openPlan(json);
  if (!("plan" in outcome)) throw new Error(JSON.stringify(outcome.faults));
  return outcome.plan;
}

/** The small plan of a year for some units: those before the merger, or those after it. */
function planOf(year: number, id: string, units: readonly { readonly code: string }[]): Plan {
  const text = JSON.stringify(small)
    .replaceAll(`${small.year - 1}-`, `${year - 1}-`)
    .replaceAll(`${small.year}-`, `${year}-`);
  const json = JSON.parse(text) as Plan;
  const indicators = json.indicators.map((indicator) =>
    indicator.target.kind === "total"
      ? {
          ...indicator,
          target: { ...indicator.target, allocation: Object.fromEntries(units.map(({ code }) => [code, 1])) },
        }
      : indicator,
  );
  const standards = { baseline: "A", lastYear: "A", actual: "A" };
  return opened({ ...json, id, year, units, groups: [], indicators, standards });
}

export const planBefore = planOf(
  2025,
  "before-2025",
  oldUnits.map(([code, name]) => unit(code, name)),
);

/** Commune → province: 3 new units from 7 old ones. */
export const planAfter = planOf(
  2026,
  "after-2026",
  newUnits.map(({ code, name, predecessors }) => ({ ...unit(code, name), predecessors })),
);
