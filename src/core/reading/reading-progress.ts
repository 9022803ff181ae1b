import { indicatorsAskedOf } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import { together } from "../progress/evidence";
import { goalOf } from "../progress/goal";
import { measure, type Progress } from "../progress/measure";
import { readingEvidence } from "./reading-evidence";
import type { Reading } from "./reading";

type Measured = readonly (Progress & { readonly code: string })[];

/** A reading is a value that never changes, and the check, its formulas and the tables of a summary ask the same of it. */
const known = new WeakMap<Reading, { readonly plan: Plan; readonly progress: Measured }>();

/** How each indicator of one report stands; none where the unit or the period is not known. */
export function progressIn(plan: Plan, reading: Reading): Measured {
  const before = known.get(reading);
  if (before?.plan === plan) return before.progress;
  const progress = measured(plan, reading);
  known.set(reading, { plan, progress });
  return progress;
}

function measured(plan: Plan, reading: Reading): Measured {
  const { period, unit } = reading;
  if (!period || unit.kind !== "known") return [];
  const id = unit.unit.code;
  const scope = id === plan.whole.code ? ({ kind: "whole" } as const) : ({ kind: "unit", id } as const);
  return indicatorsAskedOf(plan, id).map((indicator) => ({
    code: indicator.code,
    ...measure(goalOf(plan, indicator, { scope, period }), together([readingEvidence(reading, indicator)])),
  }));
}
