import type { Phrase } from "../language";
import { elementByCode, elementsOf, indicatorByCode } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import { elementCell, figureOf } from "../reading/reading";
import type { Snapshot } from "../snapshot";
import type { Time } from "../times";
import { consolidate } from "./consolidate";
import type { Consolidation, Coverage, ElementTotal } from "./consolidation";
import { readCarried } from "./read-summary-book";

/** One figure behind a total, and its share of the total in percent (null where the total is 0). */
export interface TracedPart {
  readonly unit: string;
  readonly name: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: number;
  readonly share: number | null;
}

/** The total of one element and what it is made of (law CO7), the largest part first. */
export interface Trace {
  readonly code: string;
  readonly label: Phrase;
  readonly total: number | null;
  readonly coverage: Coverage;
  readonly missing: readonly string[];
  readonly parts: readonly TracedPart[];
}

/**
 * What stands behind an element's total, or behind each element of an indicator, in a summary that this program made.
 * Null where the workbook is no such summary or the plan has no such code.
 */
export function traceTotal(plan: Plan, snapshot: Snapshot, code: string): readonly Trace[] | null {
  const carried = readCarried(plan, snapshot);
  const indicator = indicatorByCode(plan, code);
  const codes = indicator ? elementsOf(indicator) : elementByCode(plan, code) ? [code] : [];
  if (!carried || codes.length === 0) return null;
  const consolidation = consolidate(plan, carried.period, carried);
  return codes.flatMap((element) => traceElement(consolidation, element));
}

function traceElement(consolidation: Consolidation, code: string): Trace[] {
  const total = consolidation.elements.find((candidate) => candidate.code === code);
  return total ? [traceAt(consolidation, total, "actual")] : [];
}

/**
 * What one total, of all units or of a group, is made of at one time. For earlier times `sheet` and `cell` are the
 * summary's own: it remembers where this period's figures came from, and no others.
 */
export function traceAt({ plan, units }: Consolidation, total: ElementTotal, time: Time): Trace {
  const { code } = total;
  const behind = new Set([...total.parts.map(({ unit }) => unit), ...total.missing]);
  const figures = units
    .filter(({ unit }) => behind.has(unit.code))
    .map(({ unit, reading }) => {
      const cell = reading ? elementCell(reading, code, time) : undefined;
      return { unit, reading, cell, value: figureOf(cell) };
    });
  const sum = { actual: total.actual, baseline: total.baseline, last_year: total.lastYear }[time];
  const parts = figures.flatMap(({ unit, reading, cell, value }): TracedPart[] => {
    if (!reading || !cell || value === null) return [];
    const share = sum === null || sum === 0 ? null : (100 * value) / sum;
    return [{ unit: unit.code, name: unit.name, file: reading.file, ...cell.at, value, share }];
  });
  return {
    code,
    label: elementByCode(plan, code)?.label ?? { vi: code, en: code },
    total: sum,
    coverage: [parts.length, figures.length],
    missing: figures.filter(({ value }) => value === null).map(({ unit }) => unit.code),
    parts: parts.sort((a, b) => b.value - a.value),
  };
}
