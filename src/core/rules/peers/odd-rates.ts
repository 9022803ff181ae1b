import { elementByCode, membersOf, reportingLevel } from "../../plan/lookups";
import type { Indicator, Plan, Unit } from "../../plan/plan";
import type { Reading } from "../../reading/reading";
import { readingEvidence } from "../../reading/reading-evidence";
import { peerScore, peersOf, type Peers } from "./peers";
import type { Together } from "../rule";

/** One unit's rate, in percent, with the pair it is made of. */
export interface Rate {
  readonly unit: Unit;
  readonly reading: Reading;
  readonly n: number;
  readonly d: number;
  readonly value: number;
}

/** A ratio with the rates that were laid beside one another; `peers` is null where they are too few. */
export interface RateTable {
  readonly indicator: Indicator;
  readonly numerator: string;
  readonly denominator: string;
  readonly rates: readonly Rate[];
  readonly peers: Peers | null;
}

/** A rate out of line with its peers; `without` is the value of all the other units together, `total` that of all. */
export interface OddRate {
  readonly table: RateTable;
  readonly peers: Peers;
  readonly rate: Rate;
  readonly total: number;
  readonly without: number;
}

/** The rates of every ratio that reporting units give figures for; a ratio that stands in the plan twice comes once. */
export function rateTables({ plan, received }: Together): RateTable[] {
  const seen = new Set<string>();
  return plan.indicators.flatMap((indicator): RateTable[] => {
    const { measure, onlyGroup } = indicator;
    if (measure.kind !== "ratio") return [];
    const { numerator, denominator } = measure;
    const ratio = `${numerator}/${denominator}`;
    if (seen.has(ratio) || elementByCode(plan, numerator)?.by !== reportingLevel(plan).id) return [];
    seen.add(ratio);
    const members = new Set(
      (onlyGroup === undefined ? plan.units : membersOf(plan, onlyGroup)).map(({ code }) => code),
    );
    const rates = received.units.flatMap(({ unit, reading }): Rate[] => {
      const pair = reading && members.has(unit.code) ? readingEvidence(reading, indicator).actual : null;
      if (!reading || !pair?.d || pair.d <= 0) return [];
      return [{ unit, reading, n: pair.n, d: pair.d, value: (100 * pair.n) / pair.d }];
    });
    const isEnough = rates.length >= plan.thresholds.peerUnits;
    return [
      { indicator, numerator, denominator, rates, peers: isEnough ? peersOf(rates.map(({ value }) => value)) : null },
    ];
  });
}

/** The rates of one ratio that are out of line. */
export function oddIn(plan: Plan, table: RateTable): OddRate[] {
  const { peers, rates } = table;
  if (!peers) return [];
  const { peerScore: most, peerPoints } = plan.thresholds;
  const [n, d] = [sum(rates.map((rate) => rate.n)), sum(rates.map((rate) => rate.d))];
  return rates
    .filter(({ value }) => peerScore(peers, value) > most && Math.abs(value - peers.median) >= peerPoints)
    .map((rate) => ({
      table,
      peers,
      rate,
      total: (100 * n) / d,
      without: d > rate.d ? (100 * (n - rate.n)) / (d - rate.d) : 0,
    }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** By how many points a rate moves that of all units together. */
export function effectOf({ total, without }: OddRate): number {
  return Math.abs(total - without);
}

/** How many digits too many (above 0) or too few (below 0) in the numerator would explain a rate; null where none would. */
export function digitsOff(plan: Plan, { peers, rate }: OddRate): number | null {
  for (const digits of [1, 2, 3]) {
    const sign = rate.value > peers.median ? 1 : -1;
    const meant = rate.value / 10 ** (sign * digits);
    const isNear = Math.abs(meant - peers.median) <= (plan.thresholds.slipPercent / 100) * peers.median;
    if (isNear || peerScore(peers, meant) <= plan.thresholds.peerScore) return sign * digits;
  }
  return null;
}
