import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

const config = "webpack.config.js";
/** What is there when all of a build was made. */
const made = ["dist/cli/plan-monitor.mjs", "dist/taskpane/taskpane.html", "dist/workbench/index.html"];

/** Builds everything, unless it was built of these very sources; gives the exit code. */
export async function buildWhatChanged(root) {
  if (isBuilt(root)) return 0;
  console.log("Đang dựng chương trình / building …");
  return build(root);
}

/** Builds everything; gives the exit code. `env` are variables beside those of this process. */
export function build(root, env = {}) {
  const parameters = ["node_modules/webpack/bin/webpack.js", "--mode", "production"];
  return run(process.execPath, parameters, { cwd: root, env: { ...process.env, ...env } });
}

/** Whether all that is built is there, and newer than its sources. */
export function isBuilt(root) {
  const files = made.map((file) => join(root, file));
  if (!files.every((file) => existsSync(file))) return false;
  const changed = Math.max(...sourcesIn(root).map((path) => newest(join(root, path))));
  return Math.min(...files.map((file) => statSync(file).mtimeMs)) >= changed;
}

/** What a build is made of: the scripts that it takes, and no others. */
function sourcesIn(root) {
  const taken = readFileSync(join(root, config), "utf8").matchAll(/"\.\/(scripts\/[\w-]+\.mjs)"/g);
  return ["package-lock.json", config, "manifest.xml", "assets", "src", ...[...taken].map(([, path]) => path)];
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
