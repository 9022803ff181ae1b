import { isRefusal } from "../../src/core/apply-edits";
import { readCarried } from "../../src/core/consolidation/read-summary-book";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Finding, Review } from "../../src/core/finding";
import { mend, type Mended } from "../../src/core/mend";
import { merge } from "../../src/core/merge";
import type { Plan } from "../../src/core/plan/plan";
import { say } from "../../src/core/rules/say";
import { review } from "../../src/core/review";
import { isUnreadable, type Snapshot, type Unreadable } from "../../src/core/snapshot";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { occasion, type Land } from "./lands";

/** How far a file is taken: read and checked; mended too; consolidated with its neighbours into a summary too. */
export type Distance = "check" | "mend" | "consolidate";

/** Takes the bytes along the road; throws where anything is not as it must be, whatever the bytes are. */
export async function roadOfBytes(land: Land, bytes: Uint8Array, distance: Distance): Promise<Review> {
  const picture = readSnapshot("a.xlsx", bytes);
  const looked = roadOfBook(land, picture, distance);
  const { mended } = looked;
  if (!mended) return looked.review;
  let after = bytes;
  for (const edits of mended.rounds) {
    const outcome = await patchWorkbook(after, edits);
    if (isRefusal(outcome)) throw new Error(`not written: ${JSON.stringify(outcome)}`);
    after = outcome.bytes;
  }
  const left = review(land.plan, readSnapshot("a.xlsx", after), occasion);
  if (saying(left.findings) !== saying(mended.review.findings))
    throw new Error("the file says otherwise than its picture");
  return looked.review;
}

/** The same from the workbook's picture on; what was written is another matter. */
export function roadOfBook(
  { plan, neighbours }: Land,
  picture: Snapshot | Unreadable,
  distance: Distance,
): { review: Review; mended: Mended | null } {
  if (isUnreadable(picture) && ownFault.test(picture.detail))
    throw new Error(`a fault of the reader: ${picture.detail}`);
  const looked = review(plan, picture, occasion);
  soundFindings(looked.findings);
  soundNumbers(looked.progress, "progress");
  if (distance === "consolidate" || distance === "check") {
    const carried = isUnreadable(picture) ? null : readCarried(plan, picture);
    const reports = carried ? neighbours : [looked, ...neighbours];
    const { consolidation, findings, changes } = merge(plan, reports, { allowsErrors: true, carried });
    soundFindings(findings);
    soundNumbers(consolidation?.indicators, "indicators");
    soundNumbers(consolidation?.elements, "elements");
    soundNumbers(changes, "changes");
  }
  const mended = distance === "mend" && looked.reading && !isUnreadable(picture) ? mendedOf(plan, picture) : null;
  return { review: looked, mended };
}

/** The summary of the report and its neighbours: it is written, and what is read back is a workbook. */
export async function summaryWith({ plan, neighbours }: Land, looked: Review): Promise<void> {
  const { consolidation } = merge(plan, [looked, ...neighbours], { allowsErrors: true });
  if (!consolidation) return;
  const book = readSnapshot("summary.xlsx", await writeWorkbook(makeSummary(consolidation)));
  if (isUnreadable(book)) throw new Error(`the summary is ${book.reason}: ${book.detail}`);
}

function mendedOf(plan: Plan, picture: Snapshot): Mended {
  const mended = mend(plan, picture, { occasion, choices: [] });
  if (isRefusal(mended)) throw new Error(`not mended: ${JSON.stringify(mended)}`);
  return mended;
}

/** What JavaScript says of a mistake in a program, and no reader of files of a mistake in a file. */
const ownFault =
  /undefined(?! entity)|not a function|Cannot |not iterable|Maximum call stack|Invalid (?:array|string) length|out of range/;

function saying(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(({ rule, sheet, cell }) => [rule, sheet, cell]));
}

function soundFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    soundNumbers(finding.facts, finding.rule);
    for (const language of ["vi", "en"] as const) {
      const words = Object.values(say(finding, language)).join(" ");
      if (
        /undefined|\bNaN\b|\bInfinity\b|\[object/.test(words) &&
        !/undefined|NaN|Infinity|\[object/.test(JSON.stringify(finding.facts))
      ) {
        throw new Error(`${finding.rule} says: ${words}`);
      }
    }
  }
}

/** No number anywhere is none (law AR2). */
function soundNumbers(value: unknown, where: string): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} in ${where}`);
  if (typeof value !== "object" || value === null) return;
  const inside = value instanceof Map ? [...value] : Object.entries(value);
  for (const [key, each] of inside) if (key !== "plan" && key !== "unit") soundNumbers(each, `${where}.${String(key)}`);
}
