import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import { isBuilt } from "../../scripts/build.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist/cli/plan-monitor.mjs");
const lock = join(root, "dist/.building");

/** What a run of the program left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as people do: another process, real files. */
export async function run(parameters: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  ready ??= built();
  await ready;
  return start([program, ...parameters], { cwd: folder, env: { ...process.env, ...env } });
}

/** Starts the program, tells it to stop as soon as it is time, and gives its exit code. */
export async function interrupt(parameters: readonly string[], folder: string, isTime: () => boolean): Promise<number> {
  ready ??= built();
  await ready;
  const child = spawn(process.execPath, [program, ...parameters], { cwd: folder, stdio: "ignore" });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? -1)));
  while (child.exitCode === null && !isTime()) await setTimeout(20);
  child.kill("SIGTERM");
  return ended;
}

/** A folder of its own for one test file, gone after it. */
export function makeRoom(): string {
  const room = mkdtempSync(join(tmpdir(), "plan-monitor-cli-"));
  afterAll(() => rmSync(room, { recursive: true, force: true }));
  return room;
}

/** Every file below a folder, sorted, with "/" between folders. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

let ready: Promise<void> | undefined;

/** Builds the program where it is older than its sources; test files run at the same time, and one builds for all. */
async function built(): Promise<void> {
  while (!isFresh()) {
    mkdirSync(join(root, "dist"), { recursive: true });
    if (!takeLock()) {
      await setTimeout(200);
      continue;
    }
    try {
      const { code, stdout } = await start(["node_modules/webpack/bin/webpack.js", "--mode", "production"], {
        cwd: root,
      });
      if (code !== 0) throw new Error(`The program cannot be built: ${stdout}`);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const isLeftBehind = existsSync(lock) && statSync(lock).mtimeMs < Date.now() - 600_000;
    if (isLeftBehind) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  return !existsSync(lock) && isBuilt(root);
}

function start(parameters: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { ...options, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 255) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}
