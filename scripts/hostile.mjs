import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

/** Checks every hostile file in a process of its own, prints what it cost, and writes docs/hostile-files.md. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--config-name", "cli"];
const jest = [
  "--experimental-vm-modules",
  "node_modules/jest/bin/jest.js",
  "--testMatch",
  "<rootDir>/test/hostile/hostile.bench.ts",
];
process.exitCode =
  (await run(process.execPath, build, { cwd: root })) || (await run(process.execPath, jest, { cwd: root }));
