import { readFileSync } from "node:fs";

/** The plan of Yên Châu for so many communes, from a number on, and for the year alone. */
export function planOf(count, first = 0) {
  const plan = JSON.parse(readFileSync(new URL("../../src/plans/yen-chau-2022.json", import.meta.url), "utf8"));
  const known = plan.units;
  const units = Array.from({ length: count }, (_, index) => ({
    ...known[(first + index) % known.length],
    code: String(10_000 + first + index),
    name: `Số ${first + index + 1}`,
    aliases: [],
  }));
  const indicators = plan.indicators.map((indicator) =>
    indicator.target.allocation === undefined
      ? indicator
      : { ...indicator, target: { ...indicator.target, ...sharedOut(units) } },
  );
  return { ...plan, units, indicators, periods: plan.periods.filter(({ id }) => id === "2022-Y") };
}

/** The same plan with so many rows of villages in each form. */
export function withVillages(plan, villages) {
  return { ...plan, households: { ...plan.households, villages } };
}

/** The same plan with its elements so many times, of which those added rest in no indicator. */
export function withElements(plan, times) {
  const more = Array.from({ length: times - 1 }, (_, time) =>
    plan.elements.map((element) => ({ ...element, code: `${element.code}X${time + 1}` })),
  );
  return { ...plan, elements: [...plan.elements, ...more.flat()] };
}

/** A target of one each. */
function sharedOut(units) {
  return { value: units.length, allocation: Object.fromEntries(units.map(({ code }) => [code, 1])) };
}

/**
 * The plan of one level for given units under one whole, with what all levels have alike: what communes count, and the
 * indicators of all units that rest on it.
 */
export function planOver(units, whole) {
  const plan = planOf(1);
  const elements = plan.elements.filter(({ by }) => by === "commune");
  const codes = new Set(elements.map(({ code }) => code));
  const indicators = plan.indicators
    .filter(({ onlyGroup, measure }) => onlyGroup === undefined && restsOn(measure).every((code) => codes.has(code)))
    .map((indicator) => {
      if (indicator.target.allocation === undefined) return indicator;
      return { ...indicator, target: { ...indicator.target, ...sharedOut(units) } };
    });
  return { ...plan, whole: { ...plan.whole, code: whole, name: whole }, units, groups: [], elements, indicators };
}

function restsOn({ kind, element, elements, numerator, denominator }) {
  return kind === "ratio" ? [numerator, denominator] : kind === "count" ? [element] : elements;
}
