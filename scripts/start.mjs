import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, "dist/cli/plan-monitor.mjs");
const periods = ["2022-H1", "2022-Y"];

process.exitCode = await main(process.argv.slice(2));

/** Installs and builds what is missing, then consolidates the samples of each period. */
async function main(options) {
  const unknown = options.filter((option) => option !== "--no-serve");
  if (unknown.length > 0) {
    console.error(`Không hiểu / not understood: ${unknown.join(" ")}. npm start [-- --no-serve]`);
    return 2;
  }
  const prepared = (await installPackages(root)) || (await build());
  if (prepared !== 0) return prepared;
  mkdirSync(join(root, "out"), { recursive: true });
  for (const period of periods) {
    const output = join("out", `tong-hop-${period}.xlsx`);
    const code = await node([program, "consolidate", join("samples", period), "-o", output, "--force"]);
    if (code !== 0) return code;
  }
  if (!options.includes("--no-serve")) {
    console.log(
      "\nBàn làm việc trên trình duyệt và phần bổ trợ Excel có từ một phiên bản sau; bản này chỉ có dòng lệnh.",
    );
    console.log(
      "The workbench and the Excel add-in are served from a later version on; this one has the command line.",
    );
  }
  return 0;
}

async function build() {
  const sources = ["package-lock.json", "webpack.config.js", "src"].map((path) => join(root, path));
  if (existsSync(program) && statSync(program).mtimeMs >= Math.max(...sources.map(newest))) return 0;
  console.log("Đang dựng chương trình / building …");
  return node(["node_modules/webpack/bin/webpack.js", "--mode", "production"]);
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function node(parameters) {
  return run(process.execPath, parameters, { cwd: root });
}
