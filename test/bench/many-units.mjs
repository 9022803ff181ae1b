import { readFileSync } from "node:fs";

/** The plan of Yên Châu for so many communes, and for the year alone. */
export function planOf(count) {
  const plan = JSON.parse(readFileSync("src/plans/yen-chau-2022.json", "utf8"));
  const known = plan.units;
  const units = Array.from({ length: count }, (_, index) => ({
    ...known[index % known.length],
    code: String(10_000 + index),
    name: `Số ${index + 1}`,
    aliases: [],
  }));
  const indicators = plan.indicators.map((indicator) =>
    indicator.target.allocation === undefined
      ? indicator
      : { ...indicator, target: { ...indicator.target, ...sharedOut(units) } },
  );
  return { ...plan, units, indicators, periods: plan.periods.filter(({ id }) => id === "2022-Y") };
}

function sharedOut(units) {
  return { value: units.length, allocation: Object.fromEntries(units.map(({ code }) => [code, 1])) };
}
