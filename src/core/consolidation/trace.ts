import type { Phrase } from "../language";
import { elementByCode, elementsOf, indicatorByCode, unitByCode } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import type { Snapshot } from "../snapshot";
import { consolidate } from "./consolidate";
import type { Consolidation, Coverage } from "./consolidation";
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

function traceElement({ plan, elements }: Consolidation, code: string): Trace[] {
  const total = elements.find((candidate) => candidate.code === code);
  const element = elementByCode(plan, code);
  if (!total || !element) return [];
  const parts = total.parts.map((part) => ({
    ...part,
    name: unitByCode(plan, part.unit)?.name ?? part.unit,
    share: total.actual === null || total.actual === 0 ? null : (100 * part.value) / total.actual,
  }));
  return [
    {
      code,
      label: element.label,
      total: total.actual,
      coverage: total.coverage,
      missing: total.missing,
      parts: parts.sort((a, b) => b.value - a.value),
    },
  ];
}
