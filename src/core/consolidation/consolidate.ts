import { elementByCode, elementsOf, membersOf, reportingLevel } from "../plan/lookups";
import type { Element, Indicator, Period, Plan, Unit } from "../plan/plan";
import { totalOf } from "../progress/exact";
import { together } from "../progress/evidence";
import { goalOf, type Scope } from "../progress/goal";
import { measure } from "../progress/measure";
import { elementCell, figureOf, type Reading } from "../reading/reading";
import { readingEvidence } from "../reading/reading-evidence";
import type { Time } from "../times";
import { partOfBelow, type Consolidation, type ElementTotal, type IndicatorTotal, type Part } from "./consolidation";

/** A unit with the reading that counts for it, or none. */
interface Member {
  readonly unit: Unit;
  readonly reading: Reading | null;
}

/**
 * Lays the readings of one period together by the laws CO1 to CO4, CO7, CO9 and CO10. `units` holds every unit of the
 * plan once, in its order, the whole last; the outcome hangs on nothing else (law CO5).
 */
export function consolidate(
  plan: Plan,
  period: Period,
  { units, allowsErrors, stage }: Pick<Consolidation, "units" | "allowsErrors" | "stage">,
): Consolidation {
  const byCode = new Map(units.map((status) => [status.unit.code, status.reading]));
  const withReading = (unit: Unit): Member => ({ unit, reading: byCode.get(unit.code) ?? null });
  const all = plan.units.map(withReading);
  const whole = [withReading(plan.whole)];
  const groups = plan.groups.map(({ id }) => ({ id, members: membersOf(plan, id).map(withReading) }));
  const suppliersOf = (element: Element | undefined): readonly Member[] =>
    element?.by === reportingLevel(plan).id ? all : whole;
  const isOfUnits = (element: Element): boolean => element.by === reportingLevel(plan).id;
  return {
    plan,
    period,
    stage,
    units,
    allowsErrors,
    elements: plan.elements.map((element) => elementTotal(element, suppliersOf(element))),
    groups: new Map(
      groups.map(({ id, members }) => [
        id,
        plan.elements.filter(isOfUnits).map((element) => elementTotal(element, members)),
      ]),
    ),
    indicators: plan.indicators.flatMap((indicator) => {
      const elements = elementsOf(indicator).map((code) => elementByCode(plan, code));
      const isGroups = elements.every((element) => element !== undefined && isOfUnits(element));
      const ofWhole = { scope: { kind: "whole" as const }, members: suppliersOf(elements[0]) };
      const ofGroups = isGroups
        ? groups.map(({ id, members }) => ({ scope: { kind: "group" as const, id }, members }))
        : [];
      const { onlyGroup } = indicator;
      const scopes =
        onlyGroup === undefined ? [ofWhole, ...ofGroups] : ofGroups.filter(({ scope }) => scope.id === onlyGroup);
      return scopes.map(({ scope, members }) => indicatorTotal(plan, indicator, { scope, members, period }));
    }),
  };
}

function elementTotal({ code }: Element, members: readonly Member[]): ElementTotal {
  const figures = (time: Time): Part[] =>
    members.flatMap(({ unit, reading }) => {
      const cell = reading ? elementCell(reading, code, time) : undefined;
      const value = figureOf(cell);
      return reading && cell && value !== null ? [{ unit: unit.code, file: reading.file, ...cell.at, value }] : [];
    });
  const total = (of: readonly Part[]): number | null => totalOf(of.map(({ value }) => value));
  const parts = figures("actual");
  const there = new Set(parts.map((part) => part.unit));
  return {
    code,
    actual: total(parts),
    baseline: total(figures("baseline")),
    lastYear: total(figures("last_year")),
    coverage: [parts.length, members.length],
    missing: members.map(({ unit }) => unit.code).filter((unit) => !there.has(unit)),
    parts,
  };
}

function indicatorTotal(
  plan: Plan,
  indicator: Indicator,
  { scope, members, period }: { readonly scope: Scope; readonly members: readonly Member[]; readonly period: Period },
): IndicatorTotal {
  const evidence = members.map(({ unit, reading }) => ({
    unit: unit.code,
    own: reading ? readingEvidence(reading, indicator) : null,
  }));
  const sum = together(evidence.map(({ own }) => own).filter((own) => own !== null));
  const missing = evidence.filter(({ own }) => !own?.actual).map(({ unit }) => unit);
  const without = (pairs: "both" | "lastBoth"): string[] =>
    evidence.filter(({ own }) => own?.actual && !own[pairs]).map(({ unit }) => unit);
  return {
    code: indicator.code,
    group: scope.kind === "group" ? scope.id : null,
    ...measure(goalOf(plan, indicator, { scope, period }), sum),
    evidence: sum,
    coverage: [members.length - missing.length, members.length],
    missing,
    withoutEarlier: { baseline: without("both"), last_year: without("lastBoth") },
    isProvisional: missing.length > 0 || members.some((member) => partOfBelow(member) !== null),
  };
}
