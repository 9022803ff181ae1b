import { countBySeverity, isMendable, type Finding, type Review } from "../core/finding";
import type { Language } from "../core/language";
import type { Choice } from "../core/mend";
import { unitCodeOf } from "../core/reading/reading";
import { mendWords } from "../words/mends";
import { checkWords, outcomes } from "../words/outcomes";
import { countsPhrase } from "../words/statuses";
import { usageFaults } from "../words/usage-faults";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { openEarlier } from "./earlier-reports";
import { findingJson, unevaluatedJson } from "./finding-json";
import { indicatorJson } from "./indicator-json";
import { expandInputs } from "./inputs";
import { mendedLines, mendFiles, type MendedFile } from "./mend";
import type { ExitCode, Outcome } from "./outcome";
import { reviewFiles } from "./read-reports";
import { reviewLines } from "./review-lines";
import type { Session } from "./session";

export interface CheckRequest {
  readonly given: readonly string[];
  /** Earlier reports to compare with. */
  readonly previous: readonly string[];
  /** Mended copies are wanted; `output` then says where. */
  readonly isMending: boolean;
  readonly output: string | undefined;
  readonly choices: readonly Choice[];
  readonly mayReplace: boolean;
}

/** `check FILE...`: the findings of each file, and how its indicators stand; with `--mend` mended copies too. */
export async function checkReports(session: Session, request: CheckRequest): Promise<Outcome> {
  const { given, previous, isMending, output } = request;
  if (isMending !== (output !== undefined)) throw new CannotBeDone(usageFaults.mendWithOutput());
  if (!isMending && request.choices.length > 0) throw new CannotBeDone(usageFaults.chooseWithMend());
  const inputs = await expandInputs(given);
  const occasion = { on: session.on, earlier: await openEarlier(session, previous) };
  if (output !== undefined) {
    const isFolder = inputs.length > 1 || inputs[0]?.path !== given[0];
    return mendingOutcome(session, await mendFiles(session, inputs, { ...request, output, isFolder, occasion }));
  }
  const { reviews, isNothingThere } = await reviewFiles(session, inputs, occasion);
  return checkingOutcome(session, reviews, isNothingThere);
}

function checkingOutcome({ language }: Session, reviews: readonly Review[], isNothingThere: boolean): Outcome {
  const faulty = reviews.filter(({ outcome }) => outcome !== "ok");
  return {
    code: isNothingThere ? 2 : codeOf(reviews),
    document: { version: 1, files: reviews.map((review) => fileJson(review, language)) },
    lines: [
      ...reviews.flatMap((review) => reviewLines(review, language)),
      "",
      summaryLine(reviews, language),
      ...mendHints(reviews, language),
    ],
    faults: faulty.flatMap((review) => reviewLines(onlyErrors(review), language)),
    remarks: [],
    complaints: isNothingThere ? [whatStops.nothingRead()[language]] : [],
  };
}

function mendingOutcome({ language }: Session, files: readonly MendedFile[]): Outcome {
  const after = files.map((file) => file.after);
  const written = files.flatMap(({ output }) => (output === null ? [] : [output]));
  return {
    code: written.length === 0 ? 2 : codeOf(after),
    document: {
      version: 1,
      files: files.map((file) => ({ ...fileJson(file.before, language), mended: mendedJson(file, language) })),
    },
    lines: [
      ...files.flatMap(({ after: now, mended }) => {
        const [head = "", ...rest] = reviewLines(now, language, mendWords.mendedFile(mended.length)[language]);
        return [head, ...mendedLines(mended, language), ...rest];
      }),
      "",
      summaryLine(after, language),
      ...choiceHint(
        after.flatMap(({ findings }) => findings),
        language,
      ),
    ],
    faults: after.filter(({ outcome }) => outcome !== "ok").flatMap((one) => reviewLines(onlyErrors(one), language)),
    remarks: written.map((file) => outcomes.written(file)[language]),
    complaints: written.length === 0 ? [whatStops.nothingRead()[language]] : [],
  };
}

function codeOf(reviews: readonly Review[]): ExitCode {
  return reviews.some(({ outcome }) => outcome !== "ok") ? 1 : 0;
}

function onlyErrors(review: Review): Review {
  return { ...review, findings: review.findings.filter(({ severity }) => severity === "error"), unevaluated: [] };
}

function summaryLine(reviews: readonly Review[], language: Language): string {
  const faulty = reviews.filter(({ outcome }) => outcome !== "ok");
  const counts = countBySeverity(reviews.flatMap(({ findings }) => findings));
  return `${checkWords.files(reviews.length, faulty.length)[language]} ${countsPhrase(counts)[language]}.`;
}

function mendHints(reviews: readonly Review[], language: Language): string[] {
  const findings = reviews.flatMap((review) => review.findings);
  const mendable = findings.filter(isMendable).length;
  return [...(mendable === 0 ? [] : [mendWords.mendable(mendable)[language]]), ...choiceHint(findings, language)];
}

function choiceHint(findings: readonly Finding[], language: Language): string[] {
  const asked = findings.find((finding) => finding.mends.length > 0 && !isMendable(finding) && finding.cell !== null);
  return asked ? [mendWords.toChoose(`${asked.sheet ?? ""}!${asked.cell ?? ""}=1`)[language]] : [];
}

function fileJson(review: Review, language: Language): Readonly<Record<string, unknown>> {
  const { file, reading, outcome, findings, unevaluated, progress } = review;
  return {
    file,
    unit: reading ? unitCodeOf(reading) : null,
    period: reading?.period?.id ?? null,
    outcome,
    counts: countBySeverity(findings),
    findings: findings.map((finding) => findingJson(finding, language)),
    notEvaluated: unevaluated.map((one) => unevaluatedJson(one, language)),
    indicators: progress.map(indicatorJson),
  };
}

/** The copy that was written, what was put right in it, and what is left. */
function mendedJson(
  { output, mended, after }: MendedFile,
  language: Language,
): Readonly<Record<string, unknown>> | null {
  if (output === null) return null;
  return {
    file: output,
    outcome: after.outcome,
    counts: countBySeverity(after.findings),
    mends: mended.map(({ finding: { rule, sheet, cell, code }, mend: { becomes } }) => ({
      rule,
      sheet,
      cell,
      code,
      becomes: becomes[language],
    })),
    findings: after.findings.map((finding) => findingJson(finding, language)),
  };
}
