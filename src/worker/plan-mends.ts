import { isRefusal } from "../core/apply-edits";
import { mend, type WantedMend as CoreWanted } from "../core/mend";
import type { Plan } from "../core/plan/plan";
import type { Snapshot } from "../core/snapshot";
import { operationNames, refusals } from "../words/operations";
import { operationOf } from "./draw-book";
import type { Planned, WantedMend } from "./engine";
import { findingKeys } from "./finding-views";
import { recognize, reviewBook } from "./recognize";

/** Everything that a machine may put right without asking. */
export function planMends(plan: Plan, book: Snapshot, on: string): Promise<Planned> {
  return planned(plan, book, { on });
}

/** One finding's mend, and what follows from it. */
export async function planMend(plan: Plan, book: Snapshot, { key, mend: which, on }: WantedMend): Promise<Planned> {
  const { reviewed } = reviewBook(plan, book, on);
  const { findings } = reviewed;
  const finding = findingKeys(findings).indexOf(key);
  if (findings[finding]?.mends[which] === undefined) return { kind: "refused", why: refusals.findingIsGone() };
  return planned(plan, book, { on, only: { finding, mend: which } });
}

async function planned(
  plan: Plan,
  book: Snapshot,
  { on, only }: { readonly on: string; readonly only?: CoreWanted },
): Promise<Planned> {
  const found = recognize(plan, book);
  if (found.kind === "several") return { kind: "refused", why: refusals.severalReports(found.reports.length) };
  if (found.kind === "plan") return { kind: "refused", why: refusals.bookIsAPlan() };
  const occasion = { on, earlier: [] };
  const outcome = mend(plan, book, { occasion, choices: [], ...(only === undefined ? {} : { only }) });
  if (isRefusal(outcome)) return { kind: "stale", refusal: outcome };
  const { rounds, mended } = outcome;
  if (mended.length === 0) return { kind: "nothing-to-do" };
  const operation = await operationOf(operationNames.mend(mended.length), rounds);
  return { kind: "planned", operation, count: mended.length };
}
