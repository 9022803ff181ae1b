import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhatChanged } from "./build.mjs";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

/** Prints how long the pane or the workbench lets a person wait and keeps the page busy. Nothing in `npm test` looks at a clock. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [what = "pane"] = process.argv.slice(2);
const { variables } = await findTools();
const jest = [
  "--experimental-vm-modules",
  "node_modules/jest/bin/jest.js",
  "--testMatch",
  `<rootDir>/test/bench/${what}.bench.ts`,
];
const env = { ...process.env, ...variables };
process.exitCode = (await buildWhatChanged(root)) || (await run(process.execPath, jest, { cwd: root, env }));
