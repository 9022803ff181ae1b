import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

/** Does random harm to workbooks for so many minutes, from a seed, and prints what broke. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: "267" } },
});
const { variables } = await findTools();
const env = { ...process.env, ...variables, FUZZ_MINUTES: values.minutes, FUZZ_SEED: values.seed };
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "test/fuzz/fuzz"];
process.exitCode = await run(process.execPath, jest, { cwd: root, env });
