import type { Reading } from "./reading";
import { unitCodeOf } from "./reading";

/**
 * The report among those at hand that comes before this one: of the same unit, and of the latest period that ends
 * earlier; else one whose period this plan does not know, as that of another plan; null where there is none. The rules
 * look whether they can compare.
 */
export function previousOf(reading: Reading, atHand: readonly Reading[]): Reading | null {
  const unit = unitCodeOf(reading);
  const { period } = reading;
  if (unit === null || !period) return null;
  const ofUnit = atHand.filter((earlier) => unitCodeOf(earlier) === unit);
  let latest: Reading | null = null;
  for (const earlier of ofUnit) {
    if (!earlier.period || earlier.period.end >= period.end) continue;
    if (!latest?.period || earlier.period.end > latest.period.end) latest = earlier;
  }
  return latest ?? ofUnit.find((earlier) => earlier.period === null) ?? null;
}
