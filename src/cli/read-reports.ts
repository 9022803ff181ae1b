import type { Review } from "../core/finding";
import { review, type Occasion } from "../core/review";
import { isUnreadable, type Snapshot, type Unreadable } from "../core/snapshot";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { outcomes } from "../words/outcomes";
import { labelOf, type Input } from "./inputs";
import { nodeCodec } from "./node-codec";
import { progressBar } from "./progress-bar";
import { isNoBytes, readFileBytes } from "./read-file";
import type { Session } from "./session";

/** A workbook that was opened, with its bytes for patching; or why there is none. */
export type Opened = { readonly snapshot: Snapshot; readonly bytes: Uint8Array } | Unreadable;

/** Reads one workbook; whatever the file holds, the outcome is a snapshot or a reason (law RD8). */
export async function openWorkbook(path: string, label: string = labelOf(path)): Promise<Opened> {
  const bytes = await readFileBytes(path);
  if (isNoBytes(bytes)) return { file: label, ...bytes };
  const snapshot = readSnapshot(label, bytes, nodeCodec);
  return isUnreadable(snapshot) ? snapshot : { snapshot, bytes };
}

/** The reviews of many files. */
export interface ReviewedFiles {
  readonly reviews: readonly Review[];
  /** Not one of the files was there to be read. */
  readonly isNothingThere: boolean;
}

/** Reads and reviews files one after another, so that only one of them is in memory as a whole. */
export async function reviewFiles(
  session: Session,
  inputs: readonly Input[],
  occasion: Occasion,
): Promise<ReviewedFiles> {
  const bar = progressBar(session, outcomes.reading, inputs.length);
  const reviews: Review[] = [];
  let isNothingThere = true;
  try {
    for (const { path, label, absence } of inputs) {
      const opened: Opened =
        absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
      reviews.push(review(session.plan, "snapshot" in opened ? opened.snapshot : opened, occasion));
      if ("snapshot" in opened || !["not-found", "no-permission"].includes(opened.reason)) isNothingThere = false;
      bar.tick();
    }
  } finally {
    bar.stop();
  }
  return { reviews, isNothingThere };
}
