import type { Plan } from "../../plan/plan";
import { figureOf, type RowReading, type TableReading } from "../../reading/reading";

/** The columns of Kinh phí that are typed, the later a part of the one before. */
export const amountKeys = ["planned", "allocated", "disbursed"] as const;
export type AmountKey = (typeof amountKeys)[number];

/**
 * An amount of Kinh phí that seems to be in another unit than million đồng: too large, in đồng or thousand đồng; too small, in
 * billion đồng, or with the dot between its thousands taken for a decimal mark.
 */
export interface SlippedAmount {
  readonly key: AmountKey;
  readonly number: number;
  readonly isTooSmall: boolean;
  /** The amount of the same row that it does not go with; null where it is beyond what any commune handles. */
  readonly against: { readonly key: AmountKey; readonly number: number } | null;
  /** What it may be in million đồng, the likelier first. */
  readonly candidates: readonly number[];
}

interface Amount {
  readonly key: AmountKey;
  readonly number: number;
}

type Amounts = ReadonlyMap<AmountKey, number>;

const thousand = 1_000;
const million = 1_000_000;

/** Beyond this an amount within another one is no mere excess, which has a rule of its own. */
const beyondExcess = 100;
/** Of what is planned, the part between these two is allocated as a rule; divided by a slip it becomes 1/900 to 1/5000. */
const sharesOfPlan = { least: 0.2, most: 1.11 };

/** Of what it is a part, an amount is at least this much where it is taken for a thousandth of itself. */
const leastShare = 0.1;

/**
 * The amounts of one row of Kinh phí that are a thousand or a million times too large, or a thousand times too small (law RD3
 * lets nobody change them silently). Not taken for slips: little disbursed of much, a plan that is only begun to be allocated, nil, and
 * whatever a plan's own ceiling allows where the row has nothing to compare with.
 */
export function slippedAmounts(plan: Plan, funds: TableReading, row: RowReading): readonly SlippedAmount[] {
  const amounts = amountsOf(row);
  const shrunk = shrunkAmounts(funds, amounts);
  const taken = new Set(shrunk.map(({ key }) => key));
  return [...shrunk, ...swollenAmounts(plan, new Map([...amounts].filter(([key]) => !taken.has(key))))];
}

function swollenAmounts({ thresholds }: Plan, amounts: Amounts): SlippedAmount[] {
  return [...amounts].flatMap(([key, number]): SlippedAmount[] => {
    const others = othersOf(amounts, key).filter((other) => other.number < thresholds.amountCeiling);
    const against = others.find((other) => isSlip({ key, number }, other)) ?? null;
    if (number < thresholds.amountCeiling && !against) return [];
    const candidates = candidatesOf(number, (against ?? others[0])?.number ?? null);
    return [{ key, number, isTooSmall: false, against, candidates }];
  });
}

/**
 * Where Excel takes the dot for a decimal mark, “3.877” becomes a number that looks as it was typed. Taken for that: three
 * decimals, where a thousand times as much goes with another amount of the row, or where a whole row has them and nobody wrote
 * other decimals in the sheet.
 */
function shrunkAmounts(funds: TableReading, amounts: Amounts): SlippedAmount[] {
  const grouped = [...amounts].filter(([, number]) => looksGrouped(number));
  const isWholeRow = grouped.length > 1 && grouped.length === amounts.size && !hasOtherDecimals(funds);
  return grouped.flatMap(([key, number]): SlippedAmount[] => {
    const thousandfold = Math.round(number * thousand);
    const against =
      othersOf(amounts, key).find(
        (other) => !looksGrouped(other.number) && goesWith({ key, number: thousandfold }, other),
      ) ?? null;
    return against || isWholeRow ? [{ key, number, isTooSmall: true, against, candidates: [thousandfold] }] : [];
  });
}

/** As a thousand and more is written with a dot: “3.877”. */
function looksGrouped(number: number): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(String(number));
}

function goesWith(one: Amount, other: Amount): boolean {
  const [whole, part] = amountKeys.indexOf(one.key) < amountKeys.indexOf(other.key) ? [one, other] : [other, one];
  const share = part.number / whole.number;
  return share >= leastShare && share <= 1;
}

function hasOtherDecimals({ rows }: TableReading): boolean {
  return [...rows.values()].some((row) =>
    [...amountsOf(row).values()].some((number) => !Number.isInteger(number) && !looksGrouped(number)),
  );
}

function othersOf(amounts: Amounts, key: AmountKey): Amount[] {
  return [...amounts].filter(([other]) => other !== key).map(([other, number]) => ({ key: other, number }));
}

/** What was typed as a number above nil: a total is computed, and its slips are those of its parts. */
function amountsOf({ cells }: RowReading): Amounts {
  return new Map(
    amountKeys.flatMap((key) => {
      const cell = cells.get(key);
      const number = cell?.content === "amount" && cell.said.kind === "number" ? (figureOf(cell) ?? 0) : 0;
      return number > 0 ? [[key, number] as const] : [];
    }),
  );
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
