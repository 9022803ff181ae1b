import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { truongNguyen, yenChau } from "../plans/opened";
import { cleanForm, type CleanForm } from "./clean-form";

function first<Item>(items: readonly Item[], what: string): Item {
  const [item] = items;
  if (item === undefined) throw new Error(`The plan has no ${what}.`);
  return item;
}

function formOf(plan: Plan, unit: Unit, period: Period): CleanForm {
  return cleanForm(plan, unit, period);
}

/** The clean forms that faults are planted in: both plans, first and last period, a commune and the district itself. */
export function cleanForms(): readonly CleanForm[] {
  const commune = first(yenChau.units.slice(1), "units");
  const [half, year] = [first(yenChau.periods, "periods"), first(yenChau.periods.slice(1), "second period")];
  return [
    formOf(yenChau, commune, half),
    formOf(yenChau, commune, year),
    formOf(yenChau, yenChau.whole, half),
    formOf(truongNguyen, first(truongNguyen.units, "units"), first(truongNguyen.periods, "periods")),
  ];
}
