import { openPlan, openPlanText } from "../core/plan/open-plan";
import { sayPlanFaults } from "../core/plan/plan-fault";
import { unitName } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import yenChau from "../plans/yen-chau-2022.json" with { type: "json" };
import { whatStops } from "../words/what-stops";
import type { PlanFile, PlanOutcome, PlanView } from "./engine";

/** The plan that the engine works by. */
export interface PlanInUse {
  readonly plan: Plan;
  /** The program's own, and not one from a file. */
  readonly isOwn: boolean;
}

export function ownPlan(): PlanInUse {
  const opened = openPlan(yenChau);
  if (!("plan" in opened)) throw new RangeError("The program's own plan has faults.");
  return { plan: opened.plan, isOwn: true };
}

/** The plan in a file, or the sentences that say what is wrong in it. */
export function openPlanFile({ text }: PlanFile): PlanInUse | Extract<PlanOutcome, { kind: "faulty" }> {
  const opened = openPlanText(text);
  if ("plan" in opened) return { plan: opened.plan, isOwn: false };
  const { said, more } = sayPlanFaults(opened.faults);
  return { kind: "faulty", faults: [...said, ...(more > 0 ? [whatStops.andMore(more)] : [])] };
}

export function planView({ plan, isOwn }: PlanInUse): PlanView {
  return {
    title: plan.title,
    isOwn,
    units: [...plan.units, plan.whole].map((unit) => ({ code: unit.code, name: unitName(unit) })),
    periods: plan.periods.map(({ id, name }) => ({ id, name })),
  };
}
