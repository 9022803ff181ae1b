import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CellValueType, type IWorkbookData } from "@univerjs/core";
import { z } from "zod";

const script = fileURLToPath(new URL("run-univer.mjs", import.meta.url));
const result = z.object({
  v: z.optional(z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
  t: z.optional(z.nullable(z.enum(CellValueType))),
});
const shape = z.array(z.array(z.tuple([z.string(), z.number(), z.number(), result])));

/** What Univer gives for each formula of each workbook, in a process of its own: sheet, row, column, value and type. */
export function calculate(books: readonly IWorkbookData[]): Promise<z.infer<typeof shape>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "pipe"] });
    const [said, faults]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (piece: Buffer) => said.push(piece));
    child.stderr.on("data", (piece: Buffer) => faults.push(piece));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(shape.parse(JSON.parse(Buffer.concat(said).toString("utf8"))));
      else reject(new Error(`Univer ended with ${code}: ${Buffer.concat(faults).toString("utf8").slice(0, 2000)}`));
    });
    child.stdin.end(JSON.stringify(books));
  });
}
