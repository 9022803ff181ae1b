import { spawnSync } from "node:child_process";
import { expect, it } from "@jest/globals";

const thread = new URL("watchdog.mjs", import.meta.url).href;

/** What a program prints that tries these drawings, and how it ends. */
function tries(work: string) {
  const program = `
    import { once } from "node:events";
    import { Worker } from "node:worker_threads";
    const watchdog = new Worker(new URL(${JSON.stringify(thread)}), { workerData: { seconds: 1 }, execArgv: [] });
    await once(watchdog, "online");
    watchdog.postMessage("the first");
    watchdog.postMessage("the second");
    ${work};
    await watchdog.terminate();`;
  const { stdout, signal } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  return { stdout, signal };
}

const posix = process.platform === "win32" ? it.skip : it;

posix("a drawing that never ends is named, and the process is ended", () => {
  expect(tries("for (;;);")).toEqual({
    stdout: "hangs, or takes longer than 1 s: the second\n",
    signal: "SIGKILL",
  });
});

it("nothing is said of drawings that end", () => {
  expect(tries("")).toEqual({ stdout: "", signal: null });
});
