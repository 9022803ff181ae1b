import { periodById, unitByCode, unitName } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import { unitsNamed } from "../core/reading/read-cover";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { nearest } from "../core/nearest";

/** More names than this help nobody. */
const listedUnits = 20;

/** The unit with a code or, alone of its kind, with a name; CannotBeDone names the nearest ones. */
export function findUnit(plan: Plan, typed: string): Unit {
  const known = unitByCode(plan, typed);
  if (known) return known;
  const named = unitsNamed(plan, typed);
  const [only] = named;
  if (only && named.length === 1) return only;
  const all = [...plan.units, plan.whole];
  const near = named.length > 0 ? named : nearest(typed, all, ({ code, name }) => [code, name]);
  const listed = near.length > 0 ? near : all.slice(0, listedUnits);
  const names = listed.map((unit) => `${unit.code} (${unitName(unit)})`);
  throw new CannotBeDone(whatStops.unknownUnit(typed, names, near.length > 0));
}

/** The period with an id; CannotBeDone names them all. */
export function findPeriod(plan: Plan, typed: string): Period {
  const period = periodById(plan, typed);
  if (period) return period;
  throw new CannotBeDone(
    whatStops.unknownPeriod(
      typed,
      plan.periods.map(({ id }) => id),
    ),
  );
}
