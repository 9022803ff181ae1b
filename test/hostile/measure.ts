import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What one run of the program gave, and what it cost. */
export interface Measured {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Of the processor, all cores together: other programs lengthen it little. */
  readonly processorSeconds: number;
  /** The most memory it had at any time. */
  readonly megabytes: number;
}

const program = fileURLToPath(new URL("../../dist/cli/plan-monitor.mjs", import.meta.url));

/**
 * The child says at its end how much memory it had, in kilobytes, and its microseconds of the processor; where it is killed,
 * it says nothing. Linux counts in `maxRSS` what the parent had when it made the child: there the process's own mark is read.
 */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { existsSync, readFileSync, writeSync } from "node:fs";
  const own = "/proc/self/status";
  process.on("exit", () => {
    const [, mark] = existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, "utf8")) ?? [] : [];
    const { user, system } = process.cpuUsage();
    writeSync(3, (mark ?? process.resourceUsage().maxRSS) + " " + (user + system));
  });
`)}`;

/** What one file may cost, whatever it holds. */
export const bounds = { seconds: 2, megabytes: 300 };

/** Whether a run cost no more than a file may. */
export function isWithinBounds({ seconds, megabytes }: Pick<Measured, "seconds" | "megabytes">): boolean {
  return seconds <= bounds.seconds && megabytes > 0 && megabytes <= bounds.megabytes;
}

/** Runs the built program in a folder; a run-away is killed after so many seconds, and has no exit code. */
export function measure(parameters: readonly string[], folder: string, secondsAtMost = 60): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", telling, program, ...parameters], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: secondsAtMost * 1000,
    killSignal: "SIGKILL",
  });
  const [out, errors, told] = [1, 2, 3].map((pipe) => {
    const pieces: Buffer[] = [];
    child.stdio[pipe]?.on("data", (piece: Buffer) => pieces.push(piece));
    return pieces;
  });
  const textOf = (pieces: readonly Buffer[] = []): string => Buffer.concat(pieces).toString("utf8");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const [kilobytes = 0, microseconds = 0] = textOf(told).split(" ").map(Number);
      resolve({
        code,
        stdout: textOf(out),
        stderr: textOf(errors),
        seconds: (performance.now() - begun) / 1000,
        processorSeconds: microseconds / 1e6,
        megabytes: kilobytes / 1024,
      });
    });
  });
}
