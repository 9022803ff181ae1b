import type { Consolidation, UnitStatus } from "./consolidation";

/** A total, or a unit's own figure, before and after a report came in later (law CO6). */
export interface TotalChange {
  readonly kind: "element" | "indicator" | "figure";
  readonly code: string;
  readonly group: string | null;
  /** The unit whose own figure changed; null for totals. */
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** What differs between two consolidations of the same plan and period, totals first. */
export function changesBetween(before: Consolidation, after: Consolidation): TotalChange[] {
  const totals = after.elements.flatMap(({ code, actual }): TotalChange[] => {
    const old = before.elements.find((total) => total.code === code)?.actual ?? null;
    return old === actual ? [] : [{ kind: "element", code, group: null, unit: null, before: old, after: actual }];
  });
  const indicators = after.indicators.flatMap(({ code, group, value }): TotalChange[] => {
    const old = before.indicators.find((total) => total.code === code && total.group === group)?.value ?? null;
    return old === value ? [] : [{ kind: "indicator", code, group, unit: null, before: old, after: value }];
  });
  return [...totals, ...indicators, ...figureChanges(before, after)];
}

/** Figures of units that had reported before: a first report is no change of its figures. */
function figureChanges(before: Consolidation, after: Consolidation): TotalChange[] {
  const reportedBefore = new Set(before.units.filter(hasReading).map(({ unit }) => unit.code));
  const reportedAfter = new Set(after.units.filter(hasReading).map(({ unit }) => unit.code));
  return after.elements.flatMap(({ code, parts }) => {
    const old = before.elements.find((total) => total.code === code)?.parts ?? [];
    const units = new Set([...old, ...parts].map(({ unit }) => unit));
    return [...units]
      .filter((unit) => reportedBefore.has(unit) && reportedAfter.has(unit))
      .flatMap((unit): TotalChange[] => {
        const was = old.find((part) => part.unit === unit)?.value ?? null;
        const is = parts.find((part) => part.unit === unit)?.value ?? null;
        return was === is ? [] : [{ kind: "figure", code, group: null, unit, before: was, after: is }];
      });
  });
}

function hasReading({ reading }: UnitStatus): boolean {
  return reading !== null;
}
