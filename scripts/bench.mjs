import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhatChanged } from "./build.mjs";
import { npm } from "./packages.mjs";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

/**
 * How fast the command line is beside others (docs/benchmarks.md). `--rounds 9`; `--only pandas` beside that one alone; `--write`
 * puts the table into the page; `--scale 200,1000` measures so many units instead, and how rows and elements grow (`--only units`
 * that alone), `--levels 10598` so many communes from level to level.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const peers = join(root, "test/bench/peers");

process.exitCode = await main();

async function main() {
  const { variables } = await findTools();
  const env = { ...process.env, ...variables };
  const built = await buildWhatChanged(root);
  if (built !== 0) return built;
  const other = ["scale", "levels"].find((name) => words.some((word) => word.startsWith(`--${name}`)));
  if (!other && !existsSync(join(peers, "node_modules"))) {
    const installed = await npm(["ci", "--ignore-scripts"], { cwd: peers });
    if (installed !== 0) return installed;
  }
  return run(process.execPath, [join(root, `test/bench/${other ?? "contest"}.mjs`), ...words], {
    cwd: root,
    env,
  });
}
