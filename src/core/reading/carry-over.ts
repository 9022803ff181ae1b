import type { CellValue } from "../cell";
import { answers } from "../form/choices";
import { tablesOf } from "../form/commune-tables";
import { contentsKey } from "../form/contents";
import { movements } from "../form/household-columns";
import type { Row, Table } from "../form/table";
import { plainText } from "../plain-text";
import { elementByCode } from "../plan/lookups";
import type { Period, Plan, Unit } from "../plan/plan";
import { Carrier, type CarriedOver, type CarriedPart } from "./carrier";
import { computedOf } from "./reading-computed";
import type { Time } from "../times";
import { cellOf, textOf, type CellReading, type Reading, type RowReading } from "./reading";

/** The form to be filled; `earlier` is the plan that the report was read by, where it is another one. */
export interface CarryTarget {
  readonly unit: Unit;
  readonly period: Period;
  readonly earlier?: Plan;
}

/**
 * What an earlier report of a unit gives to its new form. Within one plan the baseline and the openings stay, and last
 * year's figures where the period is the same. Of the year before, the actual figures become last year's (of the same
 * period) and the baseline (at year end), the closings the openings. Figures of another poverty standard, of another
 * meaning or in doubt stay blank. The caller sees to it that the report is of the same unit.
 */
export function carryOver(plan: Plan, reading: Reading, target: CarryTarget): CarriedOver {
  const { unit, period, earlier = plan } = target;
  const relation = relate({ plan, period }, { plan: earlier, period: reading.period });
  const carrier = new Carrier();
  const tables = new Map(tablesOf(plan, unit.code).map((table) => [table.id, table]));
  const standards = { plan, earlier };
  carryElements(carrier, { reading, table: tables.get("elements") }, { relation, ...standards });
  carryHouseholds(carrier, { reading, table: tables.get("households") }, { relation, ...standards });
  return carrier.outcome();
}

interface Relation {
  readonly isSamePlan: boolean;
  readonly isSamePeriod: boolean;
  /** The earlier report closes the year before. */
  readonly isYearEndBefore: boolean;
  /** The earlier report is of the same months of the year before. */
  readonly isPeriodOfYearBefore: boolean;
  readonly isYearBefore: boolean;
}

interface Dated {
  readonly plan: Plan;
  readonly period: Period | null;
}

const unrelated: Relation = {
  isSamePlan: false,
  isSamePeriod: false,
  isYearEndBefore: false,
  isPeriodOfYearBefore: false,
  isYearBefore: false,
};

function relate(now: Dated & { readonly period: Period }, then: Dated): Relation {
  if (!then.period) return unrelated;
  const isSamePlan = then.plan.id === now.plan.id && then.plan.year === now.plan.year;
  const isYearBefore = then.plan.year === now.plan.year - 1;
  return {
    isSamePlan,
    isYearBefore,
    isSamePeriod: isSamePlan && then.period.id === now.period.id,
    isYearEndBefore: isYearBefore && then.period.months === 12,
    isPeriodOfYearBefore:
      isYearBefore &&
      then.period.months === now.period.months &&
      then.period.start === yearBefore(now.period.start) &&
      then.period.end === yearBefore(now.period.end),
  };
}

function yearBefore(date: string): string {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
}

interface Between {
  readonly relation: Relation;
  readonly plan: Plan;
  readonly earlier: Plan;
}

interface Source {
  readonly reading: Reading;
  readonly table: Table | undefined;
}

function carryElements(carrier: Carrier, { reading, table }: Source, between: Between): void {
  const { relation, plan, earlier } = between;
  const from: Readonly<Record<Exclude<Time, "actual">, Time | null>> = {
    baseline: relation.isSamePlan ? "baseline" : relation.isYearEndBefore ? "actual" : null,
    last_year: relation.isSamePeriod ? "last_year" : relation.isPeriodOfYearBefore ? "actual" : null,
  };
  const standard = { baseline: plan.standards.baseline, last_year: plan.standards.lastYear };
  for (const part of ["baseline", "last_year"] as const) {
    const key = from[part];
    if (key === null) {
      carrier.leave(part, relation.isSamePlan || relation.isYearBefore ? "another-period" : "another-year");
      continue;
    }
    for (const row of table?.rows ?? []) {
      const was = reading.tables.get("elements")?.table.rows.find(({ code }) => code === row.code);
      const changesStandard =
        key === "actual" &&
        elementByCode(plan, row.code)?.restsOnStandard === true &&
        earlier.standards.actual !== standard[part];
      if (!was) carrier.leave(part, "another-row", row.code);
      else if (!meansTheSame(row, was)) carrier.leave(part, "another-meaning", row.code);
      else if (changesStandard) carrier.leave(part, "another-standard", row.code);
      else carryFigure(carrier, part, { row, key: part, cell: cellOf(reading, "elements", { code: row.code, key }) });
    }
  }
}

