import type { Reading } from "./reading";
import { unitCodeOf } from "./reading";

/**
 * The report among those at hand that comes before this one: of the same unit, and of the latest period that ends
 * earlier; null where there is none. Of another plan it may be: the rules look whether they can compare.
 */
export function previousOf(reading: Reading, atHand: readonly Reading[]): Reading | null {
  const unit = unitCodeOf(reading);
  const { period } = reading;
  if (unit === null || !period) return null;
  let latest: Reading | null = null;
  for (const earlier of atHand) {
    if (unitCodeOf(earlier) !== unit || !earlier.period || earlier.period.end >= period.end) continue;
    if (!latest?.period || earlier.period.end > latest.period.end) latest = earlier;
  }
  return latest;
}
