import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planOf, planOver } from "./many-units.mjs";
import { machine, putIntoPage } from "./page.mjs";
import { runWell } from "./run-measured.mjs";

/** What Vietnam had in 2022. */
const vietnam = { communes: 10_598, districts: 705, provinces: 63 };
/** Sets of made-up reports. Each district receives one of them: making ten thousand would outlast what is measured. */
const mostSets = 12;

const { values } = parseArgs({
  options: { levels: { type: "string", default: "1000" }, write: { type: "boolean", default: false } },
});
const communes = Number(values.levels);
const [districts, provinces] = [vietnam.districts, vietnam.provinces].map((count) =>
  Math.max(1, Math.round((count * communes) / vietnam.communes)),
);
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-levels-"));

try {
  const text = show();
  console.log(text);
  if (values.write) putIntoPage("levels", text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Communes to districts, districts to provinces, provinces to the country, each by `consolidate`. Throws where a total differs. */
function show() {
  const inDistricts = shared(communes, districts);
  const sets = Array.from({ length: Math.min(districts, mostSets) }, (_, set) =>
    makeSet(set, Math.max(...inDistricts)),
  );
  const costs = { districts: [], provinces: [], country: [] };
  const expected = new Map();
  const country = makeFolder("country");
  let district = 0;
  for (const [province, count] of shared(districts, provinces).entries()) {
    const received = makeFolder("province");
    const names = [];
    for (const end = district + count; district < end; district++) {
      const set = sets[district % sets.length];
      const reports = set.reports.slice(0, inDistricts[district]);
      const own = makeFolder("district");
      for (const { file, figures } of reports) {
        symlinkSync(file, join(own, `${names.length}-${file.split("/").at(-1)}`));
        for (const [element, figure] of figures) expected.set(element, (expected.get(element) ?? 0) + figure);
      }
      names.push(`D${district}`);
      const plan = planOver(
        reports.map(({ unit }) => unit),
        names.at(-1),
      );
      costs.districts.push(consolidate(own, plan, received));
    }
    costs.provinces.push(consolidate(received, planOver(names.map(wholeUnit), `P${province}`), country));
  }
  const names = Array.from({ length: provinces }, (_, province) => `P${province}`);
  costs.country.push(consolidate(country, planOver(names.map(wholeUnit), "VN"), makeFolder("top")));
  compare(costs.country[0].totals, expected);
  const files = { districts: communes, provinces: districts, country: provinces };
  return [
    `${machine()}.`,
    "",
    "| summaries of | runs | files read | whole | processor | processor, a file | most memory of a run |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...Object.entries(costs).map(([level, runs]) => line(level, runs, files[level])),
    "",
    `All ${expected.size} totals of counted elements are what the figures of the ${communes} communes add up to.`,
  ].join("\n");
}

/** So many things in so many parts, as evenly as can be. */
function shared(things, parts) {
  return Array.from(
    { length: parts },
    (_, part) => Math.floor(((part + 1) * things) / parts) - Math.floor((part * things) / parts),
  );
}

function wholeUnit(code) {
  return { ...planOf(1).whole, code, name: code };
}

/** The reports of so many communes, each with its counted figures by element. */
function makeSet(set, count) {
  const [file, reports] = [join(folder, `set-${set}.json`), join(folder, `set-${set}`)];
  const plan = planOver(planOf(count, set * count).units, "D");
  writeFileSync(file, JSON.stringify(plan));
  runWell(["sample", "--plan", file, "-o", reports, "--quiet"]);
  const files = readdirSync(join(reports, "2022-Y")).map((name) => join(reports, "2022-Y", name));
  runWell(["export", ...files, "--plan", file, "-o", join(reports, "table"), "--quiet"]);
  const counted = new Set(plan.elements.filter(({ content }) => content === "count").map(({ code }) => code));
  const figures = new Map(plan.units.map(({ code }) => [code, []]));
  for (const row of readFileSync(join(reports, "table/figures.csv"), "utf8").trimEnd().split("\r\n").slice(1)) {
    const [unit, , element, column, value] = row.split(",");
    if (column === "actual" && value !== "" && counted.has(element)) figures.get(unit)?.push([element, Number(value)]);
  }
  return {
    reports: plan.units.map((unit) => ({
      unit,
      file: files.find((path) => path.includes(`/${unit.code}-`)),
      figures: figures.get(unit.code),
    })),
  };
}

/** Consolidates a folder, and empties it for the next. */
function consolidate(reports, plan, into) {
  const file = join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const summary = join(into, `${plan.whole.code}.xlsx`);
  const words = ["consolidate", reports, "--plan", file, "-o", summary, "--on", "2023-01-10", "--json"];
  const { stdout, ...costs } = runWell(words);
  rmSync(reports, { recursive: true });
  return { ...costs, totals: new Map(JSON.parse(stdout).elements.map(({ code, total }) => [code, total])) };
}

function compare(totals, expected) {
  if (expected.size === 0) throw new Error("The communes' figures were not found in the table.");
  const wrong = [...expected].filter(([code, sum]) => totals.get(code) !== sum).map(([code]) => code);
  if (wrong.length > 0) throw new Error(`Other totals than the communes' figures add up to: ${wrong.join(", ")}`);
}

function line(level, runs, files) {
  const sum = (what) => runs.reduce((total, run) => total + run[what], 0);
  const most = Math.max(...runs.map(({ megabytes }) => megabytes));
  const each = `${((1000 * sum("seconds")) / files).toFixed(0)} ms`;
  const numbers = [runs.length, files, `${sum("whole").toFixed(0)} s`, `${sum("seconds").toFixed(0)} s`, each];
  return `| ${[level, ...numbers, `${most.toFixed(0)} MB`].join(" | ")} |`;
}

function makeFolder(name) {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}
