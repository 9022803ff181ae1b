import type { SheetSnapshot } from "../../src/core/snapshot";

/** A sheet of which nothing is said but its name. */
export function emptySheet(name: string): SheetSnapshot {
  const nothing = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), isProtected: false };
  return { name, visibility: "visible", rows: new Map(), ...nothing };
}
