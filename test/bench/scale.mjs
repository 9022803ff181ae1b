import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { planOf } from "./many-units.mjs";
import { machine, putIntoPage } from "./page.mjs";
import { plotOf } from "./plot.mjs";

const { values } = parseArgs({
  options: { scale: { type: "string", default: "200,1000" }, write: { type: "boolean", default: false } },
});
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-scale-"));

try {
  const measured = values.scale.split(",").flatMap((count) => costsOf(Number(count)));
  const text = table(measured);
  console.log(text);
  if (values.write) {
    putIntoPage("scale", text);
    writeFileSync("docs/pictures/scale.svg", plotOf(measured));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Time and memory of `export` and of `consolidate` over so many units, each with a report. */
function costsOf(count) {
  const plan = join(folder, `plan-${count}.json`);
  const reports = join(folder, `reports-${count}`);
  mkdirSync(reports);
  writeFileSync(plan, JSON.stringify(planOf(count)));
  const made = run(["sample", "--plan", plan, "-o", reports, "--quiet"]);
  if (made.code !== 0) throw new Error(made.stderr);
  const input = join(reports, "2022-Y");
  const read = run(["export", input, "--plan", plan, "-o", join(folder, `table-${count}`), "--quiet"]);
  const summary = join(folder, `summary-${count}.xlsx`);
  const merged = run(["consolidate", input, "--plan", plan, "-o", summary, "--quiet", "--on", "2023-01-10"]);
  rmSync(reports, { recursive: true });
  return [
    { units: count, what: "export", ...read },
    { units: count, what: "consolidate", ...merged },
  ];
}

/** Runs the program and tells its times, and the most memory that it held. Others on the machine do not change processor time. */
function run(words) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", new URL("resources.mjs", import.meta.url).href, "dist/cli/plan-monitor.mjs", ...words],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const [, memory = "0", processor = "0"] = /resources (\d+) (\d+)/.exec(stderr) ?? [];
  return {
    code: status,
    stderr,
    whole: (performance.now() - begun) / 1000,
    seconds: Number(processor) / 1e6,
    megabytes: Number(memory) / 1024,
  };
}

function table(measured) {
  const lines = measured.map(({ units, what, code, whole, seconds, megabytes, stderr }) => {
    if (code === 2) return `| ${units} | ${what} | refused: ${stderr.split("\n")[0]} | | | |`;
    const numbers = [whole, seconds].map((time) => `${time.toFixed(1)} s`);
    numbers.push(`${((1000 * seconds) / units).toFixed(0)} ms`, `${megabytes.toFixed(0)} MB`);
    return `| ${[units, what, ...numbers].join(" | ")} |`;
  });
  return [
    `${machine()}.`,
    "",
    "| units | command | whole run | processor | processor, a unit | most memory |",
    "| --: | --- | --: | --: | --: | --: |",
    ...lines,
  ].join("\n");
}
