import { isOfUnit, type EarlierReport } from "../core/consolidation/carried-of-unit";
import type { Plan } from "../core/plan/plan";
import type { CarriedOver } from "../core/reading/carrier";
import { carryOver, type CarryTarget } from "../core/reading/carry-over";
import { planInside } from "../core/reading/plan-inside";
import { isReading, readReport } from "../core/reading/read-report";
import { review } from "../core/review";
import type { Snapshot } from "../core/snapshot";
import { leftBlankPhrase, notCarried } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { complaintsOf } from "../core/rules/complaints";
import { labelOf } from "./inputs";
import { openWorkbook } from "./open-workbook";
import type { Session } from "./session";

/** What an earlier report gives to a new form; CannotBeDone where it is another unit's, or gives nothing. */
export async function contentsFrom(session: Session, file: string, target: CarryTarget): Promise<CarriedOver> {
  const { plan } = session;
  const label = labelOf(file);
  const opened = await openWorkbook(file);
  if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
  const { reading, earlier } = readEarlier(plan, opened.snapshot, label);
  if (!isOfUnit(reading, target.unit)) throw new CannotBeDone(notCarried.anotherUnit(label));
  const carried = carryOver(plan, reading, { ...target, earlier });
  if (carried.counts.size === 0) {
    throw new CannotBeDone(notCarried.nothing(label), ...carried.left.map(leftBlankPhrase));
  }
  return carried;
}

/** A report of another year follows another plan: the one that it carries. */
export function readEarlier(plan: Plan, snapshot: Snapshot, label: string): EarlierReport {
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
