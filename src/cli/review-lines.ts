import { countBySeverity, type Review } from "../core/finding";
import type { Language } from "../core/language";
import { unitName } from "../core/plan/lookups";
import { checkWords } from "../words/outcomes";
import { countsPhrase } from "../words/statuses";
import { findingLines } from "./finding-lines";
import { unevaluatedLines } from "./unevaluated-lines";

/** One file with its findings and what could not be evaluated; `label` stands for its name, and `done` before its counts. */
export function reviewLines(review: Review, language: Language, done = ""): string[] {
  const { findings, outcome, unevaluated } = review;
  const counts = countBySeverity(findings);
  const verdict = outcome === "ok" && findings.length === 0 ? checkWords.clean : countsPhrase(counts);
  const words = [done, verdict[language]].filter((part) => part !== "").join("; ");
  const body = [...findingLines(findings, language), ...unevaluatedLines(unevaluated, language)];
  return [`${nameOf(review, language)}: ${words}`, ...body, ...(body.length === 0 ? [] : [""])];
}

function nameOf({ file, reading }: Review, language: Language): string {
  const whose = reading
    ? [
        reading.unit.kind === "known" ? unitName(reading.unit.unit) : checkWords.unknownUnit[language],
        reading.period?.name[language] ?? checkWords.unknownPeriod[language],
      ].join(", ")
    : "";
  return [file, whose].filter((part) => part !== "").join(" – ");
}
