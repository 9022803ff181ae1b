import type { ElementTotal } from "../../core/consolidation/consolidation";
import { traceAt, type TracedPart } from "../../core/consolidation/trace";
import type { Phrase } from "../../core/language";
import { elementByCode, unitByCode } from "../../core/plan/lookups";
import type { Plan } from "../../core/plan/plan";
import { shown } from "../../core/show-number";
import { isTime } from "../../core/times";
import { answerPhrases, tableWords } from "../../words/outcomes";
import { coveragePhrase, percentPhrase } from "../../words/values";
import type { TraceView } from "../engine";
import { isOfMany, nameAt, type Aim, type Desk } from "./trace-desk";

/** The figures behind one element's total, of all units or of a group, or one unit's own; null for a code without totals. */
export function elementTrace(desk: Desk, code: string, { key, time, of }: Aim): TraceView | null {
  const { plan, consolidation, placeOf } = desk;
  const element = elementByCode(plan, code);
  const group = of === null ? undefined : consolidation.groups.get(of);
  const total = (group ?? consolidation.elements).find((one) => one.code === code);
  if (!element || !total) return null;
  const trace = traceAt(consolidation, of === null || group ? total : ofUnit(total, of), time);
  const isOne = of !== null && !group;
  const [only] = isOne ? trace.parts : [];
  return {
    code,
    name: nameAt(time, element.label),
    isOfCell: isTime(key),
    total: only ? elementValue(desk, code, only) : valueOrNone(trace.total),
    coverage: coveragePhrase(trace.coverage),
    parts: trace.parts.map((part) => ({
      unit: part.name,
      value: elementValue(desk, code, part),
      share: isOne || part.share === null ? null : percentPhrase(part.share),
      at: placeOf(part.unit, code, time),
      file: part.file,
      source: time === "actual" ? { sheet: part.sheet, cell: part.cell } : null,
    })),
    missing: namesOf(plan, trace.missing),
  };
}

/** A total of one unit alone. */
function ofUnit(total: ElementTotal, unit: string): ElementTotal {
  const parts = total.parts.filter((part) => part.unit === unit);
  return { ...total, parts, missing: parts.length > 0 ? [] : [unit] };
}

function valueOrNone(value: number | null): Phrase {
  return value === null ? tableWords.notThere : shown(value);
}

function elementValue(desk: Desk, code: string, { unit, value }: TracedPart): Phrase {
  if (elementByCode(desk.plan, code)?.content !== "yes-no" || isOfMany(desk, unit)) return shown(value);
  return value === 1 ? answerPhrases.yes : answerPhrases.no;
}

function namesOf(plan: Plan, units: readonly string[]): string[] {
  return units.map((unit) => unitByCode(plan, unit)?.name ?? unit);
}
