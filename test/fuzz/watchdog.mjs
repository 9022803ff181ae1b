import { writeSync } from "node:fs";
import { setInterval } from "node:timers";
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";

/*
 * A thread of its own, since a program that hangs cannot say so. It is told each drawing before that is tried, and ends
 * the whole process where one takes longer than so many seconds, after naming it.
 */
let tried = null;
let since = 0;
parentPort.on("message", (drawing) => {
  tried = drawing;
  since = performance.now();
});
setInterval(() => {
  if (tried === null || performance.now() - since < workerData.seconds * 1000) return;
  writeSync(1, `hangs, or takes longer than ${workerData.seconds} s: ${tried}\n`);
  process.kill(process.pid, "SIGKILL");
}, 250);
