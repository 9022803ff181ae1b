import type { Place } from "../core/cell";
import { toA1 } from "../core/cell";
import type { Consolidation, IndicatorTotal } from "../core/consolidation/consolidation";
import type { Phrase } from "../core/language";
import { indicatorByCode } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import type { Progress } from "../core/progress/measure";
import { cellOf, type Reading } from "../core/reading/reading";
import type { Snapshot } from "../core/snapshot";
import { changePhrase, comparedPhrase, forecastPhrase, neededPhrase, pacePhrase } from "../words/indicator-sentences";
import { statusPhrases } from "../words/statuses";
import { targetPhrase } from "../words/targets";
import { coveragePhrase, percentPhrase, valuePhrase } from "../words/values";
import { keyedRows } from "./keyed-rows";
import type { IndicatorView } from "./engine";

type CodedProgress = Progress & { readonly code: string };

/** Where an indicator's value stands, and how many units stand behind it; null where there is nothing to say. */
interface Around {
  readonly months: number;
  readonly at: Place | null;
  readonly coverage: Phrase | null;
  readonly compared: Phrase | null;
}

/** The indicators of one report. */
export function reportIndicators(plan: Plan, reading: Reading, progress: readonly CodedProgress[]): IndicatorView[] {
  return progress.flatMap((one) => {
    const at = cellOf(reading, "indicators", { code: one.code, key: "value" })?.at ?? null;
    return indicatorView(plan, one, { months: reading.period?.months ?? 12, at, coverage: null, compared: null });
  });
}

/** The indicators of reports laid together, one each: of the whole, or of the only group that it is for. */
export function totalIndicators({ plan, period, indicators }: Consolidation, book: Snapshot | null): IndicatorView[] {
  const places = book ? valuePlaces(book) : new Map<string, Place>();
  return indicators
    .filter((total) => isMain(plan, total))
    .flatMap((total) =>
      indicatorView(plan, total, {
        months: period.months,
        at: places.get(lineKey(total.code, total.group)) ?? null,
        coverage: coveragePhrase(total.coverage),
        compared: comparedPhrase(total),
      }),
    );
}

export function isMain(plan: Plan, { code, group }: Pick<IndicatorTotal, "code" | "group">): boolean {
  return group === (indicatorByCode(plan, code)?.onlyGroup ?? null);
}

function indicatorView(
  plan: Plan,
  progress: CodedProgress,
  { months, at, coverage, compared }: Around,
): IndicatorView[] {
  const indicator = indicatorByCode(plan, progress.code);
  if (!indicator) return [];
  const { code, status, value } = progress;
  return [
    {
      code,
      name: indicator.name,
      status,
      statusWord: statusPhrases[status],
      value: value === null ? null : valuePhrase(indicator, value),
      target: targetPhrase(indicator, progress.target),
      progress: progress.progress,
      progressText: progress.progress === null ? null : percentPhrase(progress.progress),
      change: changePhrase(indicator, progress),
      pace: pacePhrase(indicator, progress),
      forecast: forecastPhrase(indicator, progress),
      needed: neededPhrase(indicator, progress, months),
      at,
      coverage,
      compared,
    },
  ];
}

function lineKey(code: string, group: string | null): string {
  return `${code}/${group ?? ""}`;
}

/** The values of TH Chỉ tiêu, by code and group. */
function valuePlaces(book: Snapshot): Map<string, Place> {
  return new Map(
    keyedRows(book, "summary-indicators").flatMap(({ sheet, row, code, columns, textAt }) => {
      const column = columns.get("value");
      const place = column === undefined ? null : { sheet, cell: toA1({ row, column }) };
      return place ? [[lineKey(code, textAt("group") || null), place] as const] : [];
    }),
  );
}
