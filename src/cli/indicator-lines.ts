import type { IndicatorTotal } from "../core/consolidation/consolidation";
import type { Language } from "../core/language";
import { indicatorByCode, unitByCode } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import type { Progress } from "../core/progress/measure";
import { shownFixed } from "../core/show-number";
import { tableWords } from "../words/outcomes";
import { progressOverPhrase } from "../words/indicator-sentences";
import { statusPhrases } from "../words/statuses";
import { targetPhrase } from "../words/targets";
import { valuePhrase } from "../words/values";
import { textTable, type TextColumn } from "./text-table";

type CodedProgress = Progress & { readonly code: string };

/** Longer names wrap, so that a row fits a screen. */
export const widestName = 44;

/** The indicators of one report: target, value, progress, status. */
export function indicatorLines(plan: Plan, progress: readonly CodedProgress[], language: Language): string[] {
  return textTable(
    headings(language),
    progress.map((one) => cells(plan, one, language)),
  );
}

/** The indicators of a consolidation with groups and coverage; below, who is missing where. */
export function totalLines(plan: Plan, totals: readonly IndicatorTotal[], language: Language): string[] {
  const lists = [...new Set(totals.map(({ missing }) => missing.join(" ")))].filter((list) => list !== "");
  const columns: TextColumn[] = [
    ...headings(language).slice(0, 2),
    { heading: tableWords.group[language] },
    ...headings(language).slice(2),
    { heading: tableWords.coverage[language], isFigure: true },
    ...(lists.length > 0 ? [{ heading: "" }] : []),
  ];
  const rows = totals.map((total, index) => {
    const isNamedAbove = totals[index - 1]?.code === total.code;
    const [have, all] = total.coverage;
    const note = total.missing.length === 0 ? "" : `[${lists.indexOf(total.missing.join(" ")) + 1}]`;
    const [code = "", name = "", ...figures] = cells(plan, total, language);
    return [code, isNamedAbove ? "" : name, total.group ?? "", ...figures, `${have}/${all}`, note];
  });
  const names = (list: string): string =>
    list
      .split(" ")
      .map((code) => unitByCode(plan, code)?.name ?? code)
      .join(", ");
  const groups = plan.groups.filter(({ id }) => totals.some(({ group }) => group === id));
  return [
    ...textTable(columns, rows),
    ...groups.map(({ id, name }) => `${id}: ${name[language]}`),
    ...totals.flatMap((total) => {
      const indicator = indicatorByCode(plan, total.code);
      const over = indicator && progressOverPhrase(indicator, total);
      return over ? [`${total.code}${total.group === null ? "" : ` ${total.group}`}: ${over[language]}`] : [];
    }),
    ...lists.map((list, index) => `[${index + 1}] ${tableWords.missing[language]}: ${names(list)}`),
  ];
}

function headings(language: Language): TextColumn[] {
  return [
    { heading: tableWords.code[language] },
    { heading: tableWords.indicator[language], widest: widestName },
    { heading: tableWords.target[language], isFigure: true },
    { heading: tableWords.value[language], isFigure: true },
    { heading: tableWords.progress[language], isFigure: true },
    { heading: tableWords.status[language] },
  ];
}

function cells(plan: Plan, progress: CodedProgress, language: Language): string[] {
  const indicator = indicatorByCode(plan, progress.code);
  if (!indicator) return [progress.code];
  return [
    progress.code,
    indicator.name[language],
    targetPhrase(indicator, progress.target)[language],
    valuePhrase(indicator, progress.value)[language],
    progress.progress === null ? "" : `${shownFixed(progress.progress)[language]}%`,
    statusPhrases[progress.status][language],
  ];
}
