import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { machine, putIntoPage } from "./page.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    only: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});
/** The others read numbers, not answers: "Có" is no 1 to them. */
const counted = JSON.parse(readFileSync("src/plans/yen-chau-2022.json", "utf8"))
  .elements.filter(({ content }) => content === "count")
  .map(({ code }) => code);
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-bench-"));
const samples = "samples/2022-Y";
const files = readdirSync(samples).map((name) => join(samples, name));
const told = join(folder, "totals.json");
const out = join(folder, "out.xlsx");
const peer = (name) => [process.execPath, `test/bench/peers/${name}.mjs`, told, out];
const python = [process.env.PLAN_MONITOR_PYTHON ?? "python3", "test/bench/peers/pandas_openpyxl.py", told, out];
const own = [process.execPath, "dist/cli/plan-monitor.mjs"];

/** Each with what it does, the command that does it, and the same command with nothing to do. */
const contenders = [
  {
    name: "plan-monitor",
    does: "reads, checks by every rule, measures, consolidates, writes the summary",
    work: [...own, "consolidate", ...files, "-o", out, "--force", "--json"],
    idle: [...own, "--version"],
    totals: (stdout) => Object.fromEntries(JSON.parse(stdout).elements.map(({ code, total }) => [code, total])),
  },
  {
    name: "plan-monitor export",
    does: "reads, writes each figure with its place",
    work: [...own, "export", ...files, "-o", join(folder, "table"), "--force"],
    idle: [...own, "--version"],
    totals: tableTotals,
  },
  rival("pandas + openpyxl", "reads, adds up, writes the totals", python),
  rival("SheetJS 0.18.5", "reads, adds up, writes the totals", peer("sheetjs")),
  rival("exceljs 4.4.0", "reads, adds up, writes the totals", peer("exceljs")),
  rival("LibreOffice", "converts to CSV; added up in Node; writes the totals", peer("libreoffice")),
  { ...rival("the floor", "inflates the sheets and looks at every byte; nothing else", peer("floor")), totals: null },
];

function rival(name, does, command) {
  return {
    name,
    does,
    work: [...command, ...files],
    idle: command,
    totals: () => JSON.parse(readFileSync(told, "utf8")),
  };
}

/** The figures of the table that plan-monitor exports, added up here. */
function tableTotals() {
  const totals = {};
  for (const line of readFileSync(join(folder, "table/figures.csv"), "utf8").split("\r\n").slice(1)) {
    const [, , code, column, value] = line.split(",");
    if (column === "actual") totals[code] = (totals[code] ?? 0) + Number(value);
  }
  return totals;
}

try {
  contest();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function contest() {
  const chosen = contenders.filter(({ name }) => name.startsWith("plan-monitor") || name.includes(values.only));
  const there = chosen.filter(({ name, idle }) => {
    const isThere = timed(idle).status === 0;
    if (!isThere) console.log(`Left out, because it does not start: ${name}`);
    return isThere;
  });
  compareAnswers(there);
  const times = new Map(there.map(({ name }) => [name, { work: [], idle: [] }]));
  // One after another in each round, so that whatever disturbs the machine disturbs them all.
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, work, idle } of there) {
      times.get(name).idle.push(timed(idle).seconds);
      times.get(name).work.push(timed(work).seconds);
    }
  }
  const text = table(there, times);
  console.log(text);
  if (values.write) putIntoPage("contest", text);
}

function timed([program, ...parameters]) {
  const begun = performance.now();
  const { status, stdout } = spawnSync(program, parameters, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { status, stdout, seconds: (performance.now() - begun) / 1000 };
}

/** Whoever gives other totals than the rest is not measured: the run ends. */
function compareAnswers(there) {
  const [first, ...others] = there.filter(({ totals }) => totals !== null);
  const right = first.totals(timed(first.work).stdout);
  for (const { name, work, totals } of others) {
    const given = totals(timed(work).stdout);
    const wrong = counted.filter((code) => (given[code] ?? 0) !== (right[code] ?? 0));
    if (wrong.length > 0) throw new Error(`${name} gives other totals for ${wrong.join(", ")}`);
    console.log(`${name}: the same ${counted.length} totals of elements`);
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function table(there, times) {
  const rows = there.map(({ name, does }) => {
    const { work, idle } = times.get(name);
    // Round by round, so that a slow round counts against nobody.
    const after = median(work.map((seconds, round) => seconds - idle[round]));
    return { name, does, whole: median(work), start: median(idle), after };
  });
  const [own] = rows;
  const lines = rows.map(({ name, does, whole, start, after }) => {
    const numbers = [whole, start, after].map((seconds) => `${seconds.toFixed(2)} s`);
    return `| ${[name, does, ...numbers, (whole / own.whole).toFixed(2), (after / own.after).toFixed(2)].join(" | ")} |`;
  });
  return [
    `${machine()}; ${files.length} files, median of ${values.rounds} rounds.`,
    "",
    "| who | does | whole run | start-up | work | whole ÷ ours | work ÷ ours |",
    "| --- | --- | --: | --: | --: | --: | --: |",
    ...lines,
  ].join("\n");
}
