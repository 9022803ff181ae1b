import { toA1, type Cell } from "../cell";
import type { CellContent } from "../edit";
import { plainText } from "../plain-text";
import { canonicalNumber, digestOf } from "../reading/canonical";
import { cellAt, type SheetSnapshot } from "../snapshot";
import type { AlteredTable } from "./consolidation";

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

/** A table of a unit's sheet as a summary was found: its key row comes first. */
export interface HeldTable {
  readonly table: string;
  readonly first: number;
  /** The part of the sheet that the table takes. */
  readonly sheet: SheetSnapshot;
  /** The digest of what it held when it was made; null in summaries of earlier versions. */
  readonly held: string | null;
}

/** The digest that stands in a row of marks. */
export function heldBy(marks: ReadonlyMap<number, Cell>): string | null {
  const digest = marks.get(7)?.value;
  return marks.get(6)?.value === heldMark && typeof digest === "string" ? digest : null;
}

/** Behind keys and marks come the title and the heading. */
const [titleRow, headRows] = [2, 4];

/** The table, where it no longer holds what it held when it was made. */
export function alteredIn({ table, first, sheet, held }: HeldTable): AlteredTable[] {
  if (held === null || heldDigest(rowsOf(sheet, first)) === held) return [];
  const title = { row: first + titleRow, column: 0 };
  return [
    {
      table,
      title: textIn(cellAt(sheet, title.row, title.column)),
      at: { sheet: sheet.name, cell: toA1(title) },
    },
  ];
}

function rowsOf(sheet: SheetSnapshot, first: number): HeldRow[] {
  const columns = [...(sheet.rows.get(first) ?? [])]
    .filter(([column]) => column > 0)
    .map(([column, key]) => [column, textIn(key)] as const)
    .filter(([, key]) => key !== "")
    .sort(([one], [other]) => one - other);
  return [...sheet.rows]
    .filter(([row]) => row >= first + headRows)
    .sort(([one], [other]) => one - other)
    .map(([, cells]) => [
      textIn(cells.get(0)),
      columns.flatMap(([column, key]) => {
        const cell = cells.get(column);
        return cell ? [[key, cell] as const] : [];
      }),
    ]);
}

function textIn(cell: Cell | undefined): string {
  return typeof cell?.value === "string" ? plainText(cell.value) : "";
}
