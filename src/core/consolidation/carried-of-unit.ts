import { plainText } from "../plain-text";
import type { Period, Plan, Unit } from "../plan/plan";
import { unitName } from "../plan/lookups";
import type { CarriedOver } from "../reading/carrier";
import { carryMerged } from "../reading/carry-merged";
import { carryOver } from "../reading/carry-over";
import { planInside } from "../reading/plan-inside";
import type { Reading } from "../reading/reading";
import type { Snapshot } from "../snapshot";
import { readCarried } from "./read-summary-book";

/** A report with the plan that it was read by. */
export interface EarlierReport {
  readonly reading: Reading;
  readonly earlier: Plan;
  /** The file it stands in, as people know it. */
  readonly label: string;
}

/** The reports that count in a summary, with its period. */
export interface AcceptedReports {
  readonly period: Period;
  readonly reports: readonly EarlierReport[];
}

/** What a unit's new form takes from the reports of the period before. */
export type CarriedOfUnit =
  | { readonly kind: "carried"; readonly contents: CarriedOver }
  /** No report of it is among them. */
  | { readonly kind: "nothing" }
  /** Of a unit that was made of others: these have no report, or went to several new units, so that nothing adds up. */
  | { readonly kind: "missing" | "split"; readonly codes: readonly string[] }
  /** Two reports claim the unit; these are their files. */
  | { readonly kind: "twice"; readonly labels: readonly [string, string] };

/** The reports that a summary holds; units whose report was left out of it are not among them. Null for any other workbook. */
export function acceptedReports(plan: Plan, summary: Snapshot): AcceptedReports | null {
  const inside = planInside(summary);
  const earlier = inside && "plan" in inside && inside.plan.id !== plan.id ? inside.plan : plan;
  const held = readCarried(earlier, summary);
  if (!held) return null;
  const reports = held.units.flatMap(({ reading }) =>
    reading === null ? [] : [{ reading, earlier, label: summary.file }],
  );
  return { period: held.period, reports };
}

/** What a unit takes from its own report, or from those of the units it was made of. */
export function carriedOfUnit(
  plan: Plan,
  reports: readonly EarlierReport[],
  target: { readonly unit: Unit; readonly period: Period },
): CarriedOfUnit {
  const { unit } = target;
  const parts = unit.predecessors.map((code) => ({
    code,
    found: reports.filter((one) => isOfOldUnit(plan, one, code)),
  }));
  const old = parts.flatMap(({ found }) => found);
  const own = reports.filter((one) => !old.includes(one) && isOfUnit(one.reading, unit));
  const [first, second] = [own, ...parts.map(({ found }) => found)].find(({ length }) => length > 1) ?? [];
  if (first && second) return { kind: "twice", labels: [first.label, second.label] };
  const [mine] = own;
  if (mine && old[0]) return { kind: "twice", labels: [mine.label, old[0].label] };
  if (mine) return { kind: "carried", contents: carryOver(plan, mine.reading, { ...target, earlier: mine.earlier }) };
  if (old.length === 0) return { kind: "nothing" };
  const missing = parts.filter(({ found }) => found.length === 0).map(({ code }) => code);
  if (missing.length > 0) return { kind: "missing", codes: missing };
  const split = unit.predecessors.filter((code) =>
    plan.units.some((other) => other !== unit && other.predecessors.includes(code)),
  );
  if (unit !== plan.whole && split.length > 0) return { kind: "split", codes: split };
  const merged = old.map(({ reading, earlier }) => ({
    name: reading.unit.kind === "known" ? unitName(reading.unit.unit) : "",
    carried: carryOver(plan, reading, { ...target, earlier }),
  }));
  return { kind: "carried", contents: carryMerged(plan, unit, merged) };
}

/** A unit is its code and its name: codes were used again for other units. */
function isOfUnit({ unit: found }: Reading, unit: Unit): boolean {
  return (
    found.kind === "known" &&
    found.unit.code === unit.code &&
    [unit.name, ...unit.aliases].some((name) => plainText(name) === plainText(found.unit.name))
  );
}

/** A report by another plan: in this one the code may be another unit's. */
function isOfOldUnit(plan: Plan, { reading, earlier }: EarlierReport, code: string): boolean {
  return earlier.id !== plan.id && reading.unit.kind === "known" && reading.unit.unit.code === code;
}
