import type { Table } from "../form/table";
import type { SheetSnapshot } from "../snapshot";

/** A sheet that holds a table of the form, with the places of its columns; all zero-based. */
export interface FoundTable {
  readonly table: Table;
  readonly sheet: SheetSnapshot;
  /** Null where nothing of the key row is left. */
  readonly keyRow: number | null;
  readonly columns: ReadonlyMap<string, number>;
  readonly twice: readonly { readonly key: string; readonly column: number }[];
  /** Keys that are gone, whose columns were found by what stands above them. */
  readonly byHeading: readonly string[];
  /** The first row below the headings; null where neither the official numbers nor a code of the form show it. */
  readonly bodyTop: number | null;
}
