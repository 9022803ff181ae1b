import type { CellValue } from "../cell";
import { tablesOf } from "../form/commune-tables";
import { contentsKey } from "../form/contents";
import { movements } from "../form/household-columns";
import type { Table } from "../form/table";
import { plainText } from "../plain-text";
import { elementByCode } from "../plan/lookups";
import type { Plan, Unit } from "../plan/plan";
import { Carrier, type CarriedOver } from "./carrier";

/** What one of the old units gives to the new one, as `carryOver` has it. */
export interface MergedPart {
  /** The old unit's name, to tell villages of one name apart. */
  readonly name: string;
  readonly carried: CarriedOver;
}

/**
 * What the last reports of several old units give to the form of the unit that was made of them. Counts are added up
 * where every old unit has one; answers and whatever one of them lacks stay blank. No rate is carried, so none is ever
 * averaged: the form computes it anew from the sums. Villages follow each other; where the form has too few rows for
 * them, none is carried.
 */
export function carryMerged(plan: Plan, unit: Unit, parts: readonly MergedPart[]): CarriedOver {
  const tables = new Map(tablesOf(plan, unit.code).map((table) => [table.id, table]));
  const sum = new Carrier();
  addElements(sum, plan, { table: tables.get("elements"), parts });
  addVillages(sum, tables.get("households"), parts);
  return sum.outcome();
}

interface Source {
  readonly table: Table | undefined;
  readonly parts: readonly MergedPart[];
}

function addElements(sum: Carrier, plan: Plan, { table, parts }: Source): void {
  for (const part of ["baseline", "last_year"] as const) {
    for (const { code } of table?.rows ?? []) {
      const cell = { table: "elements", code, key: part } as const;
      const key = contentsKey(cell);
      const values = parts.map(({ carried }) => carried.cells.get(key) ?? null);
      if (values.includes(null)) continue;
      const total = totalOf(values);
      if (elementByCode(plan, code)?.content === "yes-no" || total === null) sum.leave(part, "not-additive", code);
      else sum.put(part, cell, total);
    }
  }
  for (const { part, reason, codes } of parts.flatMap(({ carried }) => carried.left)) {
    if (part !== "baseline" && part !== "last_year") continue;
    if (codes.length === 0) sum.leave(part, reason);
    for (const code of codes) sum.leave(part, reason, code);
  }
}

/** The sum of counts, in which "-" is 0; "-" where all are. Null where one of them is no count, or the sum is none. */
function totalOf(values: readonly CellValue[]): CellValue {
  if (values.every((value) => value === "-")) return "-";
  let total = 0;
  for (const value of values) {
    if (typeof value !== "number" && value !== "-") return null;
    total += value === "-" ? 0 : value;
  }
  return Number.isSafeInteger(total) ? total : null;
}

interface Village {
  readonly from: MergedPart;
  readonly code: string;
  /** Blank where the old report has households without a name. */
  readonly name: string;
}

function addVillages(sum: Carrier, table: Table | undefined, parts: readonly MergedPart[]): void {
  if (!table) return;
  const rows = table.rows.filter((row) => !row.isTotal).map(({ code }) => code);
  const villages = parts.flatMap((from) => villagesOf(from, rows));
  const isTooMany = parts.some(({ carried }) =>
    carried.left.some(({ part, reason }) => part === "villages" && reason === "another-row"),
  );
  if (isTooMany || villages.length > rows.length) {
    sum.leave("villages", "too-many-villages");
    sum.leave("openings", "too-many-villages");
    return;
  }
  const openings = [movements.poor[0], movements.nearPoor[0]];
  for (const [index, { from, code, name }] of villages.entries()) {
    const row = rows[index] ?? "";
    const isOfOne = villages.every((other) => other.from === from || !isSameName(other.name, name));
    if (name === "") sum.leave("villages", "blank", row);
    else
      sum.put("villages", { table: "households", code: row, key: "name" }, isOfOne ? name : `${name} (${from.name})`);
    for (const key of openings) {
      const value = from.carried.cells.get(contentsKey({ table: "households", code, key })) ?? null;
      if (value !== null) sum.put("openings", { table: "households", code: row, key }, value);
    }
    for (const { part, reason, codes } of from.carried.left) {
      if (part === "openings" && codes.includes(code)) sum.leave(part, reason, row);
    }
  }
  for (const { part, reason, codes } of parts.flatMap(({ carried }) => carried.left)) {
    if (part === "openings" && codes.length === 0) sum.leave(part, reason);
  }
}

function villagesOf(from: MergedPart, rows: readonly string[]): Village[] {
  return rows.flatMap((code) => {
    const name = from.carried.cells.get(contentsKey({ table: "households", code, key: "name" }));
    if (typeof name === "string") return [{ from, code, name }];
    const isNameless = from.carried.left.some(
      ({ part, reason, codes }) => part === "villages" && reason === "blank" && codes.includes(code),
    );
    return isNameless ? [{ from, code, name: "" }] : [];
  });
}

function isSameName(one: string, other: string): boolean {
  return plainText(one).toLowerCase() === plainText(other).toLowerCase();
}
