import type { Column, Table } from "../form/table";
import { plainText } from "../plain-text";
import type { SheetSnapshot } from "../snapshot";
import { aliasesOf } from "./heading-aliases";
import { headingWords, type ColumnHeading, type Headings } from "./headings";

/** What is known of a sheet when its headings are asked. */
export interface KnownColumns {
  readonly sheet: SheetSnapshot;
  readonly table: Table;
  /** Those whose keys are there. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that keys speak for, those that stand twice included. */
  readonly taken: ReadonlySet<number>;
}

/** A column of the form with its headings as they are compared. */
interface Wanted {
  readonly column: Column;
  /** Tiers from the top down, without the last. */
  readonly groups: readonly string[];
  /** The last tier, and what else is written for it. */
  readonly leaves: readonly string[];
  /** The last tier is that of no other column of the table. */
  readonly isAlone: boolean;
  readonly hasOwnNumber: boolean;
}

type Test = (wanted: Wanted, heading: ColumnHeading) => boolean;

/**
 * The columns whose keys are gone, found by what stands above them: by the whole stack of headings, by the last of
 * them, by the official number. A column is found only where it is the only one that fits, and fits no other (law RD1).
 */
export function matchColumns(known: KnownColumns, headings: Headings): Map<string, number> {
  const wanted = wantedOf(known.table);
  const found = new Map<string, number>();
  const taken = new Set(known.taken);
  const isOfAnother: Test = (one, { own }) =>
    wanted.some((other) => other !== one && other.leaves.includes(own.at(-1) ?? ""));
  const isUnder: Test = ({ groups }, { own, carried }) =>
    groups.every((group) => own.includes(group) || carried.includes(group));
  const tests: readonly Test[] = [
    ({ groups, leaves }, { own }) => isStack([...groups, leaves[0] ?? ""], own),
    (one, heading) => hasLeaf(one, heading) && isUnder(one, heading),
    (one, heading) => one.isAlone && hasLeaf(one, heading),
    (one, heading) =>
      one.column.number !== "" &&
      one.column.number === heading.number &&
      (one.hasOwnNumber || isUnder(one, heading)) &&
      !isOfAnother(one, heading),
  ];
  for (const test of tests) {
    const left = wanted.filter(({ column: { key } }) => !known.columns.has(key) && !found.has(key));
    for (const [key, column] of onlyMatches(left, { headings, taken, test })) {
      found.set(key, column);
      taken.add(column);
    }
  }
  const codes = known.columns.has("code") || found.has("code") ? null : codeColumn(known, taken);
  return codes === null ? found : found.set("code", codes);
}

function wantedOf(table: Table): Wanted[] {
  const leaves = table.columns.map(({ tiers }) => headingWords(tiers.at(-1) ?? ""));
  const once = (list: readonly string[], one: string): boolean => list.filter((other) => other === one).length === 1;
  const numbers = table.columns.map(({ number }) => number);
  return table.columns.map((column, index) => {
    const leaf = leaves[index] ?? "";
    return {
      column,
      groups: column.tiers.slice(0, -1).map(headingWords),
      leaves: [leaf, ...aliasesOf(table.id, column.key).map(headingWords)],
      isAlone: once(leaves, leaf),
      hasOwnNumber: once(numbers, column.number),
    };
  });
}

/** The last words of a heading are those of the column; titles above do not matter. */
function hasLeaf({ leaves }: Wanted, { own }: ColumnHeading): boolean {
  return leaves.includes(own.at(-1) ?? "");
}

/** Whether the tiers end a stack, in their order. */
function isStack(tiers: readonly string[], own: readonly string[]): boolean {
  const end = own.slice(-tiers.length);
  return end.length === tiers.length && tiers.every((tier, index) => tier === end[index]);
}

function onlyMatches(
  left: readonly Wanted[],
  { headings, taken, test }: { readonly headings: Headings; readonly taken: ReadonlySet<number>; readonly test: Test },
): [key: string, column: number][] {
  const free = [...headings.columns].filter(([column]) => !taken.has(column));
  const fits = left.map((one) => ({
    key: one.column.key,
    columns: free.filter(([, heading]) => test(one, heading)).map(([column]) => column),
  }));
  return fits.flatMap(({ key, columns }): [string, number][] => {
    const [only] = columns;
    const isShared = fits.some((other) => other.key !== key && only !== undefined && other.columns.includes(only));
    return only !== undefined && columns.length === 1 && !isShared ? [[key, only]] : [];
  });
}

/** The column that holds at least half of the table's codes, where only one does. */
function codeColumn({ sheet, table }: KnownColumns, taken: ReadonlySet<number>): number | null {
  const codes = new Set(table.rows.map(({ code }) => code));
  const counts = new Map<number, number>();
  for (const cells of sheet.rows.values()) {
    for (const [column, { value }] of cells) {
      if (typeof value !== "string" || taken.has(column) || !codes.has(plainText(value))) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const enough = [...counts].filter(([, count]) => count * 2 >= codes.size);
  return enough.length === 1 ? (enough[0]?.[0] ?? null) : null;
}
