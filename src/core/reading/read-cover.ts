import { fromA1, toA1, type Cell, type CellValue, type Place } from "../cell";
import { coverFields, type CoverField } from "../form/cover";
import type { FontedValue } from "../form/said";
import { decodeLegacy } from "../legacy/decode-legacy";
import type { Plan, Unit } from "../plan/plan";
import { unitByCode } from "../plan/lookups";
import { cellAt, type Snapshot } from "../snapshot";
import { findMark } from "./find-table";
import { folded, plainText } from "../plain-text";
import type { CoverReading, UnitReading } from "./reading";

/** The single fields of a report, by their defined names, else by the hidden keys beside them. */
export function readCover(plan: Plan, snapshot: Snapshot): Map<CoverField, CoverReading> {
  return new Map(coverFields.map((field) => [field, readField(plan, snapshot, field)]));
}

function readField(plan: Plan, snapshot: Snapshot, field: CoverField): CoverReading {
  const named = snapshot.names.get(field);
  const sheet = named && snapshot.sheets.find((candidate) => candidate.name === named.sheet);
  const position = named && fromA1(named.cell);
  if (named && sheet && position) {
    return fieldReading(plan, cellAt(sheet, position.row, position.column), named);
  }
  for (const candidate of snapshot.sheets) {
    // On Bìa the label stands between the hidden key and the value; on data sheets the value is right beside it.
    const found = findMark(candidate, field, findMark(candidate, "pm_form") ? 2 : 1);
    if (!found) continue;
    const at: Place = { sheet: candidate.name, cell: toA1(found) };
    return fieldReading(plan, cellAt(candidate, found.row, found.column), at);
  }
  return { text: "", at: null };
}

function fieldReading(plan: Plan, cell: Cell | undefined, at: Place): CoverReading {
  const value = cell?.value ?? null;
  return {
    text: fieldText(cell ? (legacyFieldText(plan, cell) ?? value) : null),
    at,
    found: { value, ...(cell?.formula === undefined ? {} : { formula: cell.formula }) },
    ...(cell?.legacyFont === undefined ? {} : { legacyFont: cell.legacyFont }),
  };
}

/**
 * The text that a field in a legacy font shows; null where it is Unicode (law RD4), as the name of a unit is that the
 * form wrote, whatever the font.
 */
export function legacyFieldText(plan: Plan, { value, legacyFont }: FontedValue): string | null {
  if (legacyFont === undefined || typeof value !== "string" || unitsNamed(plan, value).length > 0) return null;
  return decodeLegacy(value, legacyFont);
}

function fieldText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "object") return "date" in value ? value.date : "";
  return plainText(String(value));
}

/** Spreadsheets that take a code for a number drop its leading zeros: "4063" is asked for as "04063" too. */
function codesMeant(plan: Plan, code: string): string[] {
  const width = Math.max(plan.whole.code.length, ...plan.units.map((unit) => unit.code.length));
  return /^\d+$/.test(code) ? [code, code.padStart(width, "0")] : [code];
}

/** Law RD5: by code; without one by name or alias, diacritics folded; a tie or a miss is no unit, never a guess. */
export function readUnit(plan: Plan, cover: ReadonlyMap<CoverField, CoverReading>): UnitReading {
  const code = cover.get("pm_unit_code")?.text ?? "";
  const name = cover.get("pm_unit_name")?.text ?? "";
  for (const meant of codesMeant(plan, code)) {
    const unit = unitByCode(plan, meant);
    if (unit) return { kind: "known", unit, by: "code" };
  }
  const named = unitsNamed(plan, name);
  const [only] = named;
  if (code === "" && only && named.length === 1) return { kind: "known", unit: only, by: "name" };
  return { kind: "unknown", code, name, near: named };
}

/** The units that go by a name: alone, with "xã" or "thị trấn" before it, or by an alias. */
export function unitsNamed(plan: Plan, name: string): Unit[] {
  const wanted = folded(name);
  if (wanted === "") return [];
  const known = unitsByName.get(plan) ?? namesIn(plan);
  unitsByName.set(plan, known);
  return [...(known.get(wanted) ?? [])];
}

/** A plan never changes, and every report asks it for a name: the names are folded once. */
const unitsByName = new WeakMap<Plan, ReadonlyMap<string, readonly Unit[]>>();

function namesIn(plan: Plan): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  for (const unit of [...plan.units, plan.whole]) {
    for (const name of namesOf(unit)) units.set(name, [...(units.get(name) ?? []), unit]);
  }
  return units;
}

function namesOf(unit: Unit): Set<string> {
  return new Set([unit.name, ...unit.aliases].flatMap((name) => [folded(name), folded(`${unit.prefix} ${name}`)]));
}
