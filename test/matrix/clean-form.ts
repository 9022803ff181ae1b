import { fromA1, toA1, type Cell, type CellValue, type Place } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import type { CellKey } from "../../src/core/form/form-context";
import { makeForm } from "../../src/core/form/make-form";
import { layoutOf, positionIn } from "../../src/core/form/sheet-layout";
import { contentOf, isTyped, type Column, type Row, type Table } from "../../src/core/form/table";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { review, type Occasion } from "../../src/core/review";
import type { Finding } from "../../src/core/finding";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import type { Fault } from "./fault";

/** A report without a fault, and what it was made of. */
export interface CleanForm {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
  readonly contents: Contents;
  readonly tables: readonly Table[];
  readonly snapshot: Snapshot;
  readonly occasion: Occasion;
}

const seed = 267;

/** The day after every due date, and the unit's reports of earlier periods at hand. */
export function cleanForm(plan: Plan, unit: Unit, period: Period): CleanForm {
  const contentsFor = (of: Period): Contents => sampleContents(plan, { unit, period: of, seed });
  const earlier = plan.periods
    .filter((other) => other.end < period.end)
    .map((other) =>
      readReport(plan, snapshotOf(makeForm(plan, { unit, period: other }, contentsFor(other)), "truoc.xlsx")),
    )
    .filter(isReading);
  const contents = contentsFor(period);
  return {
    plan,
    unit,
    period,
    contents,
    tables: tablesOf(plan, unit.code),
    snapshot: snapshotOf(makeForm(plan, { unit, period }, contents), "bao-cao.xlsx"),
    occasion: { on: `${plan.year + 1}-01-31`, earlier },
  };
}

export function findingsOf({ plan, occasion }: CleanForm, snapshot: Snapshot): readonly Finding[] {
  return review(plan, snapshot, occasion).findings;
}

/** One cell of the form with what it is and where it stands. */
export interface FormCell extends CellKey {
  readonly row: Row;
  readonly column: Column;
  readonly sheet: string;
  readonly place: Place;
  /** Typed by the official and filled in the clean report; null where it is blank or computed. */
  readonly value: CellValue;
}

/** The cells that the official types into, filled or not. */
export function* typedCellsOf(form: CleanForm): Generator<FormCell> {
  for (const cell of cellsOf(form)) if (isTyped(contentOf(cell.row, cell.column))) yield cell;
}

export function* cellsOf({ tables, contents }: CleanForm): Generator<FormCell> {
  for (const table of tables) {
    const layout = layoutOf(table);
    for (const row of table.rows) {
      for (const column of table.columns) {
        const position = positionIn(layout, row.code, column.key);
        if (!position) continue;
        const key = { table: table.id, code: row.code, key: column.key };
        const value = contents.cells.get(contentsKey(key)) ?? null;
        yield { ...key, row, column, sheet: table.sheet, place: { sheet: table.sheet, cell: toA1(position) }, value };
      }
    }
  }
}

/** The report with other contents typed, all its formulas following as Excel makes them follow. */
function retyped(form: CleanForm, changes: readonly (readonly [CellKey, CellValue])[]): Snapshot {
  const cells = new Map(form.contents.cells);
  for (const [key, value] of changes) {
    if (value === null) cells.delete(contentsKey(key));
    else cells.set(contentsKey(key), value);
  }
  const { plan, unit, period } = form;
  return snapshotOf(makeForm(plan, { unit, period }, { ...form.contents, cells }), "bao-cao.xlsx");
}

/** The snapshot with something else in one cell and all else as it is. */
export function rewritten(snapshot: Snapshot, { sheet, cell }: Place, put: Cell | null): Snapshot {
  const position = fromA1(cell);
  if (!position) throw new RangeError(cell);
  const { row, column } = position;
  return withSheet(snapshot, sheet, (old) => {
    const others = [...without(old.rows.get(row) ?? new Map<number, Cell>(), column)];
    const cells = put ? [...others, [column, put] as const] : others;
    return { ...old, rows: new Map([...old.rows, [row, new Map(cells.sort(([a], [b]) => a - b))]]) };
  });
}

function without(cells: ReadonlyMap<number, Cell>, column: number): ReadonlyMap<number, Cell> {
  return new Map([...cells].filter(([at]) => at !== column));
}

export function withSheet(
  snapshot: Snapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot | null,
): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.flatMap((sheet) => {
      const changed = sheet.name === name ? change(sheet) : sheet;
      return changed ? [changed] : [];
    }),
  };
}

/** The report with some faults in it: first what is typed, then what is done to the workbook. */
export function planted(form: CleanForm, faults: readonly Fault[]): Snapshot {
  const typed = faults.flatMap((fault) => fault.typed ?? []);
  const start = typed.length === 0 ? form.snapshot : retyped(form, typed);
  return faults.reduce((snapshot, { rewrite }) => rewrite?.(snapshot) ?? snapshot, start);
}
