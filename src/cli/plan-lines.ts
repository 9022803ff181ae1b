import type { Language } from "../core/language";
import { unitName } from "../core/plan/lookups";
import { shownDay } from "../core/plan/day";
import type { Indicator, Plan } from "../core/plan/plan";
import { nearest } from "../core/progress/exact";
import { goalOf } from "../core/progress/goal";
import { shown } from "../core/show-number";
import { planPicture } from "../words/plan-picture";
import { tableWords } from "../words/outcomes";
import { targetPhrase } from "../words/targets";
import { textTable } from "./text-table";

/** A plan in short, to be read through by whoever wrote it: units, periods, elements, indicators and their goals. */
export function planLines(plan: Plan, language: Language): string[] {
  const words = (phrase: { readonly vi: string; readonly en: string }): string => phrase[language];
  const levelNames = new Map(plan.levels.map(({ id, name }) => [id, words(name)]));
  return [
    words(plan.title),
    `${plan.number}, ${words(shownDay(plan.issued))} – ${words(plan.issuer)} – ${plan.id}`,
    "",
    words(planPicture.units(plan.units.length, unitName(plan.whole))),
    ...plan.units.map((unit) => {
      const from = unit.predecessors.length === 0 ? "" : ` ← ${unit.predecessors.join(", ")}`;
      return `  ${unit.code}  ${unitName(unit)}${from}`;
    }),
    "",
    words(planPicture.periods(plan.periods.length)),
    ...plan.periods.map(({ id, name, start, end, due }) => {
      const dues = Object.entries(due).map(
        ([level, day]) => `${levelNames.get(level) ?? level} ${words(shownDay(day))}`,
      );
      const span = `${words(shownDay(start))} – ${words(shownDay(end))}`;
      return `  ${id}  ${words(name)}: ${span}; ${words(planPicture.due)}: ${dues.join(", ")}`;
    }),
    "",
    words(planPicture.elements(plan.elements.length)),
    ...plan.elements.map(({ code, label, unit }) => `  ${code}  ${words(label)} (${words(unit)})`),
    "",
    words(planPicture.indicators(plan.indicators.length)),
    ...textTable(
      [
        { heading: words(tableWords.code) },
        { heading: words(tableWords.indicator), widest: 60 },
        { heading: words(tableWords.target), widest: 30 },
      ],
      plan.indicators.map((indicator) => [
        indicator.code,
        words(indicator.name),
        words(targetPhrase(indicator, aimOf(plan, indicator))),
      ]),
    ),
    "",
    words(planPicture.others(plan.tasks.length, plan.funds.length)),
    ...unequalShares(plan).map((line) => words(line)),
    words(planPicture.right),
  ];
}

/** The whole's own number, as the goal of any of its periods has it (law AR11). */
function aimOf(plan: Plan, indicator: Indicator): number | null {
  const [period] = plan.periods;
  const target = period ? goalOf(plan, indicator, { scope: { kind: "whole" }, period }).target : null;
  return target && nearest(target);
}

/** A plan under discussion may be unfinished: told, not refused. */
function unequalShares({ indicators }: Plan) {
  return indicators.flatMap(({ code, target }) => {
    if (target.kind !== "total") return [];
    const shares = Object.values(target.allocation);
    const sum = shares.reduce((total, share) => total + share, 0);
    return shares.length === 0 || sum === target.value
      ? []
      : [planPicture.shares(code, shown(sum), shown(target.value))];
  });
}
