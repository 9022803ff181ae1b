import { plainText } from "../core/plain-text";
import type { Plan } from "../core/plan/plan";
import { reasonCellOf } from "../core/rules/reason";
import type { Snapshot } from "../core/snapshot";
import { operationNames, refusals } from "../words/operations";
import { operationOf } from "./draw-book";
import type { Explanation, Planned } from "./engine";
import { canExplain, findingKeys } from "./finding-views";
import { reviewBook } from "./recognize";

/** Longer reasons belong in a letter. */
const longestReason = 1000;
/** What a cell of a workbook holds, less room for a mark. */
const longestText = 32_000;

/** The reason written where the form has room for it, behind what stands there; as text, whatever it begins with (law ED7). */
export async function planExplanation(plan: Plan, book: Snapshot, { key, text, on }: Explanation): Promise<Planned> {
  const reason = plainText(text);
  if (reason === "") return { kind: "refused", why: refusals.noReason() };
  if (reason.length > longestReason) return { kind: "refused", why: refusals.reasonTooLong(longestReason) };
  const { reviewed } = reviewBook(plan, book, on);
  const finding = reviewed.findings[findingKeys(reviewed.findings).indexOf(key)];
  if (!finding) return { kind: "refused", why: refusals.findingIsGone() };
  const cell = reviewed.reading && canExplain(reviewed, finding) ? reasonCellOf(reviewed.reading, finding) : null;
  if (!cell) return { kind: "refused", why: refusals.noRoomForReason() };
  if (cell.text.split("; ").includes(reason)) return { kind: "nothing-to-do" };
  const value = cell.text === "" ? reason : `${cell.text}; ${reason}`;
  if (value.length > longestText) return { kind: "refused", why: refusals.reasonTooLong(longestReason) };
  const edit = { at: cell.at, expect: cell.found, put: { value } };
  return { kind: "planned", operation: await operationOf(operationNames.explain(), [[edit]]), count: 1 };
}
