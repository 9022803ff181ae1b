import type { TotalChange } from "../core/consolidation/changes";
import type { Language } from "../core/language";
import { elementByCode, indicatorByCode, unitByCode } from "../core/plan/lookups";
import type { Indicator, Plan } from "../core/plan/plan";
import { changeFigures, changeName } from "../words/change-phrases";
import { tableWords } from "../words/outcomes";
import { widestName } from "./indicator-lines";
import { textTable } from "./text-table";

/** What later reports changed in an existing summary (law CO6): totals, indicators, figures of units. */
export function changeLines(plan: Plan, changes: readonly TotalChange[], language: Language): string[] {
  if (changes.length === 0) return [tableWords.noChanges[language]];
  return textTable(
    [
      { heading: tableWords.code[language] },
      { heading: tableWords.content[language], widest: widestName },
      { heading: tableWords.unit[language] },
      { heading: tableWords.before[language], isFigure: true },
      { heading: tableWords.after[language], isFigure: true },
    ],
    changes.map((change) => {
      const { before, after } = changeFigures(change, indicatorOf(plan, change));
      return [
        change.code,
        nameOf(plan, change, language),
        change.unit === null ? (change.group ?? "") : (unitByCode(plan, change.unit)?.name ?? change.unit),
        before[language],
        after[language],
      ];
    }),
  );
}

function indicatorOf(plan: Plan, { kind, code }: TotalChange): Indicator | undefined {
  return kind === "indicator" ? indicatorByCode(plan, code) : undefined;
}

function nameOf(plan: Plan, change: TotalChange, language: Language): string {
  const { kind, code } = change;
  const name = indicatorOf(plan, change)?.name ?? elementByCode(plan, code)?.label;
  return changeName(kind, name ?? { vi: code, en: code })[language];
}
