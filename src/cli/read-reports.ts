import type { Review } from "../core/finding";
import { review, type Occasion } from "../core/review";
import { settling } from "../core/settled";
import { outcomes } from "../words/outcomes";
import type { Input } from "./inputs";
import { openInputs, pictureOf } from "./open-workbook";
import { progressBar } from "./progress-bar";
import type { Session } from "./session";

/** The reviews of many files. */
export interface ReviewedFiles {
  readonly reviews: readonly Review[];
  /** Not one of the files was there to be read. */
  readonly isNothingThere: boolean;
}

/** Reads and reviews files one after another: one of them is in memory as a whole, of the others settled reviews. */
export async function reviewFiles(
  session: Session,
  inputs: readonly Input[],
  occasion: Occasion,
): Promise<ReviewedFiles> {
  const bar = progressBar(session, outcomes.reading, inputs.length);
  const reviews: Review[] = [];
  const settle = settling();
  let isNothingThere = true;
  try {
    for await (const { opened } of openInputs(inputs)) {
      reviews.push(settle(review(session.plan, pictureOf(opened), occasion)));
      if ("snapshot" in opened || !["not-found", "no-permission"].includes(opened.reason)) isNothingThere = false;
      bar.tick();
    }
  } finally {
    bar.stop();
  }
  return { reviews, isNothingThere };
}
