import { countBySeverity, type Review } from "../core/finding";
import type { Language } from "../core/language";
import { unitName } from "../core/plan/lookups";
import { unitCodeOf } from "../core/reading/reading";
import { checkWords } from "../words/outcomes";
import { countsPhrase } from "../words/statuses";
import { whatStops } from "../words/what-stops";
import { findingJson } from "./finding-json";
import { findingLines } from "./finding-lines";
import { indicatorJson } from "./indicator-json";
import { expandInputs } from "./inputs";
import type { Outcome } from "./outcome";
import { reviewFiles } from "./read-reports";
import type { Session } from "./session";

/** `check FILE...`: the findings of each file, and how its indicators stand. */
export async function checkReports(session: Session, given: readonly string[]): Promise<Outcome> {
  const { language } = session;
  const inputs = await expandInputs(given);
  const { reviews, isNothingThere } = await reviewFiles(session, inputs);
  const findings = reviews.flatMap((review) => review.findings);
  const faulty = reviews.filter(({ outcome }) => outcome !== "ok");
  const summary = [
    checkWords.files(reviews.length, faulty.length)[language],
    `${countsPhrase(countBySeverity(findings))[language]}.`,
  ];
  return {
    code: isNothingThere ? 2 : faulty.length > 0 ? 1 : 0,
    document: { version: 1, files: reviews.map((review) => fileJson(review, language)) },
    lines: [...reviews.flatMap((review) => fileLines(review, language)), "", summary.join(" ")],
    faults: faulty.flatMap((review) => fileLines(onlyErrors(review), language)),
    remarks: [],
    complaints: isNothingThere ? [whatStops.nothingRead()[language]] : [],
  };
}

function onlyErrors(review: Review): Review {
  return { ...review, findings: review.findings.filter(({ severity }) => severity === "error") };
}

function fileLines({ file, reading, findings, outcome }: Review, language: Language): string[] {
  const whose = reading
    ? [
        reading.unit.kind === "known" ? unitName(reading.unit.unit) : checkWords.unknownUnit[language],
        reading.period?.name[language] ?? checkWords.unknownPeriod[language],
      ].join(", ")
    : "";
  const counts = countBySeverity(findings);
  const verdict = outcome === "ok" && findings.length === 0 ? checkWords.clean : countsPhrase(counts);
  return [
    `${[file, whose].filter((part) => part !== "").join(" – ")}: ${verdict[language]}`,
    ...findingLines(findings, language),
    ...(findings.length === 0 ? [] : [""]),
  ];
}

function fileJson(review: Review, language: Language): Readonly<Record<string, unknown>> {
  const { file, reading, outcome, findings, progress } = review;
  return {
    file,
    unit: reading ? unitCodeOf(reading) : null,
    period: reading?.period?.id ?? null,
    outcome,
    counts: countBySeverity(findings),
    findings: findings.map((finding) => findingJson(finding, language)),
    indicators: progress.map(indicatorJson),
  };
}
