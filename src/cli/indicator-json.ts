import type { Progress } from "../core/progress/measure";

/** How an indicator stands, for other programs: the keys of the sheet Chỉ tiêu. */
export function indicatorJson(progress: Progress & { readonly code: string }): Readonly<Record<string, unknown>> {
  return {
    code: progress.code,
    numerator: progress.numerator,
    denominator: progress.denominator,
    baseline_value: progress.baselineValue,
    last_year_value: progress.lastYearValue,
    target: progress.target,
    value: progress.value,
    progress: progress.progress,
    gap_closed: progress.gapClosed,
    change: progress.change,
    relative_change: progress.relativeChange,
    pace: progress.pace,
    change_last_year: progress.changeLastYear,
    status: progress.status,
    forecast: progress.forecast,
    pace_needed: progress.paceNeeded,
    plan_pace: progress.planPace,
  };
}
