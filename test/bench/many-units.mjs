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

/** A target of one each. */
function sharedOut(units) {
  return { value: units.length, allocation: Object.fromEntries(units.map(({ code }) => [code, 1])) };
}
