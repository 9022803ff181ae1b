import { cellAt, type SheetSnapshot } from "../snapshot";
import { folded, plainText } from "../plain-text";
import { familyColumn, type PlanColumn, type PlanColumnFamily } from "./plan-column";

/** What is looked for in a sheet: columns that are always there, and those of which there are as many as needed. */
export interface WantedColumns {
  readonly columns: readonly PlanColumn[];
  readonly families: readonly PlanColumnFamily[];
}

/** A column where it was found, with the family that it is of. */
export interface FoundColumn {
  readonly at: number;
  readonly column: PlanColumn;
  readonly family: PlanColumnFamily | null;
}

export interface FoundColumns {
  readonly found: readonly FoundColumn[];
  /** Wanted, and not there. */
  readonly missing: readonly PlanColumn[];
  /** The same column a second time. */
  readonly twice: readonly FoundColumn[];
  /** Columns that nobody knows and that hold something below the headings. */
  readonly unknown: readonly number[];
  readonly firstRow: number;
  readonly headingRow: number;
}

/** How many filled rows from the top headings and keys are looked for in, and how far to the right. */
const searched = { rows: 40, columns: 400 } as const;

/**
 * Finds a sheet's columns by the hidden keys and, where a key is gone, by the heading; in whatever order they stand.
 * Null where the sheet has no row of headings at all.
 */
export function findPlanColumns(sheet: SheetSnapshot, wanted: WantedColumns): FoundColumns | null {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, searched.rows);
  const keyRow = bestRow(sheet, rows, (text) => byKey(text, wanted));
  const headingRow = bestRow(sheet, rows, (text) => byHeading(text, wanted));
  if (keyRow === null && headingRow === null) return null;
  const found: FoundColumn[] = [];
  const twice: FoundColumn[] = [];
  const taken = new Set<string>();
  for (const at of columnsIn(sheet, [keyRow, headingRow])) {
    const match =
      (keyRow === null ? null : byKey(textAt(sheet, keyRow, at), wanted)) ??
      (headingRow === null ? null : byHeading(textAt(sheet, headingRow, at), wanted));
    if (!match) continue;
    (taken.has(match.column.key) ? twice : found).push({ at, ...match });
    taken.add(match.column.key);
  }
  const firstRow = firstRowBelow(sheet, { keyRow, headingRow, found });
  return {
    found,
    missing: wanted.columns.filter(({ key, content }) => !taken.has(key) && content.kind !== "shown"),
    twice,
    unknown: unknownIn(sheet, firstRow, new Set([...found, ...twice].map(({ at }) => at))),
    firstRow,
    headingRow: headingRow ?? keyRow ?? 0,
  };
}

type Match = Pick<FoundColumn, "column" | "family">;

function byKey(text: string, { columns, families }: WantedColumns): Match | null {
  const column = columns.find(({ key }) => key === text);
  if (column) return { column, family: null };
  for (const family of families) {
    const name = text.startsWith(`${family.key}.`) ? text.slice(family.key.length + 1) : "";
    if (isName(name, family)) return { column: familyColumn(family, name), family };
  }
  return null;
}

function byHeading(text: string, { columns, families }: WantedColumns): Match | null {
  const said = folded(text.normalize("NFKC"));
  if (said === "") return null;
  const column = columns.find(({ heading }) => folded(heading) === said);
  if (column) return { column, family: null };
  for (const family of families) {
    const [head = "", ...rest] = text.normalize("NFKC").split(":");
    const name = plainText(rest.join(":"));
    if (folded(head) === folded(family.heading) && isName(name, family)) {
      return { column: familyColumn(family, name), family };
    }
  }
  return null;
}

function isName(name: string, { isCounted }: PlanColumnFamily): boolean {
  return isCounted ? /^[1-9]\d{0,3}$/.test(name) : name !== "";
}

function bestRow(sheet: SheetSnapshot, rows: readonly number[], match: (text: string) => Match | null): number | null {
  let best: { row: number; count: number } | null = null;
  for (const row of rows) {
    const count = columnsIn(sheet, [row]).filter((column) => match(textAt(sheet, row, column)) !== null).length;
    // One word alone may be anybody's.
    if (count >= 2 && count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row ?? null;
}

function columnsIn(sheet: SheetSnapshot, rows: readonly (number | null)[]): number[] {
  const columns = new Set(rows.flatMap((row) => (row === null ? [] : [...(sheet.rows.get(row)?.keys() ?? [])])));
  return [...columns].filter((column) => column < searched.columns).sort((a, b) => a - b);
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = cellAt(sheet, row, column)?.value;
  return typeof value === "string" ? plainText(value) : "";
}

interface Above {
  readonly keyRow: number | null;
  readonly headingRow: number | null;
  readonly found: readonly FoundColumn[];
}

/** Without its keys a sheet may still have the row of notes under its headings. */
function firstRowBelow(sheet: SheetSnapshot, { keyRow, headingRow, found }: Above): number {
  const below = Math.max(keyRow ?? 0, headingRow ?? 0) + 1;
  if (keyRow !== null && keyRow > (headingRow ?? 0)) return below;
  const isNotes = found.some(
    ({ at, column }) => column.note !== "" && textAt(sheet, below, at) === plainText(column.note),
  );
  return isNotes ? below + 1 : below;
}

function unknownIn(sheet: SheetSnapshot, firstRow: number, known: ReadonlySet<number>): number[] {
  const unknown = new Set<number>();
  for (const [row, cells] of sheet.rows) {
    if (row < firstRow) continue;
    for (const column of cells.keys()) if (!known.has(column)) unknown.add(column);
  }
  return [...unknown].sort((a, b) => a - b);
}
