import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "./run.mjs";

/** Kills a consolidation so many times, at moments spread over its whole length, and looks at what it left each time. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { times: { type: "string", default: "500" } } });
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "test/cli/killed"];
const env = { ...process.env, KILL_TIMES: values.times };
process.exitCode = await run(process.execPath, jest, { cwd: root, env });
