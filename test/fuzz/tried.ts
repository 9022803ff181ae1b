import { Worker } from "node:worker_threads";
import fc from "fast-check";

const minutes = Number(process.env["FUZZ_MINUTES"] ?? 0);
const seed = Number(process.env["FUZZ_SEED"] ?? 267);

/** Whether this is `npm run fuzz`, which has time. */
export const isLong = minutes > 0;

/** What is drawn, and what must go well with it. */
export interface Trial<Drawn> {
  readonly drawn: fc.Arbitrary<Drawn>;
  readonly road: (drawn: Drawn) => Promise<void>;
  /** How many drawings the tests take. */
  readonly few: number;
  /** Its part of the time of a long run, from 0 to 1. */
  readonly share: number;
}

/** Tries a few drawings; in a long run, draws until its time is over, whatever is found, and gives each kind of failure once. */
export async function tried<Drawn>(trial: Trial<Drawn>): Promise<string[]> {
  if (!isLong) {
    await fc.assert(fc.asyncProperty(trial.drawn, trial.road), { seed, numRuns: trial.few });
    return [];
  }
  const watchdog = new Worker(new URL("watchdog.mjs", import.meta.url), { workerData: { seconds: 120 } });
  try {
    return await triedLong(trial, watchdog);
  } finally {
    await watchdog.terminate();
  }
}

async function triedLong<Drawn>({ drawn, road, share }: Trial<Drawn>, watchdog: Worker): Promise<string[]> {
  const begun = performance.now();
  const until = begun + minutes * 60_000 * share;
  const found = new Map<string, string>();
  const slowest = { milliseconds: 0, drawing: "" };
  let drawings = 0;
  const property = fc.asyncProperty(drawn, async (of) => {
    const drawing = fc.stringify(of);
    watchdog.postMessage(drawing);
    const start = performance.now();
    drawings++;
    try {
      await road(of);
    } catch (error) {
      // A fault that is known would otherwise end every round at once.
      if (!found.has(kindOf(error))) throw error;
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, drawing });
  });
  for (let round = 0; performance.now() < until; round++) {
    const interruptAfterTimeLimit = Math.max(1, until - performance.now());
    const outcome = await fc.check(property, { seed: seed + round, numRuns: 500, interruptAfterTimeLimit });
    if (!outcome.failed || outcome.counterexample === null) continue;
    const message = messageOf(outcome.errorInstance);
    found.set(kindOf(outcome.errorInstance), message);
    process.stdout.write(`seed ${seed + round}: ${fc.stringify(outcome.counterexample)}\n${message}\n`);
  }
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${drawings} drawings in ${seconds.toFixed(0)} s, ${found.size} kinds of failure; the slowest took ` +
      `${slowest.milliseconds.toFixed(0)} ms: ${slowest.drawing.slice(0, 300)}\n`,
  );
  return [...found.values()];
}

/** Where it broke, whatever the figures were. */
function kindOf(error: unknown): string {
  return messageOf(error).split("\n").slice(0, 3).join(" ").replace(/\d+/g, "0");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
