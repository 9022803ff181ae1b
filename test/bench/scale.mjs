import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planOf } from "./many-units.mjs";
import { machine, putIntoPage } from "./page.mjs";
import { plotOf } from "./plot.mjs";
import { runMeasured, runWell } from "./run-measured.mjs";

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
  runWell(["sample", "--plan", plan, "-o", reports, "--quiet"]);
  const input = join(reports, "2022-Y");
  const read = runMeasured(["export", input, "--plan", plan, "-o", join(folder, `table-${count}`), "--quiet"]);
  const summary = join(folder, `summary-${count}.xlsx`);
  const merged = runMeasured(["consolidate", input, "--plan", plan, "-o", summary, "--quiet", "--on", "2023-01-10"]);
  rmSync(reports, { recursive: true });
  return [
    { units: count, what: "export", ...read },
    { units: count, what: "consolidate", ...merged },
  ];
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
