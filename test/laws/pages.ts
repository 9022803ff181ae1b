import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./source-files";

/** The files that git knows of and that are there, as paths from the root, sorted. */
export function listed(...options: string[]): string[] {
  const { stdout, status } = spawnSync("git", ["ls-files", "-z", ...options], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error("git ls-files failed: this test reads the list of files from git.");
  return [...new Set(stdout.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

/** Every document, those about to be committed too. */
export const pages = listed("--cached", "--others", "--exclude-standard", "--", "*.md");

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The lines of all blocks of code; of one language, where it is given. */
export function fencedIn(text: string, language = "[^\\n]*"): string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"));
  return [...blocks].flatMap(([, block = ""]) => block.split("\n"));
}

/** What stands in the text as code, which may go over the end of a line. */
export function spansIn(text: string): string[] {
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`]+)`/g)];
  return spans.map(([, code = ""]) => code.replace(/\s+/g, " "));
}
