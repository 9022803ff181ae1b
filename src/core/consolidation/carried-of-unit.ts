import { plainText } from "../plain-text";
import type { Period, Plan, Unit } from "../plan/plan";
import { unitName } from "../plan/lookups";
import { readingDigest } from "../reading/canonical";
import type { CarriedOver } from "../reading/carrier";
import { carriedTogether } from "../reading/carried-together";
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
  /** Its list of old units lacks the one that bore its own code and name, of which there is a report. */
  | { readonly kind: "unlisted"; readonly codes: readonly string[] }
  /** Two reports claim the unit; these are their files. */
  | { readonly kind: "twice"; readonly labels: readonly [string, string]; readonly areOfOnePeriod: boolean };

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

interface Target {
  readonly unit: Unit;
  readonly period: Period;
}

/**
 * What a unit takes from its own report, or from those of the units it was made of. Reports of two periods give together
 * where each gives what the other does not: the baseline that of the year's end, last year's figures that of the same months.
 */
export function carriedOfUnit(plan: Plan, reports: readonly EarlierReport[], target: Target): CarriedOfUnit {
  const outcome = carriedAtOnce(plan, reports, target);
  if (outcome.kind !== "twice" || outcome.areOfOnePeriod) return outcome;
  const periods = new Set(reports.map(periodOf));
  const outcomes = [...periods]
    .map((period) =>
      carriedAtOnce(
        plan,
        reports.filter((report) => periodOf(report) === period),
        target,
      ),
    )
    .filter(({ kind }) => kind !== "nothing");
  const contents = outcomes.flatMap((one) => (one.kind === "carried" ? [one.contents] : []));
  const failed = outcomes.find(({ kind }) => kind !== "carried");
  if (failed) return failed;
  const together = carriedTogether(contents);
  return together ? { kind: "carried", contents: together } : outcome;
}

function periodOf({ reading, earlier }: EarlierReport): string {
  return `${earlier.id} ${reading.period?.id ?? ""}`;
}

function carriedAtOnce(plan: Plan, reports: readonly EarlierReport[], target: Target): CarriedOfUnit {
  const { unit } = target;
  const parts = unit.predecessors.map((code) => ({
    code,
    found: distinct(reports.filter((one) => isOfOldUnit(plan, one, code))),
  }));
  const old = parts.flatMap(({ found }) => found);
  const own = distinct(reports.filter((one) => isOfUnit(one.reading, unit) && !isOfOldUnits(plan, one, unit)));
  const [first, second] = [own, ...parts.map(({ found }) => found)].find(({ length }) => length > 1) ?? [];
  if (first && second) return twice(first, second);
  const [mine] = own;
  if (mine && old.length > 0) return { kind: "unlisted", codes: [unit.code] };
  const split = unit === plan.whole ? [] : splitOf(plan, unit, mine ? [{ code: unit.code, found: own }] : parts);
  if (mine && mine.earlier.id !== plan.id && split.length > 0) return { kind: "split", codes: split };
  if (mine) return { kind: "carried", contents: carryOver(plan, mine.reading, { ...target, earlier: mine.earlier }) };
  if (old.length === 0) return { kind: "nothing" };
  const missing = parts.filter(({ found }) => found.length === 0).map(({ code }) => code);
  if (missing.length > 0) return { kind: "missing", codes: missing };
  if (split.length > 0) return { kind: "split", codes: split };
  const merged = old.map(({ reading, earlier }) => ({
    name: reading.unit.kind === "known" ? unitName(reading.unit.unit) : "",
    carried: carryOver(plan, reading, { ...target, earlier }),
  }));
  return { kind: "carried", contents: carryMerged(plan, unit, merged) };
}

function isOfOldUnits(plan: Plan, report: EarlierReport, { predecessors }: Unit): boolean {
  return predecessors.some((code) => isOfOldUnit(plan, report, code));
}

/** The same report twice is one report (law CO5). */
function distinct(reports: readonly EarlierReport[]): readonly EarlierReport[] {
  if (reports.length < 2) return reports;
  return [...new Map(reports.map((report) => [readingDigest(report.reading), report] as const)).values()];
}

interface OldUnit {
  readonly code: string;
  readonly found: readonly EarlierReport[];
}

/** Those of the old units that other units were made of too, or that go on beside this one. */
function splitOf(plan: Plan, unit: Unit, old: readonly OldUnit[]): string[] {
  const others = plan.units.filter((other) => other !== unit);
  return old
    .filter(({ code, found }) =>
      others.some(
        (other) => other.predecessors.includes(code) || found.some(({ reading }) => isOfUnit(reading, other)),
      ),
    )
    .map(({ code }) => code);
}

function twice(one: EarlierReport, other: EarlierReport): CarriedOfUnit {
  const areOfOnePeriod = one.reading.period?.id === other.reading.period?.id;
  return { kind: "twice", labels: [one.label, other.label], areOfOnePeriod };
}

/**
 * The names, with their files, of reports that no unit of the plan takes anything from: what they hold would be lost
 * without a word.
 */
export function takenByNobody(plan: Plan, reports: readonly EarlierReport[]): string[] {
  const isTakenBy = (report: EarlierReport, unit: Unit): boolean =>
    isOfUnit(report.reading, unit) || unit.predecessors.some((code) => isOfOldUnit(plan, report, code));
  return reports
    .filter((report) => ![...plan.units, plan.whole].some((unit) => isTakenBy(report, unit)))
    .map(({ reading, label }) => (reading.unit.kind === "known" ? `${unitName(reading.unit.unit)} (${label})` : label));
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
