import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { planOf } from "../test/bench/many-units.mjs";

/**
 * Exports made-up reports of so many units (10598: every commune that Vietnam had in 2022) and lets DuckDB add them up,
 * beside what the lines of the CSV add up to one by one. Ends with 1 where a sum differs. A thousand reports are made; more
 * are those again under the codes and names of other units, for making takes four times as long as exporting.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, "dist/cli/plan-monitor.mjs");
const { values } = parseArgs({ options: { units: { type: "string", default: "1000" } } });
const units = Number(values.units);
/** Reports that are made at a time: a plan for each batch, so that no plan is larger than the program is used to. */
const inBatch = 200;
const mostMade = 1000;
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-duckdb-"));

try {
  process.exitCode = await show();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function show() {
  const [reports, plan] = [join(folder, "reports"), join(folder, "plan.json")];
  const beginning = performance.now();
  mkdirSync(reports);
  writeFileSync(plan, JSON.stringify(planOf(units)));
  const made = Math.min(units, mostMade);
  for (let first = 0; first < made; first += inBatch) makeReports({ first, upTo: made }, reports);
  copyReports(planOf(units).units, made, reports);
  const names = readdirSync(reports);
  console.log(`${names.length} reports, ${megabytes(reports, names)} MB, made in ${seconds(beginning)} s`);

  const begun = performance.now();
  run(["export", reports, "--plan", plan, "-o", join(folder, "table"), "--quiet"]);
  const table = ["figures.csv", "figures.parquet"];
  const sizes = table.map((name) => `${name} ${megabytes(join(folder, "table"), [name])} MB`);
  console.log(`exported in ${seconds(begun)} s: ${sizes.join(", ")}`);

  const { lines, expected, reporting } = sumsOf(join(folder, "table/figures.csv"));
  console.log(`${reporting} units report`);
  let isSame = reporting === units;
  for (const name of table) {
    const asked = performance.now();
    const [found, count] = await sumsIn(join(folder, "table", name));
    const took = seconds(asked);
    const differing = [...expected].filter(([element, sum]) => found.get(element) !== sum).map(([element]) => element);
    isSame &&= differing.length === 0 && found.size === expected.size && count === lines;
    console.log(
      `${name}: ${count} lines, ${found.size} sums in ${took} s; differing: ${differing.join(" ") || "none"}`,
    );
    console.log(`  poor households (S02) of ${units} units: ${found.get("S02")}, expected ${expected.get("S02")}`);
  }
  return isSame ? 0 : 1;
}

/** One batch of reports into the folder; that of the district itself is left out, for there is one a batch. */
function makeReports({ first, upTo }, reports) {
  const [plan, made] = [join(folder, "batch.json"), join(folder, "batch")];
  const batch = planOf(Math.min(inBatch, upTo - first), first);
  writeFileSync(plan, JSON.stringify(batch));
  run(["sample", "--plan", plan, "-o", made, "--quiet"]);
  for (const name of readdirSync(join(made, "2022-Y"))) {
    if (name.startsWith(`${batch.whole.code}-`)) continue;
    writeFileSync(join(reports, name), readFileSync(join(made, "2022-Y", name)));
  }
  rmSync(made, { recursive: true });
}

/** The reports of the units after the first so many: those of the first in turn, with code and name of another unit. */
function copyReports(all, made, reports) {
  const strings = "xl/sharedStrings.xml";
  const files = new Map(readdirSync(reports).map((name) => [name.slice(0, name.indexOf("-")), name]));
  for (const [index, unit] of all.entries()) {
    if (index < made) continue;
    const model = all[index % made];
    const parts = unzipSync(readFileSync(join(reports, files.get(model.code))));
    const texts = strFromU8(parts[strings]);
    const renamed = texts
      .replaceAll(`<t>${model.code}</t>`, `<t>${unit.code}</t>`)
      .replaceAll(`${model.name}</t>`, `${unit.name}</t>`);
    if (renamed === texts) throw new Error(`${model.code} does not name itself`);
    writeFileSync(
      join(reports, `${unit.code}-2022-Y.xlsx`),
      zipSync({ ...parts, [strings]: strToU8(renamed) }, { level: 1 }),
    );
  }
}

/** Lines, and the sum of what was reached for each element, added one line after another without a database. */
function sumsOf(csv) {
  const expected = new Map();
  const reporting = new Set();
  const lines = readFileSync(csv, "utf8").trimEnd().split("\r\n").slice(1);
  for (const line of lines) {
    const [unit, , element, column, value] = line.split(",");
    reporting.add(unit);
    if (column === "actual" && value !== "") expected.set(element, (expected.get(element) ?? 0) + Number(value));
  }
  return { lines: lines.length, expected, reporting: reporting.size };
}

async function sumsIn(file) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const from = `FROM '${file.replaceAll("'", "''")}'`;
  const sums = await connection.runAndReadAll(
    `SELECT element, sum(value)::DOUBLE ${from} WHERE "column" = 'actual' AND value IS NOT NULL GROUP BY element`,
  );
  const count = await connection.runAndReadAll(`SELECT count(*)::DOUBLE ${from}`);
  return [new Map(sums.getRows()), count.getRows()[0][0]];
}

function run(words) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}: ${stderr.slice(0, 2000)}`);
}

function megabytes(place, names) {
  return (names.reduce((sum, name) => sum + statSync(join(place, name)).size, 0) / 2 ** 20).toFixed(1);
}

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}
