import { readCarried, type Carried } from "../core/consolidation/read-summary-book";
import { review } from "../core/review";
import { complaintsOf } from "../core/rules/complaints";
import type { Snapshot } from "../core/snapshot";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { openWorkbook } from "./open-workbook";
import type { Session } from "./session";

/** A summary that was opened, with its bytes for patching. */
interface OpenedSummary {
  readonly snapshot: Snapshot;
  readonly bytes: Uint8Array;
  readonly carried: Carried;
}

/** Throws CannotBeDone for what cannot be read, and for what is no summary by the plan of the run. */
export async function openSummary({ plan }: Session, file: string): Promise<OpenedSummary> {
  const opened = await openWorkbook(file);
  if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
  const carried = readCarried(plan, opened.snapshot);
  if (!carried) throw new CannotBeDone(whatStops.notASummary(labelOf(file)));
  return { ...opened, carried };
}
