import { movements } from "../core/form/household-columns";
import { within } from "./draws";
import { shareOfYear, type Village } from "./villages";
import type { SampledUnit } from "./sampled-unit";

/**
 * When a figure was counted. A stock of last year's end is the baseline's; what is counted through the year is
 * counted from its start.
 */
export interface Moment {
  readonly year: "last" | "this";
  /** Of that year's 12. */
  readonly months: number;
  /** Counted under the poverty standard before the baseline's (law AR7). */
  readonly isOldStandard: boolean;
}

/** Years since the baseline, from −1 to 1. */
export function yearsSince({ year, months }: Moment): number {
  return year === "this" ? months / 12 : months / 12 - 1;
}

/** p9 by p1 and n9 by n1: the closing column of each opening one. */
export const closingOfOpening: ReadonlyMap<string, string> = new Map([
  [movements.poor[0], movements.poor[8]],
  [movements.nearPoor[0], movements.nearPoor[8]],
]);
const openings = new Map([...closingOfOpening].map(([opening, closing]) => [closing, opening]));

/** The total of a column of Hộ nghèo at a moment; before the baseline, from what it was then. */
export function columnTotal(
  of: SampledUnit,
  villages: readonly Village[],
  { column, moment }: { readonly column: string; readonly moment: Moment },
): number {
  const sumAt = (key: string, months: number): number =>
    villages.reduce((sum, village) => sum + (village.at(months).get(key) ?? 0), 0);
  if (moment.year === "this") return sumAt(column, moment.months);
  const before = -yearsSince(moment);
  if (column === "households") return Math.round(sumAt(column, 0) * (1 - 0.008 * before));
  // The standard of 2021–2025 is the wider one: under the one before it fewer households were poor.
  const standard = moment.isOldStandard ? within([0.55, 0.7], of.draws.spread("old-standard")) : 1;
  const opening = closingOfOpening.has(column) ? column : openings.get(column);
  if (opening !== undefined) {
    const past = column === opening ? 1 : before;
    return Math.round(sumAt(opening, 0) * (1 + 0.1 * past) * standard);
  }
  return Math.round(sumAt(column, 12) * 0.95 * shareOfYear(of, moment.months) * standard);
}
