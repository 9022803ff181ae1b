import { acceptedReports, type EarlierReport } from "../core/consolidation/carried-of-unit";
import { mayEnter } from "../core/consolidation/receive";
import { countBySeverity } from "../core/finding";
import type { Phrase } from "../core/language";
import type { Plan } from "../core/plan/plan";
import { planInside } from "../core/reading/plan-inside";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { notCarried } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { expandInputs } from "./inputs";
import { openInputs } from "./open-workbook";
import type { Session } from "./session";

/** The earlier reports that figures may be taken from, and what is to be said of the others and of these. */
export interface ReportsToCarry {
  readonly reports: readonly EarlierReport[];
  /** Why a report gives nothing: it has errors, and would not have been counted either (law CO8). */
  readonly leftOut: readonly Phrase[];
  readonly remarks: readonly Phrase[];
}

/** The earlier reports in files, folders and summaries; CannotBeDone where one cannot be read, or follows a plan that nobody knows. */
export async function reportsToCarry({ plan }: Session, given: readonly string[]): Promise<ReportsToCarry> {
  const reports: EarlierReport[] = [];
  const leftOut: Phrase[] = [];
  for await (const { input, opened } of openInputs(await expandInputs(given))) {
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    const accepted = acceptedReports(plan, opened.snapshot);
    if (accepted) {
      reports.push(...accepted.reports.map((report) => ({ ...report, label: input.label })));
      continue;
    }
    const { report, errors } = reportIn(plan, opened.snapshot, input.label);
    if (errors > 0) leftOut.push(notCarried.withErrors(input.label, errors));
    else reports.push(report);
  }
  return { reports, leftOut, remarks: reports.flatMap(stageRemark) };
}

/** A report as its own plan reads it; `errors` is 0 where only figures are missing. */
function reportIn(
  plan: Plan,
  snapshot: Snapshot,
  label: string,
): { readonly report: EarlierReport; readonly errors: number } {
  const here = review(plan, snapshot);
  if (!here.reading) throw new CannotBeDone(...complaintsOf([here]));
  const earlier = ownPlan(plan, snapshot, { said: here.reading.cover.get("pm_plan")?.text ?? "", label });
  const { reading, ...checked } = earlier === plan ? here : review(earlier, snapshot);
  if (!reading) throw new CannotBeDone(notCarried.planUnknown(label));
  return {
    report: { reading, earlier, label },
    errors: mayEnter(checked) ? 0 : countBySeverity(checked.findings).error,
  };
}

/** A report of another year follows another plan: the one that it carries. */
function ownPlan(
  plan: Plan,
  snapshot: Snapshot,
  { said, label }: { readonly said: string; readonly label: string },
): Plan {
  if (said === plan.id) return plan;
  const inside = planInside(snapshot);
  if (!inside || !("plan" in inside)) throw new CannotBeDone(notCarried.planUnknown(label));
  return inside.plan;
}

/** Figures that were not final then may have become others since. */
function stageRemark({ reading, earlier, label }: EarlierReport): Phrase[] {
  const stage = reading.cover.get("pm_stage")?.text ?? "";
  const final = earlier.stages.at(-1)?.name.vi;
  return reading.summary || stage === "" || stage === final ? [] : [notCarried.notFinal(label, stage)];
}
