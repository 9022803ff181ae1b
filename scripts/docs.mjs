import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

/**
 * Writes the pages of docs that are made from the program; `npm test` compares them. What takes long is written only when
 * it is named.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const named = {
  "fault-matrix": { test: "test/matrix/fault-matrix", env: { FAULT_MATRIX: "whole" } },
  "excel-faults": { test: "test/workbook/excel/faults", env: {} },
};
const { test, env: more } = named[process.argv[2]] ?? { test: "test/laws/messages", env: {} };
const env = { ...process.env, WRITE_DOCS: "1", ...more };
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", test];
process.exitCode = await run(process.execPath, jest, { cwd: root, env });
