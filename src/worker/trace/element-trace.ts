import type { ElementTotal } from "../../core/consolidation/consolidation";
import { traceAt, type TracedPart } from "../../core/consolidation/trace";
import type { Phrase } from "../../core/language";
import { elementByCode, elementsAskedOf, unitByCode } from "../../core/plan/lookups";
import type { Plan } from "../../core/plan/plan";
import { shown } from "../../core/show-number";
import { isTime } from "../../core/times";
import { answerPhrases, tableWords } from "../../words/outcomes";
import { coveragePhrase, percentPhrase } from "../../words/values";
import type { TraceView } from "../engine";
import { isOfMany, nameOf, type Aim, type Desk } from "./trace-desk";

/** The figures behind one element's total, of all units or of a group, or one unit's own; null for a code without totals. */
export function elementTrace(desk: Desk, code: string, aim: Aim): TraceView | null {
  const { plan, consolidation, placeOf } = desk;
  const element = elementByCode(plan, code);
  // A cell of a unit that is not asked for it holds nothing: the row is told of.
  const { key, time, of } = isAsked(plan, aim.of, code) ? aim : { key: "", time: "actual" as const, of: null };
  const group = of === null ? undefined : consolidation.groups.get(of);
  const total = (group ?? consolidation.elements).find((one) => one.code === code);
  if (!element || !total) return null;
  const trace = traceAt(consolidation, of === null || group ? total : ofUnit(total, of), time);
  const isOne = of !== null && !group;
  const [only] = isOne ? trace.parts : [];
  return {
    code,
    name: nameOf(desk, element.label, { time, group: of }),
    isOfCell: isTime(key),
    total: isOne ? partOrNone(desk, code, only) : valueOrNone(trace.total),
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

function isAsked(plan: Plan, of: string | null, code: string): boolean {
  const isUnit = of !== null && unitByCode(plan, of) !== undefined;
  return !isUnit || elementsAskedOf(plan, of).some((element) => element.code === code);
}

/** A total of one unit alone. */
function ofUnit(total: ElementTotal, unit: string): ElementTotal {
  const parts = total.parts.filter((part) => part.unit === unit);
  return { ...total, parts, missing: parts.length > 0 ? [] : [unit] };
}

function partOrNone(desk: Desk, code: string, part: TracedPart | undefined): Phrase {
  return part ? elementValue(desk, code, part) : tableWords.notThere;
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
