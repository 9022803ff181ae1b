import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";

const resources = new URL("resources.mjs", import.meta.url).href;

/** Runs the program and tells its times, and the most memory that it held. Others on the machine do not change processor time. */
export async function runMeasured(words) {
  const begun = performance.now();
  const { code, stdout, stderr } = await runProgram(words);
  const [, memory = "0", processor = "0"] = /resources (\d+) (\d+)/.exec(stderr) ?? [];
  return {
    code,
    stdout,
    stderr,
    whole: (performance.now() - begun) / 1000,
    seconds: Number(processor) / 1e6,
    megabytes: Number(memory) / 1024,
  };
}

/** The same, of what must not fail. */
export async function runWell(words) {
  const outcome = await runMeasured(words);
  if (outcome.code !== 0) throw new Error(`${words[0]} ended with ${outcome.code}: ${outcome.stderr.slice(0, 2000)}`);
  return outcome;
}

function runProgram(words) {
  const given = ["--import", resources, "dist/cli/plan-monitor.mjs", ...words];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, given, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve({ code: error && child.exitCode === null ? String(error) : child.exitCode, stdout, stderr });
    });
  });
}
