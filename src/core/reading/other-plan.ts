import type { Plan } from "../plan/plan";
import type { Reading } from "./reading";

/**
 * The plan that a report says its form was made of, where it is another than this; null where it is this one or is not
 * said. A summary of a lower level has a plan of its own.
 */
export function otherPlanOf(plan: Plan, reading: Reading): string | null {
  const said = reading.cover.get("pm_plan")?.text ?? "";
  return reading.summary !== null || said === "" || said === plan.id ? null : said;
}
