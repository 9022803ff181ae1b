import { readFileSync } from "node:fs";
import { openPlanText } from "../../src/core/plan/open-plan";
import type { Plan } from "../../src/core/plan/plan";
import { sayPlanFault } from "../../src/core/plan/plan-fault";

/** The text of a plan file, by its place in the repository. */
export function planText(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
}

/** A plan file as it is given to the engine. */
export function givenPlan(file: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: file.split("/").at(-1) ?? "", bytes: new TextEncoder().encode(planText(file)) };
}

function opened(file: string): Plan {
  const outcome = openPlanText(planText(file));
  if ("plan" in outcome) return outcome.plan;
  throw new Error(outcome.faults.map((fault) => sayPlanFault(fault).en).join("\n"));
}

export const planFiles = {
  yenChau: "src/plans/yen-chau-2022.json",
  truongNguyen: "test/plans/truong-nguyen-2026.json",
  small: "test/plans/small-2022.json",
};

/** The first plan: commune → district, 2022. */
export const yenChau = opened(planFiles.yenChau);

/** A different, invented one: commune → province, quarterly, no groups, no shortfalls, no funds. */
export const truongNguyen = opened(planFiles.truongNguyen);

/** A few rows of every sheet, for examples that fit a page: what the drawn forms of docs/rules are laid over. */
export const small = opened(planFiles.small);
