import { contentsKey } from "../../form/contents";
import type { CellKey, ComputedCell } from "../../form/form-context";
import { movements } from "../../form/household-columns";
import { isNumeric, type Table } from "../../form/table";
import { figureAt, isThere, type Figure, type FigureAt } from "./figure-at";
import type { Report } from "../rule";

/** A cell in a row of totals, with the cells of its rows that hold something. */
export interface Total {
  readonly total: FigureAt;
  /** What the form has there; null where its rows are not all left, or nobody's form is known. */
  readonly own: ComputedCell | null;
  readonly parts: readonly FigureAt[];
}

const closings: ReadonlySet<string> = new Set([movements.poor[8], movements.nearPoor[8]]);

/** What a rule looks at never changes, and two rules look at the totals: gathered once. */
const totalsOf = new WeakMap<Report, readonly Total[]>();

/** Every cell of the rows of totals that adds up the column above it. */
export function totalsIn(report: Report): readonly Total[] {
  const known = totalsOf.get(report);
  if (known) return known;
  const totals = [...gatherTotals(report)];
  totalsOf.set(report, totals);
  return totals;
}

function* gatherTotals(report: Report): Generator<Total> {
  for (const { table } of report.reading.tables.values()) {
    for (const { code } of table.rows.filter(({ isTotal }) => isTotal === true)) {
      for (const { key, content } of table.columns) {
        if (!isNumeric(content) && !closings.has(key)) continue;
        const total = totalAt(report, table, { table: table.id, code, key });
        if (total) yield total;
      }
    }
  }
}

function totalAt(report: Report, table: Table, key: CellKey): Total | null {
  const total = figureAt(report, key);
  const parts = table.rows
    .filter(({ isTotal }) => isTotal !== true)
    .map(({ code }) => figureAt(report, { ...key, code }))
    .filter((part) => part !== null)
    .filter(({ lacks }) => lacks !== "figure-is-missing");
  return total ? { total, own: report.computed.get(contentsKey(key)) ?? null, parts } : null;
}

/** A total that is not the sum of its rows. */
export interface WrongTotal {
  readonly total: Figure;
  readonly sum: number;
}

/**
 * Whether a total says something else than its rows do; null where it does not, or cannot be judged. A blank under the
 * form's own formula is only a program that left the computing to the next one.
 */
export function wrongTotal({ total, own, parts }: Total): WrongTotal | null {
  if (!isThere(total) || !parts.every(isThere)) return null;
  const sum = parts.filter(isThere).reduce((sofar, { figure }) => sofar + figure, 0);
  // A stored value that is as old as a closing typed over below it agrees with what the form will compute.
  const isRight = isSame(total.figure, sum) || (typeof own?.value === "number" && isSame(total.figure, own.value));
  return isRight ? null : { total, sum };
}

/** Programs add decimals up in orders and ways of their own; a real difference is a whole unit or a part of a đồng at least. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
