import { elementByCode, hasFlowNumerator, membersOf, restsOnStandard, shareOf } from "../plan/lookups";
import type { Indicator, Period, Plan } from "../plan/plan";
import { exact, exactSum, type Exact } from "./exact";

/** What one indicator is measured against: the plan's numbers, exact, for one unit, one group or the whole. */
export interface Goal {
  readonly kind: "level" | "range" | "fall" | "total" | "watched";
  /** p for falls, lo for ranges, N for totals, T otherwise; null where the plan sets no number. */
  readonly target: Exact | null;
  /** Beyond this a range or a fall is exceeded; null where there is no such bound. */
  readonly upper: Exact | null;
  /** What progress is a percentage of (law AR4). */
  readonly full: Exact | null;
  readonly isStrict: boolean;
  readonly isStanding: boolean;
  /** Counted since the start of the year: the line to the target starts at 0 and the baseline is no comparison. */
  readonly isFlow: boolean;
  /** Numerator and denominator both grow with the year, so that their ratio does not. */
  readonly isFlowRatio: boolean;
  readonly comparesWithBaseline: boolean;
  readonly comparesWithLastYear: boolean;
  /** A percentage (a ratio or a share of units), not a count. */
  readonly isPercent: boolean;
  readonly months: number;
  readonly planPace: number | null;
}

/** Whose figures are judged: the whole, one group, or one unit (law AR11). */
export type Scope = { readonly kind: "whole" } | { readonly kind: "group" | "unit"; readonly id: string };

/** The goal of an indicator for a scope in a period. */
export function goalOf(plan: Plan, indicator: Indicator, { scope, period }: { scope: Scope; period: Period }): Goal {
  const { target, measure } = indicator;
  const isFlow = hasFlowNumerator(plan, indicator);
  const changesStandard = restsOnStandard(plan, indicator);
  const base = {
    upper: null,
    isStrict: false,
    isStanding: false,
    isFlow,
    isFlowRatio: isFlow && measure.kind === "ratio" && elementByCode(plan, measure.denominator)?.kind === "flow",
    comparesWithBaseline: !isFlow && !(changesStandard && plan.standards.baseline !== plan.standards.actual),
    comparesWithLastYear: !(changesStandard && plan.standards.lastYear !== plan.standards.actual),
    isPercent: measure.kind !== "count",
    months: period.months,
    planPace: indicator.pace ?? null,
  };
  switch (target.kind) {
    case "level": {
      const value = exact(target.value);
      const { isStrict, isStanding } = target;
      return { ...base, kind: "level", target: value, full: value, isStrict, isStanding };
    }
    case "range":
      return {
        ...base,
        kind: "range",
        target: exact(target.lo),
        full: exact(target.lo),
        upper: exact(target.hi),
      };
    case "fall": {
      const upper = target.upTo === undefined ? null : exact(target.upTo);
      const by = exact(target.by);
      return { ...base, kind: "fall", target: by, upper, full: target.progressAgainst === "upTo" ? (upper ?? by) : by };
    }
    case "total": {
      const total = totalFor(plan, target, scope);
      return { ...base, kind: "total", target: total, full: total };
    }
    case "watched":
      return { ...base, kind: "watched", target: null, full: null };
  }
}

/** The whole's total is the plan's own however many report; a group's is its members' sum. */
function totalFor(plan: Plan, target: { value: number; allocation: Record<string, number> }, scope: Scope): Exact {
  if (scope.kind === "whole" || scope.id === plan.whole.code) return exact(target.value);
  const units = scope.kind === "unit" ? [scope.id] : membersOf(plan, scope.id).map((unit) => unit.code);
  return exactSum(units.map((unit) => shareOf(target.allocation, unit)));
}
