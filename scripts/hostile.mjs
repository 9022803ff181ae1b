import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildWhatChanged } from "./build.mjs";
import { run } from "./run.mjs";

/** Checks every hostile file in a process of its own, prints what it cost, and writes docs/hostile-files.md; with `--only bomb` only those so named, and writes nothing. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const jest = [
  "--experimental-vm-modules",
  "node_modules/jest/bin/jest.js",
  "--testMatch",
  "<rootDir>/test/hostile/hostile.bench.ts",
];
const env = { ...process.env, HOSTILE_ONLY: values.only };
process.exitCode = (await buildWhatChanged(root)) || (await run(process.execPath, jest, { cwd: root, env }));
