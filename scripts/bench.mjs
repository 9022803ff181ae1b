import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

/**
 * How fast the command line is beside others (docs/benchmarks.md). `--rounds 9`; `--write` puts the table into the page;
 * `--scale 200,1000` measures so many units instead, `--levels 10598` so many communes from level to level.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const peers = join(root, "test/bench/peers");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

process.exitCode = await main();

async function main() {
  const { variables } = await findTools();
  const env = { ...process.env, ...variables };
  if (!existsSync(join(root, "dist/cli/plan-monitor.mjs"))) {
    const built = await run(npm, ["run", "build"], { cwd: root });
    if (built !== 0) return built;
  }
  const other = ["scale", "levels"].find((name) => words.some((word) => word.startsWith(`--${name}`)));
  if (!other && !existsSync(join(peers, "node_modules"))) {
    const installed = await run(npm, ["ci", "--ignore-scripts"], { cwd: peers });
    if (installed !== 0) return installed;
  }
  return run(process.execPath, [join(root, `test/bench/${other ?? "contest"}.mjs`), ...words], {
    cwd: root,
    env,
  });
}
