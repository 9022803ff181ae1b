import { folded } from "../core/plain-text";
import { closingOf } from "../core/form/computed-households";
import { movements } from "../core/form/household-columns";
import { apportion } from "./apportion";
import { whole, within, type Range } from "./draws";
import type { SampledUnit } from "./sampled-unit";

/** One row of Hộ nghèo: its name and, by months since the baseline, its households and both blocks of movements. */
export interface Village {
  readonly name: string;
  /** By column key; p9 and n9 included. */
  readonly at: (months: number) => ReadonlyMap<string, number>;
}

const perYear = {
  /** Of the poor at the start: some 20 % leave poverty (columns 2 and 3). */
  leaving: [0.165, 0.235],
  /** How many of those become near-poor. */
  toNearPoor: [0.5, 0.68],
  goneAway: [0.004, 0.012],
  /** Columns 5 and 7 together are some 6.5 %. */
  fromNearPoor: [0.005, 0.011],
  newlyPoor: [0.05, 0.069],
  poorAgain: [0.012, 0.022],
  movedIn: [0.003, 0.008],
  nearPoorShare: [0.1, 0.14],
  aboveNearPoor: [0.12, 0.2],
  nearPoorAgain: [0.008, 0.018],
  newlyNearPoor: [0.03, 0.06],
  growth: [0.004, 0.012],
  /** How much of the year's movements the first half has. */
  firstHalf: [0.42, 0.56],
} as const satisfies Record<string, Range>;

/** The villages of a unit; none where the plan has no such table, or the unit is the whole. */
export function villagesOf(of: SampledUnit): readonly Village[] {
  const { plan, facts, draws, isWhole } = of;
  if (!plan.households || isWhole) return [];
  const names = villageNames(of);
  const weights = names.map((_, index) => within([0.65, 1.5], draws.own(`size/${index}`)));
  const households = apportion(facts.households, weights);
  const opening = (total: number, key: string): number[] =>
    apportion(
      Math.round(total),
      households.map((count, index) => count * within([0.7, 1.35], draws.own(`${key}/${index}`))),
    );
  const poor = opening((facts.households * facts.poor) / 100, "poor");
  const nearPoor = opening(facts.households * within(perYear.nearPoorShare, draws.spread("near-poor")), "near-poor");
  return names.map((name, index) => {
    const start = { households: households[index] ?? 0, poor: poor[index] ?? 0, nearPoor: nearPoor[index] ?? 0 };
    const year = yearOf(of, start, index);
    const known = new Map<number, ReadonlyMap<string, number>>();
    const at = (months: number): ReadonlyMap<string, number> => {
      const columns = known.get(months) ?? columnsAt(of, { start, year, index }, months);
      known.set(months, columns);
      return columns;
    };
    return { name, at };
  });
}

interface Start {
  readonly households: number;
  readonly poor: number;
  readonly nearPoor: number;
}

/** The movements of a whole year: never more out than there are, never more in than there is room for. */
function yearOf({ draws }: SampledUnit, start: Start, index: number): ReadonlyMap<string, number> {
  const count = (base: number, rate: keyof typeof perYear, room = Infinity): number =>
    Math.min(room, whole(base * within(perYear[rate], draws.spread(rate)), draws.own(`${rate}/${index}`)));
  const leaving = count(start.poor, "leaving", start.poor);
  const toNearPoor = Math.min(leaving, count(leaving, "toNearPoor"));
  const p4 = count(start.poor, "goneAway", start.poor - leaving);
  const p5 = count(start.poor, "fromNearPoor", start.nearPoor);
  const n3 = count(start.nearPoor, "aboveNearPoor", start.nearPoor - p5);
  let room = Math.max(0, start.households - start.poor - start.nearPoor);
  const arriving = (base: number, rate: keyof typeof perYear): number => {
    const arrived = count(base, rate, room);
    room -= arrived;
    return arrived;
  };
  return new Map([
    ["households", count(start.households, "growth")],
    ["p2", toNearPoor],
    ["p3", leaving - toNearPoor],
    ["p4", p4],
    ["p5", p5],
    ["p6", arriving(start.poor, "poorAgain")],
    ["p7", arriving(start.poor, "newlyPoor")],
    ["p8", arriving(start.poor, "movedIn")],
    ["n3", n3],
    ["n4", count(start.nearPoor, "goneAway", start.nearPoor - p5 - n3)],
    ["n6", arriving(start.nearPoor, "nearPoorAgain")],
    ["n7", arriving(start.nearPoor, "newlyNearPoor")],
    ["n8", arriving(start.nearPoor, "movedIn")],
  ]);
}

/** How much of a year's movements has happened after some months: nothing at 0, all at 12. */
export function shareOfYear({ draws }: SampledUnit, months: number): number {
  const half = within(perYear.firstHalf, draws.spread("first-half"));
  return (months / 12) ** (Math.log(half) / Math.log(0.5));
}

function columnsAt(
  of: SampledUnit,
  { start, year, index }: { readonly start: Start; readonly year: ReadonlyMap<string, number>; readonly index: number },
  months: number,
): ReadonlyMap<string, number> {
  const share = shareOfYear(of, months);
  const moved = (key: string): number => whole((year.get(key) ?? 0) * share, of.draws.own(`moved/${key}/${index}`));
  const [p2, p5] = [moved("p2"), moved("p5")];
  const poor = [start.poor, p2, moved("p3"), moved("p4"), p5, moved("p6"), moved("p7"), moved("p8")];
  const nearPoor = [start.nearPoor, p5, moved("n3"), moved("n4"), p2, moved("n6"), moved("n7"), moved("n8")];
  return new Map([
    ["households", start.households + moved("households")],
    ...movements.poor.map((key, at): [string, number] => [key, poor[at] ?? closingOf(poor) ?? 0]),
    ...movements.nearPoor.map((key, at): [string, number] => [key, nearPoor[at] ?? closingOf(nearPoor) ?? 0]),
  ]);
}

/** Names that stay apart when their marks are dropped. */
function villageNames({ plan, facts, profile, draws }: SampledUnit): string[] {
  const drawn = profile.villageNames
    .filter((name) => !facts.villageNames.some((known) => folded(known) === folded(name)))
    .map((name) => ({ name, place: draws.own(`name/${name}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
  const [word = ""] = (plan.households?.villageName.vi ?? "").split(",");
  return Array.from({ length: facts.villages }, (_, index) => {
    const known = [...facts.villageNames, ...drawn][index];
    return known ?? `${word.trim()} ${index + 1}`;
  });
}
