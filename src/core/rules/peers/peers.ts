/** Where the middle of many values lies, and what counts as one standard deviation from it; 0 where all are the same. */
export interface Peers {
  readonly median: number;
  readonly spread: number;
}

/** Of normally distributed values the median lies this many standard deviations from their median … */
const medianDeviation = 0.6745;
/** … and a standard deviation is this many times the mean deviation. */
const perMeanDeviation = 1.253314;

/**
 * The median and the spread about it: by the median of the deviations, which a few slips do not move; where more than
 * half of the values are the same, and so that median is 0, by their mean. Null where there are no values.
 */
export function peersOf(values: readonly number[]): Peers | null {
  const median = medianOf(values);
  if (median === null) return null;
  const deviations = values.map((value) => Math.abs(value - median));
  const typical = medianOf(deviations) ?? 0;
  if (typical > 0) return { median, spread: typical / medianDeviation };
  const mean = deviations.reduce((sum, deviation) => sum + deviation / values.length, 0);
  return { median, spread: mean * perMeanDeviation };
}

/** The modified z-score: how many spreads a value lies from the median, on either side; infinite off a spread of 0. */
export function peerScore({ median, spread }: Peers, value: number): number {
  if (value === median) return 0;
  return spread > 0 ? Math.abs(value - median) / spread : Number.POSITIVE_INFINITY;
}

/** The value in the middle, or half-way between the two there; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
