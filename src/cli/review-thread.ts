import { parentPort, Worker, workerData } from "node:worker_threads";
import { reviewFile, type ReviewedFile, type ReviewTask } from "./review-file";
import { takeNext, type Turns } from "./turns";

/** What a thread is started with. */
interface Shared {
  readonly task: ReviewTask;
  readonly turns: Turns;
}

interface Told {
  readonly index: number;
  readonly reviewed: ReviewedFile;
}

/** A thread that reviews files until none is left. */
export interface ReviewThread {
  /** Resolves when the thread is gone, however it went. */
  readonly ended: Promise<void>;
  /** Why it went before its time; null where it did not. */
  readonly cause: () => string | null;
  readonly stop: () => Promise<unknown>;
}

/** Starts this very program once more as a thread; `keep` gets each review, with the file's place in the list. */
export function startReviewThread(
  shared: Shared,
  keep: (index: number, reviewed: ReviewedFile) => void,
): ReviewThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: shared });
  let cause: string | null = null;
  worker.on("message", ({ index, reviewed }: Told) => {
    keep(index, reviewed);
  });
  worker.on("error", (error: unknown) => {
    cause = error instanceof Error ? error.message : String(error);
  });
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", (code) => {
      if (code !== 0) cause ??= `a thread ended with ${code}`;
      resolve();
    });
  });
  return { ended, cause: () => cause, stop: () => worker.terminate() };
}

/** The whole life of such a thread. */
export async function reviewInThread(): Promise<void> {
  // Only startReviewThread starts threads of this program.
  const { task, turns } = workerData as Shared;
  for (let index = takeNext(turns); index < task.inputs.length; index = takeNext(turns)) {
    const input = task.inputs[index];
    if (input) parentPort?.postMessage({ index, reviewed: await reviewFile(task, input) } satisfies Told);
  }
}
