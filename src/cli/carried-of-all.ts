import { readCarried } from "../core/consolidation/read-summary-book";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import { carryOver, type CarriedOver } from "../core/reading/carry-over";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { carriedOfPhrase, leftBlankPhrase, notCarried } from "../words/carried-over";
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
 * blank form and a line that says so. Throws CannotBeDone where a file cannot be read, and where two are of one unit.
 */
export async function carriedOfAll(
  { plan }: Session,
  given: readonly string[],
  { units, period }: { readonly units: readonly Unit[]; readonly period: Period },
): Promise<CarriedOfAll> {
  const reports: (EarlierReport & { readonly label: string })[] = [];
  for (const { path, label, absence } of await expandInputs(given)) {
    const opened = absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    for (const report of reportsIn(plan, opened.snapshot, label)) reports.push({ ...report, label });
  }
  const contents = new Map<string, CarriedOver>();
  const lines: Phrase[] = [];
  for (const unit of units) {
    const [own, second] = reports.filter(({ reading }) => isOfUnit(reading, { unit }));
    if (own && second) throw new CannotBeDone(notCarried.twice(unitName(unit), own.label, second.label));
    const carried = own ? carryOver(plan, own.reading, { unit, period, earlier: own.earlier }) : null;
    if (carried && carried.counts.size > 0) contents.set(unit.code, carried);
    lines.push(
      carriedOfPhrase(unitName(unit), carried?.counts ?? null),
      ...(carried?.left.map(leftBlankPhrase) ?? []).map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })),
    );
  }
  return { contents, lines };
}

/** One report, or those that a summary holds; units whose report was left out of it are not among them. */
function reportsIn(plan: Plan, snapshot: Snapshot, label: string): EarlierReport[] {
  const held = readCarried(plan, snapshot);
  if (!held) return [readEarlier(plan, snapshot, label)];
  return held.units.flatMap(({ reading }) => (reading === null ? [] : [{ reading, earlier: plan }]));
}
