import type { Exact } from "./exact";
import { orEmpty, quoted } from "./formula-parts";
import type { Goal } from "./goal";
import { statusWords, type Status } from "./status";

/** Where the sheet keeps the pairs of one indicator: cell references in the row of the indicator. */
export interface PairCells {
  readonly n: string;
  readonly d: string;
}

/** The pairs behind one row, as `Evidence` has them; in a report `both` and `lastBoth` are `actual` itself. */
export interface EvidenceCells {
  readonly actual: PairCells;
  readonly both: PairCells;
  readonly baseline: PairCells;
  readonly lastBoth: PairCells;
  readonly lastYear: PairCells;
}

/** Shown in the cell of gap_closed where the baseline meets the target already (law AR5). */
export const metFromTheStart = "đã đạt từ đầu kỳ";

export type IndicatorKey =
  | "baseline_value"
  | "last_year_value"
  | "value"
  | "progress"
  | "gap_closed"
  | "change"
  | "relative_change"
  | "pace"
  | "change_last_year"
  | "status";

/**
 * The laws AR1 to AR8 as formulas of the row's pairs (law AR10). Verdicts compare whole numbers: every denominator is
 * cleared by multiplication, and targets enter as p/q (law AR3). A key that can only be empty has no formula (null).
 */
export function indicatorFormulas(goal: Goal, cells: EvidenceCells): Readonly<Record<IndicatorKey, string | null>> {
  const { actual, both, baseline, lastBoth, lastYear } = cells;
  const change = goal.comparesWithBaseline ? compare(goal, both, baseline) : null;
  const lastChange = goal.comparesWithLastYear ? compare(goal, lastBoth, lastYear) : null;
  return {
    baseline_value: goal.isFlow ? null : valueFormula(goal, baseline),
    last_year_value: valueFormula(goal, lastYear),
    value: valueFormula(goal, actual),
    progress: progressFormula(goal, actual, change),
    gap_closed: gapFormula(goal, change),
    change: change && orEmpty(change.isThere, change.points(1)),
    relative_change: change && orEmpty(change.isThere, orEmpty(`${change.before.n}>0`, change.relative)),
    pace: change && orEmpty(change.isThere, change.points(12, goal.months)),
    change_last_year: lastChange && orEmpty(lastChange.isThere, lastChange.points(1)),
    status: statusFormula(goal, actual, change),
  };
}

/** A comparison of the same units at two times, as formulas. */
interface Comparison {
  readonly isThere: string;
  readonly now: PairCells;
  readonly before: PairCells;
  /** now − before in points (or units), times a factor, over a divisor. */
  readonly points: (factor: number, divisor?: number) => string;
  readonly relative: string;
}

function compare(goal: Goal, now: PairCells, before: PairCells): Comparison {
  if (!goal.isPercent) {
    const difference = `(${now.n}-${before.n})`;
    return {
      isThere: `AND(ISNUMBER(${now.n}),ISNUMBER(${before.n}))`,
      now,
      before,
      points: (factor, divisor = 1) => scaled(difference, factor, divisor === 1 ? [] : [String(divisor)]),
      relative: scaled(difference, 100, [before.n]),
    };
  }
  const difference = `(${now.n}*${before.d}-${before.n}*${now.d})`;
  return {
    isThere: `AND(ISNUMBER(${now.n}),ISNUMBER(${before.n}),N(${now.d})>0,N(${before.d})>0)`,
    now,
    before,
    points: (factor, divisor = 1) =>
      scaled(difference, 100 * factor, [...(divisor === 1 ? [] : [String(divisor)]), now.d, before.d]),
    relative: scaled(difference, 100, [now.d, before.n]),
  };
}

function scaled(difference: string, factor: number, divisors: readonly string[]): string {
  const product = factor === 1 ? difference : `${factor}*${difference}`;
  if (divisors.length === 0) return product;
  return `${product}/${divisors.length === 1 ? (divisors[0] ?? "1") : `(${divisors.join("*")})`}`;
}

function valueFormula(goal: Goal, { n, d }: PairCells): string {
  if (!goal.isPercent) return orEmpty(`ISNUMBER(${n})`, n);
  return orEmpty(`AND(ISNUMBER(${n}),N(${d})>0)`, `100*${n}/${d}`);
}

/** An exact number as p and q, both whole. */
function parts(value: Exact): { p: bigint; q: bigint } {
  return { p: value.s * value.n, q: value.d };
}

/** A product of whole constants and cells, with the constants multiplied out. */
function product(constant: bigint, cells: readonly string[]): string {
  return constant === 1n && cells.length > 0 ? cells.join("*") : [String(constant), ...cells].join("*");
}

function progressFormula(goal: Goal, { n, d }: PairCells, change: Comparison | null): string | null {
  if (!goal.full || goal.full.compare(0) === 0) return null;
  const { p, q } = parts(goal.full);
  if (goal.kind === "fall") {
    if (!change) return null;
    const { now, before } = change;
    const fall = `(${before.n}*${now.d}-${now.n}*${before.d})`;
    return orEmpty(change.isThere, `${product(10_000n * q, [fall])}/(${product(p, [now.d, before.d])})`);
  }
  if (!goal.isPercent) return orEmpty(`ISNUMBER(${n})`, `${product(100n * q, [n])}/${p}`);
  return orEmpty(`AND(ISNUMBER(${n}),N(${d})>0)`, `${product(10_000n * q, [n])}/(${product(p, [d])})`);
}

