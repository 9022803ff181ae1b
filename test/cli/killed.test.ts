import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";
import { sampleFiles } from "../worker/live";
import { makeRoom, run } from "./program";

const program = fileURLToPath(new URL("../../dist/cli/plan-monitor.mjs", import.meta.url));
const room = makeRoom();
const sent = join(room, "sent");
const out = join(sent, "out.xlsx");
const parameters = ["consolidate", "sent", "-o", "sent/out.xlsx", "--force", "--on", "2022-06-30", "--json"];
const times = Number(process.env["KILL_TIMES"] ?? 25);

/** Numbers from 0 to 1 that are the same each time. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function temporaries(): string[] {
  return readdirSync(sent).filter((file) => file.endsWith(".tmp"));
}

/** Starts the program and kills it outright: so long after its start, or after its temporary file was there. */
async function killed(wait: number, isFromWriting: boolean): Promise<"killed" | "done"> {
  const before = new Set(temporaries());
  const child = spawn(process.execPath, [program, ...parameters], { cwd: room, stdio: "ignore" });
  const ended = new Promise<"killed" | "done">((resolve) =>
    child.once("exit", (_, signal) => resolve(signal === null ? "done" : "killed")),
  );
  // A run takes away what the one before it left, and writes one of its own.
  const isWriting = (): boolean => temporaries().some((file) => !before.has(file));
  while (isFromWriting && child.exitCode === null && !isWriting()) await setTimeout(4);
  await setTimeout(wait);
  child.kill("SIGKILL");
  return ended;
}

it(`[ED2] killed ${times} times at any moment, it leaves the old summary or the new one, whole, and the next run is as any`, async () => {
  mkdirSync(sent);
  for (const { name, bytes } of sampleFiles("2022-H1").slice(0, 1)) writeFileSync(join(sent, name), bytes);
  const begun = performance.now();
  const undisturbed = await run(parameters, room);
  const length = performance.now() - begun;
  expect(undisturbed.code).toBe(0);
  const whole = readFileSync(out);
  const older = Buffer.from("an older summary");
  const seen = { killed: 0, done: 0, none: 0, older: 0, newer: 0 };
  const moments = draws(267);
  for (let time = 0; time < times; time++) {
    // In turn: no summary yet and an older one, a moment of the whole run and one while it writes.
    const [hasOlder, isFromWriting] = [time % 2 === 0, time % 4 < 2];
    if (hasOlder) writeFileSync(out, older);
    else rmSync(out, { force: true });
    seen[await killed(moments.next().value * (isFromWriting ? 30 : length), isFromWriting)]++;
    const found = existsSync(out) ? readFileSync(out) : null;
    if (found === null) seen.none++;
    else if (found.equals(older)) seen.older++;
    else if (found.equals(whole)) seen.newer++;
    else throw new Error(`run ${time} left ${found.length} bytes that are neither`);
    if (found === null) expect(hasOlder).toBe(false);
  }
  process.stdout.write(`${JSON.stringify({ ...seen, temporaries: temporaries().length })}\n`);
  expect(seen.killed).toBeGreaterThan(times / 4);
  expect(seen.none + seen.older).toBeGreaterThan(0);
  // What was left beside it is taken for no report, and is taken away.
  const again = await run(parameters, room);
  expect(again).toEqual(undisturbed);
  expect(readFileSync(out).equals(whole)).toBe(true);
  expect(temporaries()).toEqual([]);
}, 3_600_000);
