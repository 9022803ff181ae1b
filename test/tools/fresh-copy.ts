import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../laws/source-files";

/**
 * A clone of this repository at a folder that is not there yet, with what is changed here and not committed. Nothing is built in
 * it; its packages are a link to those of here, for installing them takes longer than any test.
 */
export function freshCopy(folder: string): void {
  git(["clone", "--quiet", root, folder], root);
  const changed = git(["diff", "--name-only", "-z", "HEAD"], root).split("\0");
  const added = git(["ls-files", "--others", "--exclude-standard", "-z"], root).split("\0");
  for (const path of [...changed, ...added].filter((name) => name !== "")) {
    const from = join(root, path);
    if (!existsSync(from)) rmSync(join(folder, path));
    else if (lstatSync(from).isFile()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(from, join(folder, path));
    }
  }
  // A worktree's own node_modules may be such a link, which git counts as a file.
  rmSync(join(folder, "node_modules"), { force: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
}

/** What git prints; throws where it fails. */
export function git(parameters: readonly string[], folder: string): string {
  const { stdout, status, stderr } = spawnSync("git", parameters, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`git ${parameters.join(" ")} failed: ${stderr}`);
  return stdout;
}
