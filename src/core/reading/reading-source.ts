import { computedCells } from "../form/computed";
import { contentsKey } from "../form/contents";
import type { CellKey, ComputedCell, FormSource } from "../form/form-context";
import { formVersion } from "../form/cover";
import type { Said } from "../form/said";
import { knownVersion, tablesOfVersion } from "../form/versions";
import type { Plan } from "../plan/plan";
import { cellOf, type Reading } from "./reading";

const missing: Said = { kind: "missing" };

/** A report that was read, as the form's formulas see it: its cells where they stand now. */
export function readingSource(reading: Reading): FormSource {
  return {
    place: ({ table, code, key }: CellKey) => cellOf(reading, table, { code, key })?.at ?? null,
    said: ({ table, code, key }: CellKey) => cellOf(reading, table, { code, key })?.said ?? missing,
  };
}

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
  });
  return new Map(cells.map((cell) => [contentsKey(cell), cell]));
}
