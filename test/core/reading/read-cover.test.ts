import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../../src/core/cell";
import { makeForm } from "../../../src/core/form/make-form";
import { unitByCode } from "../../../src/core/plan/lookups";
import type { Plan } from "../../../src/core/plan/plan";
import { readCover, readUnit, unitsNamed } from "../../../src/core/reading/read-cover";
import type { UnitReading } from "../../../src/core/reading/reading";
import { snapshotOf } from "../../../src/workbook/memory";
import { fromA1 } from "../../../src/core/cell";
import type { Snapshot } from "../../../src/core/snapshot";
import { encodeLegacy, fontOf, type Encoding } from "../legacy/encode-legacy";
import { truongNguyen, yenChau } from "../../plans/opened";

const units = [yenChau, truongNguyen].flatMap((plan) =>
  [...plan.units, plan.whole].map((unit) => [unit.code, unit.name, plan] as const),
);

/** The unit of a form whose cover has no code, and its name in this cell. */
function unitOf(plan: Plan, code: string, name: Cell): UnitReading {
  const [unit, period] = [unitByCode(plan, code), plan.periods[0]];
  if (!unit || !period) throw new RangeError(code);
  const form = snapshotOf(makeForm(plan, { unit, period }), "a.xlsx");
  const picture = withCell(withCell(form, "pm_unit_code", { value: null }), "pm_unit_name", name);
  return readUnit(plan, readCover(plan, picture));
}

function withCell(picture: Snapshot, field: "pm_unit_code" | "pm_unit_name", cell: Cell): Snapshot {
  const place = picture.names.get(field);
  const position = fromA1(place?.cell ?? "");
  if (!place || !position) throw new RangeError(field);
  const sheets = picture.sheets.map((sheet) => {
    if (sheet.name !== place.sheet) return sheet;
    const row = new Map([...(sheet.rows.get(position.row) ?? []), [position.column, cell] as const]);
    return { ...sheet, rows: new Map([...sheet.rows, [position.row, row] as const]) };
  });
  return { ...picture, sheets };
}

describe.each(Object.entries(fontOf))("[RD5] a unit's name typed in %s", (encoding, legacyFont) => {
  const encoded = (name: string): string => encodeLegacy(name, encoding as Encoding);

  it.each(units)("%s %s is known by it", (code, name, plan) => {
    expect(unitOf(plan, code, { value: encoded(name), legacyFont })).toMatchObject({ kind: "known", unit: { code } });
  });

  it.each(units)("[RD4] %s %s is known in Unicode as well, whatever the font", (code, name, plan) => {
    expect(unitOf(plan, code, { value: name, legacyFont })).toMatchObject({ kind: "known", unit: { code } });
  });

  it("is never taken for another unit's as it stands", () => {
    const strange = units.flatMap(([code, name, plan]) =>
      unitsNamed(plan, encoded(name))
        .filter((unit) => unit.code !== code)
        .map((unit) => `${name} as ${unit.name}`),
    );
    expect(strange).toEqual([]);
  });
});
