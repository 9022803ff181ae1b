import { readFile, stat } from "node:fs/promises";
import { openPlan, openPlanText, type OpenedPlan } from "../core/plan/open-plan";
import type { Plan } from "../core/plan/plan";
import { planBounds } from "../core/plan/plan-bounds";
import { sayPlanFaults } from "../core/plan/plan-fault";
import yenChau from "../plans/yen-chau-2022.json" with { type: "json" };
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { dayOf } from "./day";
import { labelOf } from "./inputs";
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
    return { ...manner, on, plan: planIn(openPlan(yenChau), "yen-chau-2022.json"), isDefaultPlan: true };
  }
  const label = labelOf(planFile);
  return { ...manner, on, plan: planIn(openPlanText(await planText(planFile)), label), isDefaultPlan: false };
}

async function planText(file: string): Promise<string> {
  try {
    const found = await stat(file);
    // A character takes four bytes at most.
    if (found.isFile() && found.size <= 4 * planBounds.characters) return await readFile(file, "utf8");
  } catch {
    // As for what is no file: the sentence below says it all.
  }
  throw new CannotBeDone(whatStops.planNotRead(labelOf(file)));
}

function planIn(opened: OpenedPlan, file: string): Plan {
  if ("plan" in opened) return opened.plan;
  const { said, more } = sayPlanFaults(opened.faults);
  throw new CannotBeDone(whatStops.planIsFaulty(file), ...said, ...(more > 0 ? [whatStops.andMore(more)] : []));
}
