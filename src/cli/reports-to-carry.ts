import { acceptedReports, type EarlierReport } from "../core/consolidation/carried-of-unit";
import type { Plan } from "../core/plan/plan";
import { planInside } from "../core/reading/plan-inside";
import { isReading, readReport } from "../core/reading/read-report";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { notCarried } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { expandInputs } from "./inputs";
import { openInputs } from "./open-workbook";
import type { Session } from "./session";

/** The earlier reports in files, folders and summaries; CannotBeDone where one cannot be read, or follows a plan that nobody knows. */
export async function reportsToCarry({ plan }: Session, given: readonly string[]): Promise<EarlierReport[]> {
  const reports: EarlierReport[] = [];
  for await (const { input, opened } of openInputs(await expandInputs(given))) {
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    reports.push(...reportsIn(plan, opened.snapshot, input.label));
  }
  return reports;
}

/** One report, or those that a summary holds. */
function reportsIn(plan: Plan, snapshot: Snapshot, label: string): readonly EarlierReport[] {
  const accepted = acceptedReports(plan, snapshot);
  return accepted ? accepted.reports.map((report) => ({ ...report, label })) : [reportIn(plan, snapshot, label)];
}

/** A report of another year follows another plan: the one that it carries. */
function reportIn(plan: Plan, snapshot: Snapshot, label: string): EarlierReport {
  const reading = readReport(plan, snapshot);
  if (!isReading(reading)) throw new CannotBeDone(...complaintsOf([review(plan, snapshot)]));
  const said = reading.cover.get("pm_plan")?.text ?? "";
  if (said === plan.id) return { reading, earlier: plan, label };
  const inside = planInside(snapshot);
  if (!inside || !("plan" in inside)) throw new CannotBeDone(notCarried.planUnknown(label));
  const own = readReport(inside.plan, snapshot);
  if (!isReading(own)) throw new CannotBeDone(notCarried.planUnknown(label));
  return { reading: own, earlier: inside.plan, label };
}
