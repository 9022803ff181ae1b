import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** Runs the program and tells its times, and the most memory that it held. Others on the machine do not change processor time. */
export function runMeasured(words) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", new URL("resources.mjs", import.meta.url).href, "dist/cli/plan-monitor.mjs", ...words],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const [, memory = "0", processor = "0"] = /resources (\d+) (\d+)/.exec(stderr) ?? [];
  return {
    code: status,
    stdout,
    stderr,
    whole: (performance.now() - begun) / 1000,
    seconds: Number(processor) / 1e6,
    megabytes: Number(memory) / 1024,
  };
}

/** The same, of what must not fail. */
export function runWell(words) {
  const outcome = runMeasured(words);
  if (outcome.code !== 0) throw new Error(`${words[0]} ended with ${outcome.code}: ${outcome.stderr.slice(0, 2000)}`);
  return outcome;
}
