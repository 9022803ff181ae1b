import { openPlan } from "../core/plan/open-plan";
import type { Plan } from "../core/plan/plan";
import yenChau from "../plans/yen-chau-2022.json" with { type: "json" };
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { dayOf } from "./day";
import { labelOf } from "./inputs";
import { openPlanFile } from "./plan-file";
import type { Manner } from "./terminal";

/** What every command works with. */
export interface Session extends Manner {
  readonly plan: Plan;
  readonly isDefaultPlan: boolean;
  /** The day of the run, ISO `yyyy-mm-dd`. */
  readonly on: string;
}

/** What a command line says of the run as a whole. */
export interface Given {
  readonly plan?: string;
  readonly on?: string;
}

/** Opens the plan of a run, the one named or else Yên Châu's, on the day named or else today. */
export async function openSession(manner: Manner, given: Given): Promise<Session> {
  const on = dayOf(given.on);
  const planFile = given.plan;
  if (planFile === undefined) {
    return { ...manner, on, plan: ownPlan(), isDefaultPlan: true };
  }
  const opened = await openPlanFile(planFile);
  if ("plan" in opened) return { ...manner, on, plan: opened.plan, isDefaultPlan: false };
  const said = opened.troubles.slice(0, saidTroubles).map(({ what }) => what);
  const more = opened.troubles.length - said.length;
  throw new CannotBeDone(
    whatStops.planIsFaulty(labelOf(planFile)),
    ...said,
    ...(more > 0 ? [whatStops.andMore(more)] : []),
  );
}

/** The command `plan` tells all of them. */
const saidTroubles = 10;

function ownPlan(): Plan {
  const opened = openPlan(yenChau);
  if ("plan" in opened) return opened.plan;
  throw new RangeError("The program's own plan has faults.");
}
