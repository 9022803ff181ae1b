import type { IndicatorTotal } from "../core/consolidation/consolidation";
import type { Phrase } from "../core/language";
import type { Indicator } from "../core/plan/plan";
import type { Progress } from "../core/progress/measure";
import { shown, shownFixed } from "../core/show-number";
import type { EarlierTime } from "../core/times";
import { valuePhrase } from "./values";

const sinceThen: Readonly<Record<EarlierTime, Phrase>> = {
  baseline: { vi: "so với đầu kỳ", en: "since the baseline" },
  last_year: { vi: "so với cùng kỳ năm trước", en: "against last year" },
};

/** "giảm 1,31 điểm % so với đầu kỳ"; null where nothing compares. */
export function changePhrase(indicator: Indicator, progress: Progress): Phrase | null {
  const told = toldChange(progress);
  return told && moved(indicator, told.change, sinceThen[told.since]);
}

/** The change that is told: against last year where the year begins at nothing. */
function toldChange({ change, changeLastYear }: Progress): { readonly change: number; since: EarlierTime } | null {
  if (change !== null) return { change, since: "baseline" };
  return changeLastYear === null ? null : { change: changeLastYear, since: "last_year" };
}

/** The units behind the value that the told change counts without: the value less the change is then not what was before. */
export function comparedWithout(total: IndicatorTotal): {
  readonly since: EarlierTime;
  readonly units: readonly string[];
} {
  const since = toldChange(total)?.since;
  return since === undefined ? { since: "baseline", units: [] } : { since, units: total.withoutEarlier[since] };
}

/** "so với đầu kỳ chỉ tính 14/15 đơn vị"; null where the change is of the same units as the value. */
export function comparedPhrase(total: IndicatorTotal): Phrase | null {
  const { since, units } = comparedWithout(total);
  if (units.length === 0) return null;
  const [have] = total.coverage;
  const compared = have - units.length;
  const { vi, en } = sinceThen[since];
  return {
    vi: `${vi} chỉ tính ${compared}/${have} đơn vị`,
    en: `${en} only ${compared} of these ${have} units count`,
  };
}

/** The same where the progress itself rests on the change, as a fall's does; null for all others. */
export function progressOverPhrase(indicator: Indicator, total: IndicatorTotal): Phrase | null {
  const units = total.withoutEarlier.baseline.length;
  if (indicator.target.kind !== "fall" || total.progress === null || units === 0) return null;
  const [have] = total.coverage;
  return {
    vi: `tiến độ so với đầu kỳ chỉ tính ${have - units}/${have} đơn vị`,
    en: `of these ${have} units only ${have - units} count in the progress since the baseline`,
  };
}

/** "bình quân giảm 2,62 điểm %/năm"; null where nothing compares, and where nothing changed. */
export function pacePhrase(indicator: Indicator, { pace }: Progress): Phrase | null {
  if (pace === null || isNothing(indicator, pace)) return null;
  const step = stepPhrase(indicator, Math.abs(pace));
  const { vi, en } = directions(pace);
  return { vi: `bình quân ${vi} ${step.vi}/năm`, en: `a ${en} of ${step.en} a year on average` };
}

/** "cả năm dự kiến 24,83%"; null at year end. */
export function forecastPhrase(indicator: Indicator, progress: Progress): Phrase | null {
  if (progress.forecast === null) return null;
  const value = valuePhrase(indicator, withinAll(indicator, progress));
  return { vi: `cả năm dự kiến ${value.vi}`, en: `${value.en} expected by year end` };
}

/** The line of law AR9 goes on past all and past nothing, where a share cannot follow. */
function withinAll({ measure }: Indicator, { forecast, value }: Progress): number | null {
  const isShare = measure.kind !== "count" && value !== null && value >= 0 && value <= 100;
  return isShare && forecast !== null ? Math.min(100, Math.max(0, forecast)) : forecast;
}

/** "cần giảm thêm 1,69 điểm % đến cuối năm"; null where the target is reached, where there is none, and at year end. */
export function neededPhrase(indicator: Indicator, { paceNeeded }: Progress, months: number): Phrase | null {
  if (paceNeeded === null || paceNeeded === 0) return null;
  // The pace is a year's; what is left of the year has to bring its share.
  const left = (paceNeeded * (12 - months)) / 12;
  if (isNothing(indicator, left)) return { vi: "chỉ còn thiếu rất ít", en: "very little is wanting" };
  const step = stepPhrase(indicator, Math.abs(left));
  const { vi, en } = directions(left);
  if (indicator.measure.kind === "count" && left > 0) {
    return { vi: `cần thêm ${step.vi} đến cuối năm`, en: `${step.en} more needed by year end` };
  }
  return { vi: `cần ${vi} thêm ${step.vi} đến cuối năm`, en: `a further ${en} of ${step.en} is needed by year end` };
}

function moved(indicator: Indicator, change: number, than: Phrase): Phrase {
  if (isNothing(indicator, change)) return { vi: `không đổi ${than.vi}`, en: `no change ${than.en}` };
  const step = stepPhrase(indicator, Math.abs(change));
  const { vi, en } = directions(change);
  return { vi: `${vi} ${step.vi} ${than.vi}`, en: `a ${en} of ${step.en} ${than.en}` };
}

function directions(change: number): Phrase {
  return change < 0 ? { vi: "giảm", en: "fall" } : { vi: "tăng", en: "rise" };
}

/** Points are never written as percent (law AR6); counts in their own unit. */
function stepPhrase({ measure, unit }: Indicator, step: number): Phrase {
  if (measure.kind === "count") {
    const { vi, en } = shown(step);
    return { vi: `${vi} ${unit.vi}`, en: `${en} ${unit.en}` };
  }
  const { vi, en } = shownFixed(step);
  return { vi: `${vi} điểm %`, en: `${en} points` };
}

/** What would be shown as 0. */
function isNothing({ measure }: Indicator, change: number): boolean {
  return (measure.kind === "count" ? shown(change) : shownFixed(change)).en.replace(/[0.]/g, "") === "";
}
