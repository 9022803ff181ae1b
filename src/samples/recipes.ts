import { unitByCode, shareOf } from "../core/plan/lookups";
import type { Element, Indicator, Plan, Target } from "../core/plan/plan";
import { wholesOf } from "../core/plan/wholes";
import { within, type Range } from "./draws";
import type { Recipe, ShareRecipe } from "./profile";
import type { SampledUnit } from "./sampled-unit";

/** How an element's figures are made up: as the profile says, else as the plan's own targets suggest. */
export function recipeOf(of: SampledUnit, element: Element): Recipe {
  return of.profile.elements.get(element.code) ?? suggestedRecipe(of, element);
}

function suggestedRecipe({ plan, draws }: SampledUnit, element: Element): Recipe {
  const { code } = element;
  if (element.content === "yes-no") return suggestedAnswer(plan, code);
  const share = (of: string, rate: Range, gain: Range = [0, 0]): ShareRecipe => {
    return { kind: "share", of, rate, gain, noneIn: [] };
  };
  const counted = plan.indicators.find(({ measure }) => measure.kind === "count" && measure.element === code);
  if (counted) {
    return element.kind === "flow"
      ? share("allocation", [0.75, 1], [0.08, 0.2])
      : share("allocation", [0.7, 0.9], [0.1, 0.3]);
  }
  for (const { measure, target } of plan.indicators) {
    if (measure.kind === "ratio" && measure.numerator === code) {
      const { rate, gain } = rateToward(target);
      return share(measure.denominator, rate, gain);
    }
  }
  const around = (middle: number): Range => [0.85 * middle, 1.15 * middle];
  const [first] = wholesOf(plan).get(code) ?? [];
  if (first !== undefined) return share(first, around(within([0.1, 0.6], draws.shared(`rate/${code}`))));
  if (isWholeOfPersons(plan, element)) return share("persons", [1, 1], [0.004, 0.012]);
  return share("households", around(within([0.05, 0.5], draws.shared(`rate/${code}`))));
}

/** What another element is at least: there are more persons than households. */
function isWholeOfPersons(plan: Plan, { code }: Element): boolean {
  return plan.relations.some((relation) => relation.kind === "at-least" && relation.element === code);
}

/** Rates that lead past the target in some units and not quite to it in others. */
function rateToward(target: Target): { readonly rate: Range; readonly gain: Range } {
  const percent = ([from, to]: Range): Range => [from / 100, to / 100];
  switch (target.kind) {
    case "level":
      return target.isStanding
        ? { rate: percent([target.value - 3.5, target.value + 1]), gain: percent([0, 1]) }
        : { rate: percent([target.value - 6, target.value - 0.5]), gain: percent([1, 4]) };
    case "range":
      return { rate: percent([target.lo - 2, target.hi - 1]), gain: percent([0.5, 2]) };
    case "fall":
      return { rate: percent([22, 30]), gain: percent([-1.3 * target.by, -0.8 * target.by]) };
    case "total":
    case "watched":
      return { rate: percent([15, 30]), gain: percent([1, 6]) };
  }
}

function suggestedAnswer(plan: Plan, code: string): Recipe {
  const target = plan.indicators.find(
    ({ measure }) => measure.kind === "share" && measure.elements.includes(code),
  )?.target;
  return { kind: "answer", yes: target?.kind === "level" ? [0.5, 0.7] : [0.35, 0.55], alwaysIn: [] };
}

/** A unit's share of the totals that an element is counted for; the whole's own is the total itself. */
export function allocationOf(plan: Plan, element: string, unit: string): number {
  const isCounted = ({ measure }: Indicator): boolean => measure.kind === "count" && measure.element === element;
  const target = plan.indicators.find(isCounted)?.target;
  if (target?.kind !== "total" || !unitByCode(plan, unit)) return 0;
  return unit === plan.whole.code ? target.value : shareOf(target.allocation, unit);
}
