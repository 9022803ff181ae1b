import { indicatorsAskedOf } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import { together } from "../progress/evidence";
import { goalOf } from "../progress/goal";
import { measure, type Progress } from "../progress/measure";
import { readingEvidence } from "./reading-evidence";
import type { Reading } from "./reading";

/** How each indicator of one report stands; none where the unit or the period is not known. */
export function progressIn(plan: Plan, reading: Reading): readonly (Progress & { readonly code: string })[] {
  const { period, unit } = reading;
  if (!period || unit.kind !== "known") return [];
  const id = unit.unit.code;
  const scope = id === plan.whole.code ? ({ kind: "whole" } as const) : ({ kind: "unit", id } as const);
  return indicatorsAskedOf(plan, id).map((indicator) => ({
    code: indicator.code,
    ...measure(goalOf(plan, indicator, { scope, period }), together([readingEvidence(reading, indicator)])),
  }));
}
