import type { CellContent } from "../edit";
import { plainText } from "../plain-text";
import { canonicalNumber, digestOf } from "../reading/canonical";

/** Stands on a unit's sheet of a summary beside the marks of each table, before the digest of what the table holds. */
export const heldMark = "pm_digest";

/** Stands instead of the digest of a table that was typed over in an earlier summary: so it stays known in the next. */
export const alteredMark = "altered";

/** A row of a table: its code, and its other cells by the keys of their columns, from left to right. */
export type HeldRow = readonly [code: string, cells: readonly (readonly [key: string, content: CellContent])[]];

/**
 * What a table of a unit's sheet holds of the unit's report, in 64 hexadecimal digits (SHA-256): whatever is typed over
 * it shows, since formulas that add it up would follow. Computed cells are not part of it.
 */
export function heldDigest(rows: readonly HeldRow[]): string {
  const lines = rows.flatMap(([code, cells]) =>
    cells.flatMap(([key, { value, formula }]) => {
      const said = formula === undefined ? saying(value) : "";
      return said === "" ? [] : [`${code}\t${key}\t${said}\n`];
    }),
  );
  return digestOf(lines.join(""));
}

function saying(value: CellContent["value"]): string {
  if (value === null) return "";
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "object") return "error" in value ? value.error : value.date;
  return plainText(String(value));
}
