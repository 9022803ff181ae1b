import { computedCells } from "../form/computed";
import { contentsKey } from "../form/contents";
import { formVersion } from "../form/cover";
import type { ComputedCell } from "../form/form-context";
import { knownVersion, tablesOfVersion } from "../form/versions";
import type { Plan } from "../plan/plan";
import type { Reading } from "./reading";
import { progressIn } from "./reading-progress";
import { readingSource } from "./reading-source";

/**
 * What the form's own cells should hold in this report, by `contentsKey`: the formula that belongs there and the value
 * it gives. Empty where the unit or the period is not known, since targets hang on both.
 */
export function computedOf(plan: Plan, reading: Reading): ReadonlyMap<string, ComputedCell> {
  if (reading.summary || reading.unit.kind !== "known" || !reading.period) return new Map();
  const unit = reading.unit.unit.code;
  const cells = computedCells({
    plan,
    unit,
    period: reading.period,
    tables: tablesOfVersion(plan, unit, knownVersion(reading.formVersion) ?? formVersion),
    source: readingSource(reading),
    progress: new Map(progressIn(plan, reading).map((one) => [one.code, one])),
  });
  return new Map(cells.map((cell) => [contentsKey(cell), cell]));
}
