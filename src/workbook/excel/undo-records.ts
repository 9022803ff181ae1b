import * as z from "zod/mini";
import type { CellContent } from "../../core/edit";
import type { Phrase } from "../../core/language";
import { isReserved } from "../reserved-sheets";
import { step, type Step } from "./step";

/**
 * Where the records stand: in the workbook's own settings. Excel forgets its undo when an add-in writes, and a task pane
 * forgets everything when it is closed; what stands in the workbook survives both, and goes where the file goes.
 */
export const undoKey = "pm_undo";

const mostRecords = 20;
/** Characters of all records together; Excel on the web takes no request beyond 5 MB. */
const mostCharacters = 1_000_000;

const cellValue = z.union([
  z.null(),
  z.number(),
  z.string(),
  z.boolean(),
  z.readonly(z.object({ error: z.string() })),
  z.readonly(z.object({ date: z.string() })),
]);

const record = z.readonly(
  z.object({
    name: z.readonly(z.object({ vi: z.string(), en: z.string() })),
    /** What the operation left in each cell that it wrote. */
    cells: z.readonly(
      z.array(
        z.readonly(
          z.object({ sheet: z.string(), cell: z.string(), value: cellValue, formula: z.optional(z.string()) }),
        ),
      ),
    ),
    /** A hash of each row of the sheets that it put. */
    sheets: z.readonly(
      z.array(
        z.readonly(z.object({ sheet: z.string(), rows: z.readonly(z.array(z.tuple([z.number(), z.string()]))) })),
      ),
    ),
    /** What takes it back, in order. */
    steps: z.readonly(z.array(step)),
  }),
);

const records = z.readonly(z.array(record));

export type UndoRecord = z.infer<typeof record>;

export interface PutCell extends CellContent {
  readonly sheet: string;
  readonly cell: string;
}

/** The records that the workbook holds, the oldest first; none where they are not ours (a file is anybody's). */
export function recordsIn(stored: unknown): readonly UndoRecord[] {
  if (typeof stored !== "string" || stored.length > 2 * mostCharacters) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    // Cut off or changed by another program: there is nothing to undo by it.
    return [];
  }
  const outcome = records.safeParse(parsed);
  return outcome.success ? outcome.data : [];
}

/** As the workbook stores them. */
export function storedRecords(kept: readonly UndoRecord[]): string {
  return JSON.stringify(kept);
}

/**
 * The records with one more; the oldest go where they become too many or too long. Sheets that were replaced are kept for
 * the last such operation only, so that a workbook never holds more than two of each.
 */
export function withRecord(earlier: readonly UndoRecord[], next: UndoRecord): readonly UndoRecord[] {
  const lastSwap = keptSheets([next]).length > 0 ? lastIndexWithSheets(earlier) + 1 : 0;
  const kept = [...earlier.slice(lastSwap), next].slice(-mostRecords);
  while (kept.length > 0 && storedRecords(kept).length > mostCharacters) kept.shift();
  return kept;
}

function lastIndexWithSheets(all: readonly UndoRecord[]): number {
  return all.map((one) => keptSheets([one]).length > 0).lastIndexOf(true);
}

/** The reserved sheets that records need. */
export function keptSheets(all: readonly UndoRecord[]): readonly string[] {
  return all.flatMap(({ steps }) =>
    steps.flatMap((one: Step) => {
      const kept = one.kind === "give-way" ? one.back?.kept : one.kind === "come-back" ? one.sheet : undefined;
      return kept !== undefined && isReserved(kept) ? [kept] : [];
    }),
  );
}

/** What a person is told that undo would take back; null where there is nothing. */
export function lastName(all: readonly UndoRecord[]): Phrase | null {
  return all.at(-1)?.name ?? null;
}
