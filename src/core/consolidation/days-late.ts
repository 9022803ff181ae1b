import { daysBetween, dayIn } from "../plan/day";
import { dueDate } from "../plan/lookups";
import type { Period, Plan, Unit } from "../plan/plan";

/**
 * How many days after its due date a report names as its own, 0 or less where it is not after it; null where its date
 * is not understood, or nothing is due. Days of grace are not taken off.
 */
export function daysLate(
  plan: Plan,
  period: Period | null,
  { unit, reportedOn }: { readonly unit: Unit; readonly reportedOn: string },
): number | null {
  const due = period ? dueDate(plan, period, unit.code) : undefined;
  const day = dayIn(reportedOn);
  return due === undefined || day === null ? null : daysBetween(due, day);
}
