import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

/**
 * Writes the pages of docs that are made from the program; `npm test` compares them. The fault matrix takes long and is
 * written only when it is named.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isMatrix = process.argv[2] === "fault-matrix";
const test = isMatrix ? "test/matrix/fault-matrix" : "test/laws/messages";
const env = { ...process.env, WRITE_DOCS: "1", ...(isMatrix ? { FAULT_MATRIX: "whole" } : {}) };
const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", test];
process.exitCode = await run(process.execPath, jest, { cwd: root, env });
