import { elementsAskedOf } from "../core/plan/lookups";
import type { Element } from "../core/plan/plan";
import { wholesOf } from "../core/plan/wholes";
import { closingOfOpening, columnTotal, yearsSince, type Moment } from "./columns";
import { whole, within } from "./draws";
import type { ShareRecipe } from "./profile";
import { allocationOf, recipeOf } from "./recipes";
import type { SampledUnit } from "./sampled-unit";
import type { Village } from "./villages";

/** The figure of an element at a moment: a count, or 1 and 0 for yes and no. */
export type Figures = (code: string, moment: Moment) => number;

/**
 * Figures of a unit that never contradict each other: what is anchored in Hộ nghèo equals its column; everything else
 * lies between the anchored figures below it and the figures above it, at every moment.
 */
export function figuresOf(of: SampledUnit, villages: readonly Village[]): Figures {
  const elements = new Map(elementsAskedOf(of.plan, of.unit.code).map((element) => [element.code, element]));
  const { above, below } = orderOf(of, elements);
  const anchors = villages.length === 0 ? new Map<string, string>() : anchorsOf(of);
  const known = new Map<string, number>();
  const open = new Set<string>();

  function figure(code: string, moment: Moment): number {
    const element = elements.get(code);
    if (!element) return 0;
    const key = `${code}/${moment.year}/${moment.months}/${moment.isOldStandard}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (open.has(key)) return Infinity;
    open.add(key);
    const made = make(element, moment);
    open.delete(key);
    known.set(key, made);
    return made;
  }

  function make(element: Element, moment: Moment): number {
    const { code } = element;
    const column = anchors.get(code);
    if (column !== undefined) return columnTotal(of, villages, { column, moment });
    const recipe = recipeOf(of, element);
    if (recipe.kind === "answer") {
      const isSure = recipe.alwaysIn.includes(of.unit.code);
      return Number(isSure || of.draws.spread(`answer/${code}`) < within(recipe.yes, yearsSince(moment)));
    }
    const ceiling = Math.min(...[...(above.get(code) ?? [])].map((upper) => figure(upper, moment)));
    const isNone = recipe.noneIn.includes(of.unit.code);
    const made = isNone ? 0 : whole(natural(element, recipe, moment), of.draws.own(`round/${code}`));
    return Math.min(ceiling, Math.max(floorOf(code, moment), made));
  }

  /** The highest anchored figure below an element, however many steps below. */
  function floorOf(code: string, moment: Moment, seen = new Set<string>()): number {
    let floor = 0;
    for (const lower of below.get(code) ?? []) {
      if (seen.has(lower)) continue;
      seen.add(lower);
      const column = anchors.get(lower);
      const own = column === undefined ? 0 : columnTotal(of, villages, { column, moment });
      floor = Math.max(floor, own, floorOf(lower, moment, seen));
    }
    return floor;
  }

  function natural(element: Element, recipe: ShareRecipe, moment: Moment): number {
    const isCountedThroughYear = element.kind === "flow" && elements.get(recipe.of)?.kind !== "flow";
    const counted = isCountedThroughYear ? { ...moment, months: 12 } : moment;
    const rate =
      within(recipe.rate, of.draws.spread(`rate/${element.code}`)) +
      within(recipe.gain, of.draws.spread(`gain/${element.code}`)) * bent(of, element, counted);
    const year = isCountedThroughYear ? throughYear(of, element, moment.months) : 1;
    return Math.max(0, rate) * baseOf(recipe.of, element, counted) * year;
  }

  function baseOf(base: string, { code }: Element, moment: Moment): number {
    if (elements.has(base)) return figure(base, moment);
    if (base === "allocation") return allocationOf(of.plan, code, of.unit.code);
    if (base === "persons") return of.facts.persons;
    return base === "villages" ? of.facts.villages : of.facts.households;
  }

  return figure;
}

/** Progress towards the year's gain: some units are quick, some slow; the year before led straight to the baseline. */
function bent({ draws }: SampledUnit, { code }: Element, moment: Moment): number {
  const years = yearsSince(moment);
  return years <= 0 ? years : years ** within([0.65, 1.6], draws.spread(`speed/${code}`));
}

/** How much of a year's count there is after some months. */
function throughYear({ draws }: SampledUnit, { code }: Element, months: number): number {
  return (months / 12) ** within([0.8, 1.2], draws.spread(`speed/${code}`));
}

/** Which elements may not be below (or above) which others, within one form. */
function orderOf(
  { plan }: SampledUnit,
  elements: ReadonlyMap<string, Element>,
): Record<"above" | "below", ReadonlyMap<string, ReadonlySet<string>>> {
  const [above, below] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (lower: string, upper: string): void => {
    if (!elements.has(lower) || !elements.has(upper)) return;
    above.set(lower, (above.get(lower) ?? new Set()).add(upper));
    below.set(upper, (below.get(upper) ?? new Set()).add(lower));
  };
  for (const [part, wholes] of wholesOf(plan)) wholes.forEach((upper) => add(part, upper));
  for (const relation of plan.relations) {
    if (relation.kind === "at-least") add(relation.atLeast, relation.element);
  }
  return { above, below };
}

/** The elements that equal a column of Hộ nghèo; one that equals an opening at the baseline is the closing later on. */
function anchorsOf({ plan }: SampledUnit): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const relation of plan.relations) {
    if (relation.kind === "element-baseline-equals-column-total") {
      anchors.set(relation.element, closingOfOpening.get(relation.column) ?? relation.column);
    }
  }
  for (const relation of plan.relations) {
    if (relation.kind === "element-equals-column-total") anchors.set(relation.element, relation.column);
  }
  return anchors;
}
