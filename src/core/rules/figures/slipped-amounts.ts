import type { Plan } from "../../plan/plan";
import { figureOf, type RowReading } from "../../reading/reading";

/** The columns of Kinh phí that are typed, the later a part of the one before. */
export const amountKeys = ["planned", "allocated", "disbursed"] as const;
export type AmountKey = (typeof amountKeys)[number];

/** An amount of Kinh phí that seems to be in đồng or thousand đồng instead of million đồng. */
export interface SlippedAmount {
  readonly key: AmountKey;
  readonly number: number;
  /** The amount of the same row that it does not go with; null where it is beyond what any commune handles. */
  readonly against: { readonly key: AmountKey; readonly number: number } | null;
  /** What it may be in million đồng, the likelier first. */
  readonly candidates: readonly number[];
}

const thousand = 1_000;
const million = 1_000_000;

/** Beyond this an amount within another one is no mere excess, which has a rule of its own. */
const beyondExcess = 100;
/** Of what is planned, the part between these two is allocated as a rule; divided by a slip it becomes 1/900 to 1/5000. */
const sharesOfPlan = { least: 0.2, most: 1.11 };

/**
 * The amounts of one row of Kinh phí that are a thousand or a million times too large (law RD3 lets nobody change them
 * silently). Not taken for slips: little disbursed of much, a plan that is only begun to be allocated, nil, and
 * whatever a plan's own ceiling allows where the row has nothing to compare with.
 */
export function slippedAmounts({ thresholds }: Plan, row: RowReading): readonly SlippedAmount[] {
  const figures = new Map(amountKeys.map((key) => [key, numberOf(row, key)]));
  return amountKeys.flatMap((key): SlippedAmount[] => {
    const number = figures.get(key) ?? 0;
    const others = amountKeys
      .filter((other) => other !== key)
      .map((other) => ({ key: other, number: figures.get(other) ?? 0 }))
      .filter((other) => other.number > 0 && other.number < thresholds.amountCeiling);
    const against = others.find((other) => isSlip({ key, number }, other)) ?? null;
    if (number < thresholds.amountCeiling && !against) return [];
    return [{ key, number, against, candidates: candidatesOf(number, (against ?? others[0])?.number ?? null) }];
  });
}

/** Only what was typed as a number: a total is computed, and its slips are those of its parts. */
function numberOf({ cells }: RowReading, key: AmountKey): number {
  const cell = cells.get(key);
  return cell?.content === "amount" && cell.said.kind === "number" ? (figureOf(cell) ?? 0) : 0;
}

interface Amount {
  readonly key: AmountKey;
  readonly number: number;
}

function isSlip(one: Amount, other: Amount): boolean {
  const ratio = one.number / other.number;
  if (amountKeys.indexOf(one.key) > amountKeys.indexOf(other.key)) return ratio > beyondExcess;
  // What comes later is a part of what comes before: only a plan may be told from what was allocated of it.
  if (one.key !== "planned" || other.key !== "allocated") return false;
  return [thousand, million].some((slip) => ratio >= slip / sharesOfPlan.most && ratio <= slip / sharesOfPlan.least);
}

/** Nearest to the amount that it should go with, as magnitudes go; without one, đồng is what people type. */
function candidatesOf(number: number, against: number | null): readonly number[] {
  const both = [number / million, number / thousand];
  if (against === null) return both;
  const distance = (candidate: number): number => Math.abs(Math.log(candidate / against));
  return both.sort((a, b) => distance(a) - distance(b));
}
