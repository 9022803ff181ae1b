import { canonicalReading } from "../reading/canonical";
import type { Reading } from "../reading/reading";
import type { Consolidation, UnitStatus } from "./consolidation";

/**
 * What can change when a report comes in later (law CO6): the total of an element now, in the baseline or last year; an
 * indicator; a unit's own figure; and a report that says something else beside those (baselines, tasks, funds, households,
 * words), which has no numbers.
 */
export type ChangeKind = "element" | "baseline" | "last_year" | "indicator" | "figure" | "report";

/** A total, or a unit's own figure, before and after a report came in later (law CO6). */
export interface TotalChange {
  readonly kind: ChangeKind;
  /** Of the element or indicator; of the unit where a report is meant. */
  readonly code: string;
  readonly group: string | null;
  /** The unit whose own figure changed; null for totals. */
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** What differs between two consolidations of the same plan and period, totals first. */
export function changesBetween(before: Consolidation, after: Consolidation): TotalChange[] {
  // With one more unit every earlier total moves, which says nothing: a change of what was reported before does.
  const told = hasNewcomer(before, after) ? times.slice(0, 1) : times;
  const totals = told.flatMap(([kind, time]) =>
    after.elements.flatMap(({ code, [time]: now }): TotalChange[] => {
      const old = before.elements.find((total) => total.code === code)?.[time] ?? null;
      return old === now ? [] : [{ kind, code, group: null, unit: null, before: old, after: now }];
    }),
  );
  const indicators = after.indicators.flatMap(({ code, group, value }): TotalChange[] => {
    const old = before.indicators.find((total) => total.code === code && total.group === group)?.value ?? null;
    return old === value ? [] : [{ kind: "indicator", code, group, unit: null, before: old, after: value }];
  });
  const figures = figureChanges(before, after);
  return [...totals, ...indicators, ...figures, ...reportChanges(before, after, figures)];
}

const times = [
  ["element", "actual"],
  ["baseline", "baseline"],
  ["last_year", "lastYear"],
] as const;

function hasNewcomer(before: Consolidation, after: Consolidation): boolean {
  const old = new Set(before.units.filter(hasReading).map(({ unit }) => unit.code));
  return after.units.some((status) => hasReading(status) && !old.has(status.unit.code));
}

/** Reports that took an earlier one's place and say something else than figures of their own can show. */
function reportChanges(before: Consolidation, after: Consolidation, figures: readonly TotalChange[]): TotalChange[] {
  const seen = new Set(figures.map(({ unit }) => unit));
  const old = new Map(before.units.filter(hasReading).map((status) => [status.unit.code, status]));
  return after.units.flatMap((status): TotalChange[] => {
    const was = old.get(status.unit.code);
    if (!was?.reading || !status.reading || was.digest === status.digest) return [];
    const { code } = status.unit;
    if (seen.has(code) && besideFigures(was.reading) === besideFigures(status.reading)) return [];
    return [{ kind: "report", code, group: null, unit: code, before: null, after: null }];
  });
}

/**
 * What a report says but for the figures that are told one by one, its cover, which names another day each time, and the
 * explanations of its indicators, which a summary does not hold.
 */
function besideFigures(reading: Reading): string {
  const lines = canonicalReading(reading).split("\n");
  return lines.filter((line) => !/^(cover\/|indicators\/|summary-|elements\/[^/]+\/actual\t)/.test(line)).join("\n");
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
