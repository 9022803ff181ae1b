import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planOf, withElements, withVillages } from "./many-units.mjs";
import { machine, putIntoPage } from "./page.mjs";
import { plotOf } from "./plot.mjs";
import { runMeasured, runWell } from "./run-measured.mjs";

const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "15,200,1000" },
    only: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-scale-"));
/** What grows while the units stay as many as a district has. */
const district = 15;
const axes = [
  { name: "units", sizes: values.scale.split(",").map(Number), planFor: (units) => planOf(units) },
  {
    name: "rows of villages in a report",
    sizes: [10, 50, 100, 200],
    planFor: (rows) => withVillages(planOf(district), rows),
  },
  {
    name: "elements",
    sizes: [1, 2, 4].map((times) => times * planOf(1).elements.length),
    planFor: (elements) => withElements(planOf(district), elements / planOf(1).elements.length),
  },
];

try {
  const chosen = axes.filter(({ name }) => name.includes(values.only));
  const measured = [];
  for (const { name, sizes, planFor } of chosen) {
    const costs = [];
    for (const size of sizes) costs.push(...(await costsOf(size, planFor(size))));
    measured.push({ name, costs });
  }
  const text = [`${machine()}.`, ...measured.map(table)].join("\n\n");
  console.log(text);
  if (values.write) {
    putIntoPage("scale", text);
    writeFileSync("docs/pictures/scale.svg", plotOf(measured));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Time and memory of `export` and of `consolidate` by a plan, each of whose units has a report. */
async function costsOf(size, plan) {
  const [file, reports] = [join(folder, "plan.json"), join(folder, "reports")];
  mkdirSync(reports);
  writeFileSync(file, JSON.stringify(plan));
  await runWell(["sample", "--plan", file, "-o", reports, "--quiet"]);
  const input = join(reports, "2022-Y");
  const read = await runMeasured(["export", input, "--plan", file, "-o", join(reports, "table"), "--quiet"]);
  const summary = join(reports, "summary.xlsx");
  const merged = await runMeasured([
    "consolidate",
    input,
    "--plan",
    file,
    "-o",
    summary,
    "--quiet",
    "--on",
    "2023-01-10",
  ]);
  rmSync(reports, { recursive: true });
  const common = { size, units: plan.units.length };
  return [
    { ...common, what: "export", ...read },
    { ...common, what: "consolidate", ...merged },
  ];
}

function table({ name, costs }) {
  const lines = costs.map(({ size, units, what, code, whole, seconds, megabytes, stderr }) => {
    if (code === 2) return `| ${size} | ${what} | refused: ${stderr.split("\n")[0]} | | | |`;
    const numbers = [whole, seconds].map((time) => `${time.toFixed(1)} s`);
    numbers.push(`${((1000 * seconds) / units).toFixed(0)} ms`, `${megabytes.toFixed(0)} MB`);
    return `| ${[size, what, ...numbers].join(" | ")} |`;
  });
  return [
    `| ${name} | command | whole run | processor | processor, a unit | most memory |`,
    "| --: | --- | --: | --: | --: | --: |",
    ...lines,
  ].join("\n");
}
