import type { Plan } from "../../plan/plan";
import { effectOf, type OddRate, type RateTable } from "./odd-rates";
import { peerScore } from "./peers";

/** Odd rates of one unit with one cause: the one that weighs most, the others, and the elements that may be wrong. */
export interface Suspicion {
  readonly main: OddRate;
  readonly others: readonly OddRate[];
  /** Codes of elements, the likeliest first. */
  readonly elements: readonly string[];
}

/**
 * Lays the odd rates of one unit to as few causes as explain them. An element that is wrong puts every rate out of line
 * that rests on it; one that stands behind a rate in line is not suspected while there is another.
 */
export function suspicionsOf(plan: Plan, odd: readonly OddRate[], tables: readonly RateTable[]): Suspicion[] {
  const unit = odd[0]?.rate.unit.code;
  const isInLine = ({ peers, rates }: RateTable): boolean => {
    const own = rates.find((rate) => rate.unit.code === unit);
    return peers !== null && own !== undefined && peerScore(peers, own.value) <= plan.thresholds.peerScore;
  };
  const cleared = new Set(tables.filter(isInLine).flatMap(elementsIn));
  const suspicions: Suspicion[] = [];
  let left = [...odd].sort((one, other) => effectOf(other) - effectOf(one));
  for (let [main] = left; main; [main] = left) {
    const shared = sharedBy(left, cleared);
    const group = shared === null ? [main] : left.filter(({ table }) => elementsIn(table).includes(shared));
    const [first = main, ...others] = group;
    const own = elementsIn(first.table).filter((element) => !cleared.has(element));
    suspicions.push({
      main: first,
      others,
      elements: shared !== null ? [shared] : own.length > 0 ? own : elementsIn(first.table),
    });
    left = left.filter((one) => !group.includes(one));
  }
  return suspicions;
}

function elementsIn({ numerator, denominator }: RateTable): string[] {
  return [numerator, denominator];
}

/** The element that most of the rates rest on, at least two of them; null where there is none. */
function sharedBy(odd: readonly OddRate[], cleared: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const { table } of odd) {
    for (const element of elementsIn(table)) {
      if (!cleared.has(element)) counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best && best[1] > 1 ? best[0] : null;
}
