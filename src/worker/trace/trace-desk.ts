import type { Place } from "../../core/cell";
import type { Consolidation } from "../../core/consolidation/consolidation";
import type { Phrase } from "../../core/language";
import type { Plan } from "../../core/plan/plan";
import type { Reading } from "../../core/reading/reading";
import type { Time } from "../../core/times";
import { changeName } from "../../words/change-phrases";

/** A summary being looked into. */
export interface Desk {
  readonly plan: Plan;
  readonly consolidation: Consolidation;
  /** Where a unit's figure stands on its sheet. */
  readonly placeOf: (unit: string, element: string, time: Time) => Place | null;
}

/** What the selected cell tells, by the key of its column. */
export interface Aim {
  /** Without the unit or group: "actual", "baseline_value", "rank"; "" in a column without a key. */
  readonly key: string;
  readonly time: Time;
  /** A unit's code or a group's id; null for all units. */
  readonly of: string | null;
}

/** The name of an element or indicator, with the time where it is an earlier one, and with the group: "Số hộ nghèo, 10 xã khu vực III". */
export function nameOf({ plan }: Desk, name: Phrase, { time, group }: { time: Time; group: string | null }): Phrase {
  const { vi, en } = changeName(time === "actual" ? "element" : time, name);
  const ofGroup = plan.groups.find(({ id }) => id === group)?.name;
  return ofGroup ? { vi: `${vi}, ${ofGroup.vi}`, en: `${en}, ${ofGroup.en}` } : { vi, en };
}

/** What a unit reported; null where nothing of it entered the totals. */
export function readingOf({ consolidation }: Desk, unit: string): Reading | null {
  return consolidation.units.find((one) => one.unit.code === unit)?.reading ?? null;
}

/** What a unit passes up is of all its own units where it is a summary: answers are counts then (law CO9). */
export function isOfMany(desk: Desk, unit: string): boolean {
  return Boolean(readingOf(desk, unit)?.summary);
}
