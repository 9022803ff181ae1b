import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runScript } from "./run-script";

const script = fileURLToPath(new URL("run-duckdb.mjs", import.meta.url));
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const shape = z.array(z.object({ columns: z.array(z.string()), rows: z.array(z.array(value)) }));

/** What a query gives. */
export type Answer = z.infer<typeof shape>[number];

/** What DuckDB gives for each query, in a process of its own; files are named from the folder. */
export async function query(folder: string, queries: readonly string[]): Promise<Answer[]> {
  return shape.parse(await runScript(script, queries, { cwd: folder }));
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
