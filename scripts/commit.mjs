import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What is checked out: the commit's hash, its day, and whether files were changed since. What is made bears that day instead
 * of the clock's, so that the same commit gives the same bytes. Outside git the hash is empty and the day is fixed.
 */
export function commitOf() {
  const [hash = "", seconds = ""] = git("log", "-1", "--format=%H %ct").split(" ");
  return {
    hash,
    day: new Date(hash === "" ? Date.UTC(2022, 0, 1) : Number(seconds) * 1000),
    isChanged: hash !== "" && git("status", "--porcelain", "--untracked-files=no") !== "",
  };
}

function git(...parameters) {
  const { status, stdout } = spawnSync("git", parameters, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}
