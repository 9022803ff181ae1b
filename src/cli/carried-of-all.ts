import { acceptedReports, carriedOfUnit, type EarlierReport } from "../core/consolidation/carried-of-unit";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import type { CarriedOver } from "../core/reading/carrier";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { carriedOfUnitLines, notCarried } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { readEarlier } from "./contents-from";
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
  const reports: EarlierReport[] = [];
  for (const { path, label, absence } of await expandInputs(given)) {
    const opened = absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    reports.push(...reportsIn(plan, opened.snapshot, label));
  }
  const contents = new Map<string, CarriedOver>();
  const lines: Phrase[] = [];
  for (const unit of units) {
    const carried = carriedOfUnit(plan, reports, { unit, period });
    if (carried.kind === "twice") throw new CannotBeDone(notCarried.twice(unitName(unit), ...carried.labels));
    if (carried.kind === "carried" && carried.contents.counts.size > 0) contents.set(unit.code, carried.contents);
    lines.push(...carriedOfUnitLines(unitName(unit), carried));
  }
  return { contents, lines };
}

/** One report, or those that a summary holds. */
function reportsIn(plan: Plan, snapshot: Snapshot, label: string): readonly EarlierReport[] {
  const accepted = acceptedReports(plan, snapshot);
  return accepted ? accepted.reports.map((report) => ({ ...report, label })) : [readEarlier(plan, snapshot, label)];
}
