import type { Phrase } from "../core/language";
import type { Indicator } from "../core/plan/plan";
import type { Progress } from "../core/progress/measure";
import { shown } from "../core/show-number";
import { changePhrase, forecastPhrase, neededPhrase } from "./indicator-sentences";
import { statusPhrases } from "./statuses";
import { targetPhrase } from "./targets";
import { percentPhrase, valuePhrase } from "./values";

/** What a sentence about an indicator is made of. */
export interface Told {
  readonly indicator: Indicator;
  readonly progress: Progress;
  /** The last day of the period, as people write it. */
  readonly until: Phrase;
  /** What numerator and denominator count; null where they count different things. */
  readonly counted: Phrase | null;
}

/** "Tỷ lệ hộ nghèo toàn huyện đến ngày 14/06/2022 là 24,09% (4.016/16.672 hộ), giảm 1,83 điểm % so với đầu kỳ, đạt 61% kế hoạch". */
export function indicatorSentence({ indicator, progress, until, counted }: Told): Phrase {
  const value = amountPhrase(indicator, progress.value);
  const pair = counted === null ? null : pairPhrase(progress, counted);
  const join = (language: "vi" | "en", subject: string): string =>
    [
      `${subject}${pair === null ? "" : ` (${pair[language]})`}`,
      ...factsOf(indicator, progress).map((fact) => fact[language]),
    ].join(", ");
  return {
    vi: join("vi", `${indicator.name.vi} đến ngày ${until.vi} là ${value.vi}`),
    en: join("en", `${indicator.name.en}: ${value.en} on ${until.en}`),
  };
}

/** The same of a group: "Riêng 10 xã khu vực III là 26,69%, giảm 1,96 điểm % so với đầu kỳ, đạt 65,27% kế hoạch". */
export function groupSentence(group: Phrase, { indicator, progress }: Pick<Told, "indicator" | "progress">): Phrase {
  const value = amountPhrase(indicator, progress.value);
  const facts = factsOf(indicator, progress);
  return {
    vi: [`Riêng ${group.vi} là ${value.vi}`, ...facts.map(({ vi }) => vi)].join(", "),
    en: [`${group.en}: ${value.en}`, ...facts.map(({ en }) => en)].join(", "),
  };
}

/** "Mục tiêu năm: ≥ 95%; đánh giá: chậm"; the verdict alone where the plan sets no number. */
export function verdictPhrase(indicator: Indicator, progress: Progress): Phrase {
  const target = targetPhrase(indicator, progress.target);
  const status = statusPhrases[progress.status];
  const unit = indicator.measure.kind === "count" ? indicator.unit : { vi: "", en: "" };
  // Nothing is above all: "100%", as plans write it.
  const aim = (language: "vi" | "en"): string =>
    `${target[language]} ${unit[language]}`.trim().replace(/^≥ 100%$/, "100%");
  return target.vi === ""
    ? { vi: `Đánh giá: ${status.vi}`, en: `Status: ${status.en}` }
    : { vi: `Mục tiêu năm: ${aim("vi")}; đánh giá: ${status.vi}`, en: `Target: ${aim("en")}; status: ${status.en}` };
}

/** "Với tiến độ này, cả năm dự kiến 24,83%; cần giảm thêm 1,69 điểm % đến cuối năm"; null at year end. */
export function outlookPhrase(indicator: Indicator, progress: Progress, months: number): Phrase | null {
  const parts = [
    counted(indicator, forecastPhrase(indicator, progress)),
    neededPhrase(indicator, progress, months),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    vi: upperFirst(parts.map(({ vi }) => vi).join("; ")),
    en: upperFirst(parts.map(({ en }) => en).join("; ")),
  };
}

/** "83 hộ", "24,09%". */
export function amountPhrase(indicator: Indicator, value: number | null): Phrase {
  const { vi, en } = valuePhrase(indicator, value);
  return indicator.measure.kind === "count" && value !== null
    ? { vi: `${vi} ${indicator.unit.vi}`, en: `${en} ${indicator.unit.en}` }
    : { vi, en };
}

/** A forecast of a count is told in its unit. */
function counted({ measure, unit }: Indicator, forecast: Phrase | null): Phrase | null {
  if (forecast === null || measure.kind !== "count") return forecast;
  return { vi: `${forecast.vi} ${unit.vi}`, en: forecast.en.replace(/^\S+/, (figure) => `${figure} ${unit.en}`) };
}

function factsOf(indicator: Indicator, progress: Progress): Phrase[] {
  return [changePhrase(indicator, progress), planPhrase(progress)].filter((fact) => fact !== null);
}

function planPhrase({ progress }: Progress): Phrase | null {
  if (progress === null) return null;
  const percent = percentPhrase(progress);
  return progress < 0
    ? { vi: `bằng ${percent.vi} kế hoạch`, en: `${percent.en} of plan` }
    : { vi: `đạt ${percent.vi} kế hoạch`, en: `${percent.en} of plan` };
}

function pairPhrase({ numerator, denominator }: Progress, counted: Phrase): Phrase | null {
  if (numerator === null || denominator === null) return null;
  const [n, d] = [shown(numerator), shown(denominator)];
  return { vi: `${n.vi}/${d.vi} ${counted.vi}`, en: `${n.en} of ${d.en} ${counted.en}` };
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
