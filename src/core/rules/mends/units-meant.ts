import type { CellContent } from "../../edit";
import type { Mend } from "../../finding";
import { editDistance, nearest } from "../../nearest";
import { unitByCode, unitName } from "../../plan/lookups";
import type { Plan, Unit } from "../../plan/plan";
import type { Reading } from "../../reading/reading";
import { edited, sameInBoth } from "./cell-mend";

/** More names than this help nobody. */
const shownAtMost = 5;

/** "04063 – Xã Chiềng Đông". */
export function unitShown(unit: Unit): string {
  return `${unit.code} – ${unitName(unit)}`;
}

/**
 * The units that a report whose unit is unknown may be of, the likeliest first: the one that its sheets say they are of,
 * those of its name, of a name like it, and of a code that is one digit off.
 */
export function unitsMeant(plan: Plan, { unit, tables }: Reading): readonly Unit[] {
  if (unit.kind === "known") return [];
  const marked = [...tables.values()].flatMap(({ unitCode }) => unitByCode(plan, unitCode?.text ?? "") ?? []);
  const named = unit.near.length > 0 ? unit.near : unitsNear(plan, unit.name);
  const coded = named.length > 0 ? [] : all(plan).filter(({ code }) => isOneDigitOff(code, unit.code));
  return [...new Set([...marked, ...named, ...coded])].slice(0, shownAtMost);
}

/** The units of a name like one that was typed, best first. */
export function unitsNear(plan: Plan, name: string): readonly Unit[] {
  if (name === "") return [];
  const near = nearest(name, all(plan), (unit) => [unitName(unit), unit.name, ...unit.aliases]);
  return near.slice(0, shownAtMost);
}

function all(plan: Plan): Unit[] {
  return [...plan.units, plan.whole];
}

function isOneDigitOff(code: string, typed: string): boolean {
  return typed.length === code.length && editDistance(typed, code) === 1;
}

/** The mend that writes a unit's code and name on the cover; none where there is no cell for its code. */
export function unitMends({ cover }: Reading, unit: Unit): Mend[] {
  const values = { pm_unit_code: unit.code, pm_unit_name: unitName(unit) } as const;
  const edits = (["pm_unit_code", "pm_unit_name"] as const).flatMap((field) => {
    const cell = cover.get(field);
    const put: CellContent = { value: values[field] };
    const isThere = cell?.found?.value === put.value && cell.found.formula === undefined;
    return cell && !isThere ? (edited(cell, put) ?? []) : [];
  });
  if (!cover.get("pm_unit_code")?.at || edits.length === 0) return [];
  return [{ becomes: sameInBoth(unitShown(unit)), isCertain: false, edits }];
}
