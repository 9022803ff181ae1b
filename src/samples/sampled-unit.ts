import type { Period, Plan, Unit } from "../core/plan/plan";
import { drawsFor, within, type Draws } from "./draws";
import { profileOf, type Profile } from "./profile";

/** Which report is made up: the same seed always gives the same one. */
export interface SampleOf {
  readonly unit: Unit;
  readonly period: Period;
  readonly seed: number;
}

/** What a unit is like at the baseline. */
export interface UnitFacts {
  readonly households: number;
  readonly persons: number;
  /** Poor households in percent. */
  readonly poor: number;
  readonly villages: number;
  /** Fewer than the villages, or none, where they are drawn from the profile's list. */
  readonly villageNames: readonly string[];
}

/** A unit with all that its figures are drawn from; the same for every period of the plan. */
export interface SampledUnit {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly isWhole: boolean;
  readonly profile: Profile;
  readonly draws: Draws;
  readonly facts: UnitFacts;
}

export function sampledUnit(plan: Plan, unit: Unit, seed: number): SampledUnit {
  const profile = profileOf(plan);
  const isWhole = unit.code === plan.whole.code;
  const factsHere = (one: Unit): UnitFacts => factsOf(plan, one, { profile, draws: drawsFor(plan, one, seed) });
  return {
    plan,
    unit,
    isWhole,
    profile,
    draws: drawsFor(plan, unit, seed),
    facts: isWhole ? together(plan.units.map(factsHere)) : factsHere(unit),
  };
}

const usual = { households: [600, 1600], personsEach: [4.1, 4.9], poor: [25, 32], villages: [6, 12] } as const;

function factsOf(plan: Plan, { code }: Unit, { profile, draws }: { profile: Profile; draws: Draws }): UnitFacts {
  const known = profile.units.get(code);
  const room = plan.households?.villages ?? 0;
  if (known) return { ...known, villages: Math.min(room, known.villages), villageNames: known.names };
  const households = Math.round(within(usual.households, draws.spread("households")));
  return {
    households,
    persons: Math.round(households * within(usual.personsEach, draws.spread("persons"))),
    poor: within(usual.poor, draws.spread("poor")),
    villages: Math.min(room, Math.round(within(usual.villages, draws.own("villages")))),
    villageNames: [],
  };
}

function together(units: readonly UnitFacts[]): UnitFacts {
  const sum = (figure: (facts: UnitFacts) => number): number =>
    units.reduce((total, facts) => total + figure(facts), 0);
  const households = sum((facts) => facts.households);
  return {
    households,
    persons: sum((facts) => facts.persons),
    poor: sum((facts) => facts.households * facts.poor) / Math.max(1, households),
    villages: sum((facts) => facts.villages),
    villageNames: [],
  };
}
