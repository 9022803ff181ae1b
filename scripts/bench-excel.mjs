import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

/** Prints what the Excel door costs, in syncs and bytes, for 1, 15 and 200 units. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "test/workbook/excel/bench"];
process.exitCode = await run(process.execPath, jest, { cwd: root, env: { ...process.env, BENCH: "1" } });
