import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Review } from "../core/finding";
import { review, type Occasion } from "../core/review";
import { outcomes } from "../words/outcomes";
import type { Input } from "./inputs";
import { progressBar } from "./progress-bar";
import { startReviewThread, type ReviewThread } from "./review-thread";
import { reviewFile, type ReviewedFile, type ReviewTask } from "./review-file";
import { takeNext, turnsOf } from "./turns";
import type { Session } from "./session";

/** The reviews of many files. */
export interface ReviewedFiles {
  readonly reviews: readonly Review[];
  /** Not one of the files was there to be read. */
  readonly isNothingThere: boolean;
}

/** A thread takes as long to start as three reports to read. */
const filesForAThread = 4;
/** Each holds a file and the program in memory. */
const mostThreads = 7;

/** Threads beside the main one for so many files on so many processors. */
export function threadsFor(files: number, processors: number): number {
  return Math.max(0, Math.min(processors - 1, Math.floor(files / filesForAThread), mostThreads));
}

/**
 * Reads and reviews files, each whole in one thread; only settled reviews stay in memory. They come in the order of the
 * files, however many threads there are. A file on which its thread died is told as unreadable.
 */
export async function reviewFiles(
  session: Session,
  inputs: readonly Input[],
  occasion: Occasion,
): Promise<ReviewedFiles> {
  const task: ReviewTask = { plan: session.plan, occasion, inputs };
  const bar = progressBar(session, outcomes.reading, inputs.length);
  const reviewed = new Map<number, ReviewedFile>();
  const keep = (index: number, one: ReviewedFile): void => {
    reviewed.set(index, one);
    bar.tick();
  };
  const turns = turnsOf();
  const threads: ReviewThread[] = [];
  try {
    const wanted = threadsFor(inputs.length, availableParallelism());
    for (let count = 0; count < wanted; count++) threads.push(startReviewThread({ task, turns }, keep));
    for (let index = takeNext(turns); index < inputs.length; index = takeNext(turns)) {
      const input = inputs[index];
      if (input) keep(index, await reviewFile(task, input));
      // The other threads' reviews are waiting at the door.
      if (threads.length > 0) await nextTurn();
    }
    await Promise.all(threads.map(({ ended }) => ended));
  } finally {
    bar.stop();
    await Promise.all(threads.map(({ stop }) => stop()));
  }
  const causes = threads.map(({ cause }) => cause()).filter((cause) => cause !== null);
  const all = inputs.map(({ label }, index) => reviewed.get(index) ?? lost(task, label, causes.join("; ")));
  return { reviews: all.map((one) => one.review), isNothingThere: !all.some(({ isThere }) => isThere) };
}

/** Reading it once more, in the main thread, could end the whole run. */
function lost({ plan, occasion }: ReviewTask, file: string, detail: string): ReviewedFile {
  return { review: review(plan, { file, reason: "too-large", detail }, occasion), isThere: true };
}