function gapFormula(goal: Goal, change: Comparison | null): string | null {
  if (!goal.target || !change) return null;
  const { p, q } = parts(goal.target);
  const { now, before } = change;
  if (goal.kind === "fall") {
    const fall = `(${before.n}*${now.d}-${now.n}*${before.d})`;
    return orEmpty(change.isThere, `${product(10_000n * q, [fall])}/(${product(p, [now.d, before.d])})`);
  }
  const target = goal.isPercent ? product(p, [before.d]) : String(p);
  const start = product((goal.isPercent ? 100n : 1n) * q, [before.n]);
  const way = goal.isPercent
    ? `${product(10_000n * q, [`(${now.n}*${before.d}-${before.n}*${now.d})`])}/(${now.d}*(${target}-${start}))`
    : `${product(100n * q, [`(${now.n}-${before.n})`])}/(${target}-${start})`;
  const met = quoted(metFromTheStart);
  const unlessMet = goal.isStrict
    ? `IF(${start}>${target},${met},IF(${start}=${target},"",${way}))`
    : `IF(${start}>=${target},${met},${way})`;
  return orEmpty(change.isThere, unlessMet);
}

function word(status: Status): string {
  return quoted(statusWords[status]);
}

/** Law AR8. The figures' being there comes first: "" >= 95 is TRUE to a spreadsheet. */
function statusFormula(goal: Goal, { n, d }: PairCells, change: Comparison | null): string {
  const verdict = goal.kind === "fall" ? fallVerdict(goal, change) : levelVerdict(goal, { n, d }, change);
  if (!goal.isPercent) {
    const isNil = goal.kind === "total" && goal.target?.compare(0) === 0;
    const judged = isNil ? `IF(${n}=0,${word("nil")},${verdict})` : verdict;
    return `IF(ISNUMBER(${n}),${judged},${word("missing")})`;
  }
  const nothing = `IF(AND(${n}=0,${d}=0),${word("nil")},${word("missing")})`;
  return `IF(ISNUMBER(${n}),IF(N(${d})>0,${verdict},${nothing}),${word("missing")})`;
}

function fallVerdict(goal: Goal, change: Comparison | null): string {
  if (!goal.target || !change) return word("missing");
  const { now, before } = change;
  const fall = `(${before.n}*${now.d}-${now.n}*${before.d})`;
  const reaches = (by: Exact, sign: string, months: bigint): string => {
    const { p, q } = parts(by);
    return `${product(100n * q * (months === 12n ? 1n : 12n), [fall])}${sign}${product(p * (months === 12n ? 1n : months), [now.d, before.d])}`;
  };
  const late =
    goal.months === 12
      ? word("not-met")
      : `IF(${reaches(goal.target, ">=", BigInt(goal.months))},${word("on-track")},${word("behind")})`;
  const met = `IF(${reaches(goal.target, ">=", 12n)},${word("met")},${late})`;
  const judged = goal.upper ? `IF(${reaches(goal.upper, ">", 12n)},${word("exceeded")},${met})` : met;
  return `IF(${change.isThere},${judged},${word("missing")})`;
}

function levelVerdict(goal: Goal, { n, d }: PairCells, change: Comparison | null): string {
  if (goal.kind === "watched" || !goal.target) return word("watched");
  const reaches = (level: Exact, sign: string): string => {
    const { p, q } = parts(level);
    return goal.isPercent ? `${product(100n * q, [n])}${sign}${product(p, [d])}` : `${product(q, [n])}${sign}${p}`;
  };
  const { p, q } = parts(goal.target);
  const beyond =
    goal.kind === "total" ? `${product(100n * q, [n])}>=${110n * p}` : goal.upper ? reaches(goal.upper, ">") : null;
  const met = beyond ? `IF(${beyond},${word("exceeded")},${word("met")})` : word("met");
  return `IF(${reaches(goal.target, goal.isStrict ? ">" : ">=")},${met},${lateVerdict(goal, { n, d }, change)})`;
}

/** Not reached: the verdict of year end, or of the straight line at six months. */
function lateVerdict(goal: Goal, { n, d }: PairCells, change: Comparison | null): string {
  if (!goal.target || goal.isStanding || goal.months === 12) return word("not-met");
  const { p, q } = parts(goal.target);
  const months = BigInt(goal.months);
  const onLine = (condition: string): string => `IF(${condition},${word("on-track")},${word("behind")})`;
  if (!goal.isPercent && (goal.isFlow || goal.kind === "total")) {
    return onLine(`${product(12n * q, [n])}>=${months * p}`);
  }
  if (goal.isFlow) return onLine(`${product(1200n * q, [n])}>=${product(months * p, [d])}`);
  if (!change) return word("missing");
  const { now, before } = change;
  const rest = 12n - months;
  const line = goal.isPercent
    ? `${product(1200n * q, [now.n, before.d])}>=${product(100n * rest * q, [before.n, now.d])}+${product(months * p, [now.d, before.d])}`
    : `${product(12n * q, [now.n])}>=${product(rest * q, [before.n])}+${months * p}`;
  return `IF(${change.isThere},${onLine(line)},${word("missing")})`;
}
