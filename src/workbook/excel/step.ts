import * as z from "zod/mini";
import type { Place } from "../../core/cell";

const words = z.string().check(z.maxLength(32_767));

/** What is written into one cell; `format` and `font` only where they change. */
const cellStep = z.readonly(
  z.object({
    cell: words,
    raw: z.union([words, z.number(), z.boolean()]),
    format: z.optional(words),
    font: z.optional(words),
  }),
);

const indexes = z.readonly(z.array(z.number()));
const visibility = z.enum(["visible", "hidden", "very-hidden"]);

/**
 * One thing done to the workbook, as plain data: what an operation does, and what takes it back, which is kept in the
 * workbook (law ED3).
 */
export const step = z.discriminatedUnion("kind", [
  z.readonly(z.object({ kind: z.literal("cells"), sheet: words, cells: z.readonly(z.array(cellStep)) })),
  z.readonly(z.object({ kind: z.literal("rename"), sheet: words, to: words })),
  z.readonly(z.object({ kind: z.literal("see"), sheet: words, visibility })),
  z.readonly(
    z.object({ kind: z.literal("lines"), sheet: words, rows: indexes, columns: indexes, isHidden: z.boolean() }),
  ),
  z.readonly(z.object({ kind: z.literal("merge"), sheet: words, block: words, isMerged: z.boolean() })),
  /** A sheet goes out of sight, under the reserved name by which undo knows it, and comes back. */
  z.readonly(z.object({ kind: z.literal("set-aside"), sheet: words, kept: words })),
  z.readonly(z.object({ kind: z.literal("come-back"), sheet: words, name: words, visibility, place: z.number() })),
  /** `formula` null: the name goes. */
  z.readonly(z.object({ kind: z.literal("name"), name: words, formula: z.nullable(words) })),
  /** A sheet that was put gives way to the one it replaced, which waits under a reserved name; or to none. */
  z.readonly(
    z.object({
      kind: z.literal("give-way"),
      sheet: words,
      back: z.nullable(z.readonly(z.object({ kept: words, name: words, visibility, place: z.number() }))),
    }),
  ),
]);

export type Step = z.infer<typeof step>;

/** The cells that steps write, by the names that their sheets have before the first step. */
export function cellsWritten(steps: readonly Step[]): Place[] {
  const before = new Map<string, string>();
  return steps.flatMap((one) => {
    if (one.kind === "name") return [];
    const sheet = before.get(one.sheet) ?? one.sheet;
    if (one.kind === "rename") before.set(one.to, sheet);
    return one.kind === "cells" ? one.cells.map(({ cell }) => ({ sheet, cell })) : [];
  });
}

export type CellStep = z.infer<typeof cellStep>;
