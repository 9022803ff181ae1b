import type { Review } from "../core/finding";
import type { Plan } from "../core/plan/plan";
import { review, type Occasion } from "../core/review";
import { settled } from "../core/settled";
import type { Input } from "./inputs";
import { openWorkbook, type Opened } from "./open-workbook";

/** What every file of a run is reviewed with. */
export interface ReviewTask {
  readonly plan: Plan;
  readonly occasion: Occasion;
  readonly inputs: readonly Input[];
}

/** The settled review of one file. */
export interface ReviewedFile {
  readonly review: Review;
  /** The file was there and could be opened, whatever it holds. */
  readonly isThere: boolean;
}

/** Reads and reviews one file; nothing but the review stays of it. */
export async function reviewFile({ plan, occasion }: ReviewTask, input: Input): Promise<ReviewedFile> {
  const { path, label, absence } = input;
  const opened: Opened =
    absence === null ? await openWorkbook(path, label) : { file: label, reason: absence, detail: "" };
  const picture = "snapshot" in opened ? opened.snapshot : opened;
  return {
    review: settled(review(plan, picture, occasion)),
    isThere: "snapshot" in opened || !["not-found", "no-permission"].includes(opened.reason),
  };
}
