import { spawn } from "node:child_process";

/** What a command in a shell left: its exit code (null where it was stopped), and all that it printed. */
export interface Said {
  readonly code: number | null;
  readonly text: string;
}

/**
 * Runs a command as a person types it. With `until` it is one that does not end by itself: as soon as that is printed, `look` is
 * called with what was printed, and the command and all that it started are stopped.
 */
export function shell(
  command: string,
  {
    folder,
    env,
    until,
    look,
  }: { folder: string; env: NodeJS.ProcessEnv; until?: RegExp; look?: (text: string) => Promise<void> },
): Promise<Said> {
  return new Promise((resolve, reject) => {
    // In a group of its own, so that what it starts in turn can be stopped with it.
    const child = spawn(command, { cwd: folder, env, shell: true, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    let isStopped = false;
    const stop = async (): Promise<void> => {
      if (isStopped || until?.test(text) !== true) return;
      isStopped = true;
      try {
        await look?.(text);
      } finally {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      }
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (part: string) => {
        text += part;
        stop().catch(reject);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: isStopped ? null : code, text }));
  });
}

const ofJest = ["NODE_ENV", "JEST_WORKER_ID"];

/** The variables of this process, but those that Jest sets for what runs in it. */
export function plainEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const plain = Object.entries(process.env).filter(([name]) => !ofJest.includes(name));
  return { ...Object.fromEntries(plain), ...more };
}
