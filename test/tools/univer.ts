import { fileURLToPath } from "node:url";
import { CellValueType, type IWorkbookData } from "@univerjs/core";
import { z } from "zod";
import { runScript } from "./run-script";

const script = fileURLToPath(new URL("run-univer.mjs", import.meta.url));
const result = z.object({
  v: z.optional(z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
  t: z.optional(z.nullable(z.enum(CellValueType))),
});
const shape = z.array(z.array(z.tuple([z.string(), z.number(), z.number(), result])));

/** What Univer gives for each formula of each workbook, in a process of its own: sheet, row, column, value and type. */
export async function calculate(books: readonly IWorkbookData[]): Promise<z.infer<typeof shape>> {
  return shape.parse(await runScript(script, books));
}