function carryFigure(
  carrier: Carrier,
  part: CarriedPart,
  { row, key, cell }: { row: Row; key: string; cell: CellReading | undefined },
): void {
  const value = carriedValue(cell);
  if (value === null) carrier.leave(part, !cell || cell.said.kind === "missing" ? "blank" : "not-a-figure", row.code);
  else carrier.put(part, { table: "elements", code: row.code, key }, value);
}

/** What a cell gives to the same cell of another form; null where it says no count and no answer for certain. */
function carriedValue(cell: CellReading | undefined): CellValue {
  if (cell?.said.kind === "nil") return "-";
  if (cell?.said.kind === "answer") return cell.said.isYes ? answers.yes : answers.no;
  return cell?.said.kind === "number" && isCount(cell.said.number) ? cell.said.number : null;
}

function isCount(figure: number): boolean {
  return Number.isSafeInteger(figure) && figure >= 0;
}

/** One code may count different things in two plans. */
function meansTheSame(now: Row, then: Row): boolean {
  return (
    plainText(now.label.vi) === plainText(then.label.vi) &&
    now.content === then.content &&
    now.texts?.get("unit") === then.texts?.get("unit")
  );
}

const openings = [
  { opening: movements.poor[0], closing: movements.poor[8] },
  { opening: movements.nearPoor[0], closing: movements.nearPoor[8] },
] as const;

function carryHouseholds(carrier: Carrier, { reading, table }: Source, between: Between): void {
  const then = reading.tables.get("households");
  if (!table || !then) return;
  const { relation, plan, earlier } = between;
  const isCarried = relation.isSamePlan || relation.isYearEndBefore;
  if (!isCarried) carrier.leave("openings", relation.isYearBefore ? "another-period" : "another-year");
  if (!relation.isSamePlan && !relation.isYearBefore) return;
  const changesStandard = !relation.isSamePlan && earlier.standards.actual !== plan.standards.baseline;
  const computed = computedOf(earlier, reading);
  const rows = new Set(table.rows.filter((row) => !row.isTotal).map((row) => row.code));
  for (const [code, row] of then.rows) {
    const name = textOf(row.cells.get("name"));
    if (row.row.isTotal || (name === "" && !hasOpening(row))) continue;
    if (!rows.has(code)) {
      carrier.leave("villages", "another-row", code);
      continue;
    }
    carryName(carrier, code, name);
    if (!isCarried) continue;
    for (const { opening, closing } of openings) {
      const value = relation.isSamePlan
        ? carriedValue(row.cells.get(opening))
        : closingValue(computed.get(contentsKey({ table: "households", code, key: closing }))?.value);
      if (changesStandard) carrier.leave("openings", "another-standard", code);
      else if (value === null) carrier.leave("openings", "not-a-figure", code);
      else carrier.put("openings", { table: "households", code, key: opening }, value);
    }
  }
}

/** Households of a village whose name is blank are households of the unit all the same. */
function carryName(carrier: Carrier, code: string, name: string): void {
  if (name === "") carrier.leave("villages", "blank", code);
  else carrier.put("villages", { table: "households", code, key: "name" }, name);
}

function hasOpening({ cells }: RowReading): boolean {
  return openings.some(({ opening }) => carriedValue(cells.get(opening)) !== null);
}

/** The core's own closing, not the one stored in the file: that may be stale or typed over. */
function closingValue(value: CellValue | undefined): CellValue {
  return typeof value === "number" && isCount(value) ? value : null;
}
