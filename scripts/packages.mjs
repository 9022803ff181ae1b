import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

const installed = "node_modules/.package-lock.json";

/** Installs what package-lock.json names, unless it is there already; gives the exit code. */
export async function installPackages(root) {
  if (arePackagesInstalled(root)) return 0;
  console.log("Installing npm packages (npm ci) …");
  // NODE_ENV=production would leave out the tools that build and test.
  return npm(["ci", "--include=dev"], { cwd: root });
}

/** Content, not file times, is compared: a checkout gives the lock a new time and the same packages. */
function arePackagesInstalled(root) {
  if (!existsSync(join(root, installed))) return false;
  const wanted = Object.entries(packagesOf(join(root, "package-lock.json")));
  const present = packagesOf(join(root, installed));
  return wanted.every(([path, { version, link, optional, devOptional }]) => {
    if (path === "" || link || !path.includes("node_modules/")) return true;
    const found = present[path];
    // Optional packages are those of other systems: right when absent, wrong when of another version.
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, "utf8")).packages;
}

/** The npm that started this script, where there is one: on Windows `npm` is a script that only a shell can start. */
export function npm(parameters, options) {
  const started = process.env.npm_execpath;
  if (started?.endsWith(".js")) return run(process.execPath, [started, ...parameters], options);
  return run("npm", parameters, { ...options, shell: process.platform === "win32" });
}
