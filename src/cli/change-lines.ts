import type { TotalChange } from "../core/consolidation/changes";
import type { Language, Phrase } from "../core/language";
import { elementByCode, indicatorByCode, unitByCode } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { changeFigure, changeName } from "../words/change-phrases";
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
    changes.map((change) => [
      change.code,
      nameOf(plan, change, language),
      change.unit === null ? (change.group ?? "") : (unitByCode(plan, change.unit)?.name ?? change.unit),
      figureText(plan, change, "before")[language],
      figureText(plan, change, "after")[language],
    ]),
  );
}

function nameOf(plan: Plan, { kind, code }: TotalChange, language: Language): string {
  const name = kind === "indicator" ? indicatorByCode(plan, code)?.name : elementByCode(plan, code)?.label;
  return changeName(kind, name ?? { vi: code, en: code })[language];
}

function figureText(plan: Plan, change: TotalChange, side: "before" | "after"): Phrase {
  const indicator = change.kind === "indicator" ? indicatorByCode(plan, change.code) : undefined;
  return changeFigure(change.kind, indicator, change[side]);
}
