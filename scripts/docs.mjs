import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

/**
 * Writes the pages of docs that are made from the program; `npm test` compares them. What takes long is written only when
 * it is named: the fault matrix, the faults of Excel, and the pictures, which are taken by the tests in a browser.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [kind = "messages"] = process.argv.slice(2);
const tests = {
  "excel-faults": "test/workbook/excel/faults",
  messages: "test/laws/messages",
  "fault-matrix": "test/matrix/fault-matrix",
  pictures: "test/end-to-end",
};
const { variables } = kind === "pictures" ? await findTools() : { variables: {} };
const env = {
  ...process.env,
  ...variables,
  WRITE_DOCS: "1",
  ...(kind === "fault-matrix" ? { FAULT_MATRIX: "whole" } : {}),
};
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", tests[kind] ?? kind];
process.exitCode = await run(process.execPath, jest, { cwd: root, env });
if (kind === "pictures" && process.exitCode === 0) copyPictures();

/** Those that a page shows, and no others. */
function copyPictures() {
  const pages = [join(root, "README.md"), ...readdirSync(join(root, "docs")).map((name) => join(root, "docs", name))];
  const text = pages
    .filter((page) => page.endsWith(".md"))
    .map((page) => readFileSync(page, "utf8"))
    .join("\n");
  mkdirSync(join(root, "docs/pictures"), { recursive: true });
  for (const [, name] of text.matchAll(/pictures\/([\w-]+\.png)/g)) {
    copyFileSync(join(root, "out/pictures", name), join(root, "docs/pictures", name));
  }
}
