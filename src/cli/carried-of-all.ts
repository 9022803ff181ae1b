import { readCarried } from "../core/consolidation/read-summary-book";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import type { CarriedOver } from "../core/reading/carrier";
import { carryOver } from "../core/reading/carry-over";
import { carryMerged } from "../core/reading/carry-merged";
import { planInside } from "../core/reading/plan-inside";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { carriedOfPhrase, leftBlankPhrase, notCarried, notMerged } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { isOfUnit, readEarlier, type EarlierReport } from "./contents-from";
import { expandInputs } from "./inputs";
import { openWorkbook } from "./open-workbook";
import type { Session } from "./session";

/** What the earlier reports give to the new forms, by unit code, and a line on each unit. */
export interface CarriedOfAll {
  readonly contents: ReadonlyMap<string, CarriedOver>;
  readonly lines: readonly Phrase[];
}

/**
 * Lays earlier reports (files, folders, summaries that hold them) to the units' new forms. A unit without one gets a
 * blank form and a line that says so; one that was made of others takes the sums of theirs. Throws CannotBeDone where a file cannot be read, and where two are of one unit.
 */
export async function carriedOfAll(
  { plan }: Session,
  given: readonly string[],
  { units, period }: { readonly units: readonly Unit[]; readonly period: Period },
): Promise<CarriedOfAll> {
  const reports: LabelledReport[] = [];
  for (const { path, label, absence } of await expandInputs(given)) {
    const opened = absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    for (const report of reportsIn(plan, opened.snapshot, label)) reports.push({ ...report, label });
  }
  const contents = new Map<string, CarriedOver>();
  const lines: Phrase[] = [];
  for (const unit of units) {
    const carried = carriedOf(plan, reports, { unit, period });
    if (carried && "vi" in carried) {
      lines.push(carried);
      continue;
    }
    if (carried && carried.counts.size > 0) contents.set(unit.code, carried);
    lines.push(
      carriedOfPhrase(unitName(unit), carried?.counts ?? null),
      ...(carried?.left.map(leftBlankPhrase) ?? []).map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })),
    );
  }
  return { contents, lines };
}

interface LabelledReport extends EarlierReport {
  readonly label: string;
}

/** What a unit takes from its own report or from those of the units it was made of; null where there is none. */
function carriedOf(
  plan: Plan,
  reports: readonly LabelledReport[],
  target: { readonly unit: Unit; readonly period: Period },
): CarriedOver | Phrase | null {
  const { unit } = target;
  const name = unitName(unit);
  const parts = unit.predecessors.map((code) => ({
    code,
    found: reports.filter((one) => isOfOldUnit(plan, one, code)),
  }));
  const old = parts.flatMap(({ found }) => found);
  const own = reports.filter((one) => !old.includes(one) && isOfUnit(one.reading, { unit }));
  const [first, second] = [own, ...parts.map(({ found }) => found)].find(({ length }) => length > 1) ?? [];
  if (first && second) throw new CannotBeDone(notCarried.twice(name, first.label, second.label));
  const [mine] = own;
  if (mine && old[0]) throw new CannotBeDone(notCarried.twice(name, mine.label, old[0].label));
  if (mine) return carryOver(plan, mine.reading, { ...target, earlier: mine.earlier });
  if (old.length === 0) return null;
  const missing = parts.filter(({ found }) => found.length === 0).map(({ code }) => code);
  if (missing.length > 0) return notMerged.missing(name, missing);
  const split = unit.predecessors.filter((code) =>
    plan.units.some((other) => other !== unit && other.predecessors.includes(code)),
  );
  if (unit !== plan.whole && split.length > 0) return notMerged.split(name, split);
  const merged = old.map(({ reading, earlier }) => ({
    name: reading.unit.kind === "known" ? unitName(reading.unit.unit) : "",
    carried: carryOver(plan, reading, { ...target, earlier }),
  }));
  return carryMerged(plan, unit, merged);
}

/** A report by another plan: in this one the code may be another unit's. */
function isOfOldUnit(plan: Plan, { reading, earlier }: EarlierReport, code: string): boolean {
  return earlier.id !== plan.id && reading.unit.kind === "known" && reading.unit.unit.code === code;
}

/** One report, or those that a summary holds; units whose report was left out of it are not among them. */
function reportsIn(plan: Plan, snapshot: Snapshot, label: string): EarlierReport[] {
  const inside = planInside(snapshot);
  const earlier = inside && "plan" in inside && inside.plan.id !== plan.id ? inside.plan : plan;
  const held = readCarried(earlier, snapshot);
  if (!held) return [readEarlier(plan, snapshot, label)];
  return held.units.flatMap(({ reading }) => (reading === null ? [] : [{ reading, earlier }]));
}
