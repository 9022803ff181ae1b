import { createHash, randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorCode } from "./read-file";

/** Of a folder that several machines share, each judges by the processes of its own alone. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const named = /^\.plan-monitor-(?:([0-9a-f]{8})-(\d+)-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp(?:\.before)?$/;
const day = 24 * 60 * 60 * 1000;

/** A name for a file that is not whole yet; it says which process writes it. */
export function temporaryName(): string {
  return `.plan-monitor-${machine}-${process.pid}-${randomUUID()}.tmp`;
}

/**
 * Takes away what programs left in a folder that were killed while they wrote: temporary files whose process is gone, or
 * that are older than a day. What cannot be taken away stays; it stands in nobody's way.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [isTemporary, host, id] = named.exec(name) ?? [];
    if (isTemporary === undefined) continue;
    const path = join(folder, name);
    const isLeft = host === machine && !isRunning(Number(id));
    if (isLeft || (await isOld(path))) await rm(path, { force: true }).catch(() => undefined);
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Someone else's process may not be asked, and runs.
    return errorCode(error) !== "ESRCH";
  }
}

async function isOld(path: string): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < Date.now() - day;
  } catch {
    return false;
  }
}
