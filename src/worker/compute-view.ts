import { recomputeEdits } from "../core/edits/recompute";
import type { Phrase } from "../core/language";
import type { Plan } from "../core/plan/plan";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { operationNames, refusals } from "../words/operations";
import { whatStops } from "../words/what-stops";
import { operationOf } from "./draw-book";
import type { Planned } from "./engine";
import { recognize } from "./recognize";

/** The form's own cells, computed anew where they stand. */
export async function planComputing(plan: Plan, book: Snapshot): Promise<Planned> {
  const found = recognize(plan, book);
  if (found.kind !== "report") return { kind: "refused", why: whyNot(plan, book, found) };
  const { reading } = found;
  if (reading.unit.kind !== "known" || !reading.period) {
    return { kind: "refused", why: whatStops.notComputed(book.file) };
  }
  const edits = recomputeEdits(plan, reading);
  if (edits.length === 0) return { kind: "nothing-to-do" };
  const operation = await operationOf(operationNames.compute(edits.length), [edits]);
  return { kind: "planned", operation, count: edits.length };
}

function whyNot(plan: Plan, book: Snapshot, found: ReturnType<typeof recognize>): Phrase {
  if (found.kind === "several") return refusals.severalReports(found.reports.length);
  if (found.kind === "plan") return refusals.bookIsAPlan();
  if (found.kind === "summary") return refusals.summaryIsNotComputed();
  return complaintsOf([review(plan, book)])[0] ?? whatStops.notComputed(book.file);
}
