import type { core } from "zod";
import { findUnorderedDates } from "./dates";
import { planSchema, type Plan } from "./plan";
import { findBeyondBounds, planBounds } from "./plan-bounds";
import { planFault, type PlanFault } from "./plan-fault";
import { expectedBy, planWords } from "./plan-words";
import { findBrokenReferences } from "./references";
import { findUnfitTargets } from "./targets";
import { valueAt } from "./tree";
import { findRepeatedCodes } from "./unique-codes";

export type { PlanFault } from "./plan-fault";

export type OpenedPlan = { readonly plan: Plan } | { readonly faults: readonly PlanFault[] };

/** More than anyone mends at once; the rest shows when these are mended. */
const maxFaults = 100;

/**
 * Opens a plan from its JSON value. Refuses whatever does not have the shape of a plan, and a plan whose codes, dates
 * or targets contradict one another, with at most 100 faults.
 */
export function openPlan(json: unknown): OpenedPlan {
  const beyond = findBeyondBounds(json);
  if (beyond) return { faults: [beyond] };
  const parsed = planSchema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, maxFaults);
    return { faults: issues.flatMap((issue) => faultsOf(issue, json)).slice(0, maxFaults) };
  }
  const plan = parsed.data;
  const faults: PlanFault[] = [];
  for (const find of [findRepeatedCodes, findBrokenReferences, findUnorderedDates, findUnfitTargets]) {
    for (const fault of find(plan)) {
      if (faults.push(fault) === maxFaults) return { faults };
    }
  }
  return faults.length > 0 ? { faults } : { plan };
}

/** Opens a plan from the text of its file; text that is no JSON, or too long, is a fault like any other. */
export function openPlanText(text: string): OpenedPlan {
  if (text.length > planBounds.characters) return { faults: [planFault([], planWords.smallerFile, text.length)] };
  const body = text.replace(/^\uFEFF/, "");
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    return { faults: [planFault([], planWords.json, near(body, String(error)))] };
  }
  return openPlan(json);
}

/** The text around the place that the JSON parser names; where it names none, the beginning. */
function near(text: string, message: string): string {
  const place = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
  return text
    .slice(Math.max(0, place - 30), place + 20)
    .replace(/\s+/g, " ")
    .trim();
}

function faultsOf(issue: core.$ZodIssue, json: unknown): PlanFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const expected = expectedBy(issue);
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, maxFaults)
      .map((key) => planFault([...path, key], expected, valueAt(json, [...path, key])));
  }
  return [planFault(path, expected, issue.code === "invalid_key" ? path.at(-1) : valueAt(json, path))];
}
