import type { TotalChange } from "../core/consolidation/changes";
import type { Consolidation, ElementTotal, IndicatorTotal, UnitStatus } from "../core/consolidation/consolidation";
import type { Finding, Unevaluated } from "../core/finding";
import type { Language } from "../core/language";
import { findingJson, unevaluatedJson } from "./finding-json";
import { indicatorJson } from "./indicator-json";

/** What the document tells besides the totals. */
export interface Around {
  /** Of the reports together, and of the files that are nobody's report. */
  readonly findings: readonly Finding[];
  /** Of the rules across reports. */
  readonly unevaluated: readonly Unevaluated[];
  /** What an existing summary is changed by; null where none is updated. */
  readonly changes: readonly TotalChange[] | null;
  /** While it is open which report of a unit counts, there are no totals (law CO6). */
  readonly isUndecided: boolean;
}

/** A consolidation for other programs. */
export function consolidationJson(
  { period, units, elements, indicators }: Consolidation,
  { findings, unevaluated, changes, isUndecided }: Around,
  language: Language,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    period: period.id,
    units: units.map(unitJson),
    elements: isUndecided ? [] : elements.map(elementJson),
    indicators: isUndecided ? [] : indicators.map(totalJson),
    findings: findings.map((finding) => ({
      ...findingJson(finding, language),
      file: finding.file === "" ? null : finding.file,
    })),
    notEvaluated: unevaluated.map((one) => unevaluatedJson(one, language)),
    ...(changes === null ? {} : { changes: isUndecided ? [] : changes }),
  };
}

function unitJson({ unit, isReceived, isOnTime, ...status }: UnitStatus): Readonly<Record<string, unknown>> {
  const { file, counts, sealedOn } = status;
  return { code: unit.code, name: unit.name, received: isReceived, onTime: isOnTime, file, counts, sealedOn };
}

function elementJson({ code, actual, coverage, missing, parts }: ElementTotal): Readonly<Record<string, unknown>> {
  return {
    code,
    total: actual,
    coverage,
    missing,
    parts: parts.map(({ unit, file, sheet, cell, value }) => ({ unit, file, sheet, cell, value })),
  };
}

function totalJson(total: IndicatorTotal): Readonly<Record<string, unknown>> {
  return {
    ...indicatorJson(total),
    coverage: total.coverage,
    provisional: total.isProvisional,
    group: total.group,
  };
}
