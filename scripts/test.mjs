import { mkdtempSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, buildWhatChanged } from "./build.mjs";
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";
import { findTools } from "./tools.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const chosen = process.argv.slice(2);
const isCi = process.env.CI === "true";
const isWhole = chosen.length === 0;

process.exitCode = await main();

/** Installs what is missing, then builds, checks and tests all; with words after it, builds what has changed and runs only those tests. */
async function main() {
  if ((await installPackages(root)) !== 0) return fail("The npm packages could not be installed.");
  const { variables, missing } = await findTools();
  for (const { name, advice } of missing) console.log(`Missing: ${name}. To install it: ${advice}`);
  if (isCi && missing.length > 0) return fail("CI leaves nothing out.");

  const built = isWhole ? await build(root) : await buildWhatChanged(root);
  const check = isWhole ? await runChecks() : 0;
  const jest = await runJest(variables);

  for (const { name } of missing) console.log(`Left out: the tests that need ${name}.`);
  const failures = [
    ...(built === 0 ? [] : ["the build failed"]),
    ...(check === 0 ? [] : ["npm run check found faults"]),
    ...jest.failures,
  ];
  for (const failure of failures) console.log(`Failed: ${failure}.`);
  console.log(`${jest.passed} passed, ${jest.failed} failed`);
  return Math.max(built, check, jest.code, failures.length > 0 ? 1 : 0);
}

/** As `npm run check`, but every part is run, so that one look shows all there is to mend. */
async function runChecks() {
  const parts = [
    ["node_modules/typescript/bin/tsc", "-p", "src/core"],
    ["node_modules/typescript/bin/tsc", "-p", "."],
    ["node_modules/eslint/bin/eslint.js", "."],
    ["node_modules/prettier/bin/prettier.cjs", "--check", "."],
  ];
  let worst = 0;
  for (const part of parts) worst = Math.max(worst, await node(part));
  return worst;
}

async function runJest(variables) {
  const folder = mkdtempSync(join(tmpdir(), "plan-monitor-test-"));
  const outcome = join(folder, "jest.json");
  try {
    const code = await node(
      ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--json", `--outputFile=${outcome}`, ...chosen],
      { ...process.env, ...variables },
    );
    if (!existsSync(outcome)) return { code, passed: 0, failed: 0, failures: ["jest gave no result"] };
    return { code, ...judge(JSON.parse(readFileSync(outcome, "utf8"))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(result) {
  const passed = result.numPassedTests;
  // A file that breaks before its first test counts as one: its tests would otherwise be missed by nobody.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const leftOut = result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "pending")
    .map(({ fullName }) => fullName);
  if (isWhole) for (const name of leftOut) console.log(`Left out: ${name}`);
  if (leftOut.length > 0) console.log(`Tests left out: ${leftOut.length}`);
  const failures = [];
  if (passed + failed === 0) failures.push("no test was run");
  if (isCi && isWhole && leftOut.length > 0) failures.push("CI leaves nothing out");
  return { passed, failed, failures };
}

function node(parameters, env = process.env) {
  return run(process.execPath, parameters, { cwd: root, env });
}

function fail(why) {
  console.error(why);
  console.log("0 passed, 0 failed");
  return 1;
}
