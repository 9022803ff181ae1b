import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const script = fileURLToPath(new URL("run-duckdb.mjs", import.meta.url));
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const shape = z.array(z.object({ columns: z.array(z.string()), rows: z.array(z.array(value)) }));

/** What a query gives. */
export type Answer = z.infer<typeof shape>[number];

/** What DuckDB gives for each query, in a process of its own; files are named from the folder. */
export function query(folder: string, queries: readonly string[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    const [said, faults]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (piece: Buffer) => said.push(piece));
    child.stderr.on("data", (piece: Buffer) => faults.push(piece));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(shape.parse(JSON.parse(Buffer.concat(said).toString("utf8"))));
      else reject(new Error(`DuckDB ended with ${code}: ${Buffer.concat(faults).toString("utf8").slice(0, 2000)}`));
    });
    child.stdin.end(JSON.stringify(queries));
  });
}

/** Whether npm found a DuckDB for this system. */
export function isDuckdbThere(): boolean {
  const { resolve } = createRequire(import.meta.url);
  return ["", "-musl"].some((libc) => {
    try {
      resolve(`@duckdb/node-bindings-${process.platform}-${process.arch}${libc}/duckdb.node`);
      return true;
    } catch {
      return false;
    }
  });
}
