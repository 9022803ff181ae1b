import type { CellKey, FormSource } from "../form/form-context";
import type { Said } from "../form/said";
import { cellOf, type Reading } from "./reading";

const missing: Said = { kind: "missing" };

/** A report that was read, as the form's formulas see it: its cells where they stand now. */
export function readingSource(reading: Reading): FormSource {
  return {
    place: ({ table, code, key }: CellKey) => cellOf(reading, table, { code, key })?.at ?? null,
    said: ({ table, code, key }: CellKey) => cellOf(reading, table, { code, key })?.said ?? missing,
  };
}
