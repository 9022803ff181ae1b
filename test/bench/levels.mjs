import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
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
  const text = await show();
  console.log(text);
  if (values.write) putIntoPage("levels", text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Communes to districts, districts to provinces, provinces to the country, each by `consolidate`. Throws where a total differs. */
async function show() {
  const inDistricts = shared(communes, districts);
  const sets = await makeSets(Math.min(districts, mostSets), Math.max(...inDistricts));
  const inProvinces = shared(districts, provinces);
  const provinceOf = inProvinces.flatMap((count, province) => Array(count).fill(province));
  const received = inProvinces.map((_, province) => makeFolder(`P${province}`));
  const expected = new Map();
  const units = inDistricts.map((count, district) => {
    const reports = sets[district % sets.length].slice(0, count);
    for (const [element, figure] of reports.flatMap(({ figures }) => figures))
      expected.set(element, (expected.get(element) ?? 0) + figure);
    return reports;
  });
  const districtCosts = await oneLevel(units, (reports, district) => {
    const own = makeFolder(`D${district}`);
    for (const { unit, file } of reports) symlinkSync(file, join(own, `${unit.code}.xlsx`));
    const plan = planOver(
      reports.map(({ unit }) => unit),
      `D${district}`,
    );
    return consolidate(own, plan, received[provinceOf[district]]);
  });
  const country = makeFolder("VN");
  const provinceCosts = await oneLevel(received, (own, province) => {
    const names = provinceOf.flatMap((one, district) => (one === province ? [`D${district}`] : []));
    return consolidate(own, planOver(names.map(wholeUnit), `P${province}`), country);
  });
  const names = received.map((_, province) => wholeUnit(`P${province}`));
  const countryCosts = await oneLevel([country], (own) => consolidate(own, planOver(names, "VN"), makeFolder("top")));
  compare(countryCosts.runs[0].totals, expected);
  return [
    `${machine()}; as many runs at once as there are cores.`,
    "",
    "| summaries of | runs | files read | whole | processor | processor, a file | most memory of a run |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    line("districts", districtCosts, communes),
    line("provinces", provinceCosts, districts),
    line("country", countryCosts, provinces),
    "",
    `All ${expected.size} totals of counted elements are what the figures of the ${communes} communes add up to.`,
  ].join("\n");
}

/** What the runs of one level cost, and how long they took together. */
async function oneLevel(things, runOne) {
  const begun = performance.now();
  const runs = await sideBySide(things, runOne);
  return { runs, whole: (performance.now() - begun) / 1000 };
}

/** Each thing's outcome, in order; on every core the next one begins as soon as one is done. */
async function sideBySide(things, work) {
  const outcomes = [];
  const left = things.entries();
  const takeTurns = async () => {
    for (const [index, thing] of left) outcomes[index] = await work(thing, index);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
  return outcomes;
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

function makeSets(sets, count) {
  return sideBySide(Array(sets).fill(count), (communesInSet, set) => makeSet(set, communesInSet));
}

/** The reports of so many communes, each with its counted figures by element. */
async function makeSet(set, count) {
  const [file, reports] = [join(folder, `set-${set}.json`), join(folder, `set-${set}`)];
  const plan = planOver(planOf(count, set * count).units, "D");
  writeFileSync(file, JSON.stringify(plan));
  await runWell(["sample", "--plan", file, "-o", reports, "--quiet"]);
  const files = readdirSync(join(reports, "2022-Y")).map((name) => join(reports, "2022-Y", name));
  await runWell(["export", ...files, "--plan", file, "-o", join(reports, "table"), "--quiet"]);
  const counted = new Set(plan.elements.filter(({ content }) => content === "count").map(({ code }) => code));
  const figures = new Map(plan.units.map(({ code }) => [code, []]));
  for (const row of readFileSync(join(reports, "table/figures.csv"), "utf8").trimEnd().split("\r\n").slice(1)) {
    const [unit, , element, column, value] = row.split(",");
    if (column === "actual" && value !== "" && counted.has(element)) figures.get(unit)?.push([element, Number(value)]);
  }
  return plan.units.map((unit) => ({
    unit,
    file: files.find((path) => path.includes(`/${unit.code}-`)),
    figures: figures.get(unit.code),
  }));
}

/** Consolidates a folder, and empties it for the next. */
async function consolidate(reports, plan, into) {
  const file = join(folder, `plan-${plan.whole.code}.json`);
  writeFileSync(file, JSON.stringify(plan));
  const summary = join(into, `${plan.whole.code}.xlsx`);
  const words = ["consolidate", reports, "--plan", file, "-o", summary, "--on", "2023-01-10", "--json"];
  const { stdout, ...costs } = await runWell(words);
  rmSync(reports, { recursive: true });
  return { ...costs, totals: new Map(JSON.parse(stdout).elements.map(({ code, total }) => [code, total])) };
}

function compare(totals, expected) {
  if (expected.size === 0) throw new Error("The communes' figures were not found in the table.");
  const wrong = [...expected].filter(([code, sum]) => totals.get(code) !== sum).map(([code]) => code);
  if (wrong.length > 0) throw new Error(`Other totals than the communes' figures add up to: ${wrong.join(", ")}`);
}

function line(level, { runs, whole }, files) {
  const sum = (what) => runs.reduce((total, run) => total + run[what], 0);
  const most = Math.max(...runs.map(({ megabytes }) => megabytes));
  const each = `${((1000 * sum("seconds")) / files).toFixed(0)} ms`;
  const numbers = [runs.length, files, `${whole.toFixed(0)} s`, `${sum("seconds").toFixed(0)} s`, each];
  return `| ${[level, ...numbers, `${most.toFixed(0)} MB`].join(" | ")} |`;
}

function makeFolder(name) {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}
