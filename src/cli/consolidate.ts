import { answersIn } from "../core/consolidation/answer-sheets";
import { mostUnits } from "../core/consolidation/book/elements-table";
import { summaryInTurn } from "../core/consolidation/book/make-summary";
import type { Finding, Review } from "../core/finding";
import type { Language } from "../core/language";
import { findingsOfNobody, merge } from "../core/merge";
import { AskedOfReader } from "../workbook/xlsx/bounds";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { outcomes, tableWords } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { changeLines } from "./change-lines";
import { complaintsOf } from "../core/rules/complaints";
import { consolidationJson } from "./consolidation-json";
import { openEarlier } from "./earlier-reports";
import { fileLines, findingLines } from "./finding-lines";
import { totalLines } from "./indicator-lines";
import { expandInputs, labelOf } from "./inputs";
import { nodeCodec } from "./node-codec";
import type { Outcome } from "./outcome";
import { openSummary } from "./open-summary";
import { reviewFiles } from "./read-reports";
import type { Session } from "./session";
import { unevaluatedLines } from "./unevaluated-lines";
import { unitLines } from "./unit-lines";
import { checkFree, writeFiles } from "./write-files";

export interface ConsolidateRequest {
  readonly given: readonly string[];
  readonly output: string;
  readonly mayReplace: boolean;
  readonly allowsErrors: boolean;
  /** An existing summary that the reports are added to. */
  readonly update: string | undefined;
  /** Earlier reports to compare with. */
  readonly previous: readonly string[];
}

/** `consolidate FILE... -o FILE`: the summary workbook of reports, and a table of what stands in it. */
export async function consolidateReports(session: Session, request: ConsolidateRequest): Promise<Outcome> {
  const { plan, language } = session;
  const { given, output, mayReplace, allowsErrors, update, previous } = request;
  const most = mostUnits(plan);
  if (plan.units.length > most) throw new CannotBeDone(whatStops.tooManyUnits(plan.units.length, most));
  await checkFree(output, mayReplace);
  const opened = update === undefined ? null : await openSummary(session, update);
  const carried = opened?.carried ?? null;
  const answers = opened ? answersIn(opened.snapshot).length : 0;
  const inputs = await expandInputs(given, [output, ...(update === undefined ? [] : [update])]);
  const occasion = { on: session.on, earlier: await openEarlier(session, previous) };
  const { reviews } = await reviewFiles(session, inputs, occasion);
  const merged = merge(plan, reviews, { allowsErrors, carried });
  const { consolidation, isUndecided } = merged;
  const readable = reviews.filter(({ reading }) => reading !== null);
  if (!consolidation || readable.length === 0)
    throw new CannotBeDone(...complaintsOf(reviews), whatStops.nothingToConsolidate());
  const asked = new AskedOfReader();
  if (!isUndecided) {
    const summary = summaryInTurn(consolidation);
    const sheets = passing(summary.sheets, (sheet) => asked.add(sheet));
    const make = (): Promise<Uint8Array> => writeWorkbook({ ...summary, sheets }, nodeCodec);
    await writeFiles([{ path: output, make }], { mayReplace });
  }
  const findings = [...merged.findings, ...findingsOfNobody(reviews)];
  const { unevaluated } = merged;
  const around = { findings, unevaluated, changes: carried ? merged.changes : null, isUndecided };
  const isFaulty = [...merged.findings, ...reviews.flatMap((one) => one.findings)].some(isError);
  return {
    code: isFaulty ? 1 : 0,
    document: consolidationJson(consolidation, around, language),
    lines: [
      ...unitLines(consolidation.units, language),
      "",
      ...(isUndecided ? [] : [...totalLines(plan, consolidation.indicators, language), ""]),
      ...(carried && !isUndecided
        ? [tableWords.changes[language], ...changeLines(plan, merged.changes, language), ""]
        : []),
      ...problemLines(reviews, merged.findings, language),
      ...unevaluatedLines(unevaluated, language),
    ],
    faults: problemLines(reviews, merged.findings.filter(isError), language),
    remarks: [
      isUndecided ? outcomes.nothingWritten[language] : outcomes.written(labelOf(output))[language],
      ...(answers > 0 && !isUndecided ? [outcomes.answersLeftOut(answers)[language]] : []),
      ...(asked.isTooMuch ? [outcomes.tooLargeToReadBack[language]] : []),
    ],
  };
}

/** The same things one after another, each shown to somebody as it passes. */
function* passing<Thing>(things: Iterable<Thing>, look: (thing: Thing) => void): Generator<Thing> {
  for (const thing of things) {
    look(thing);
    yield thing;
  }
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function problemLines(reviews: readonly Review[], findings: readonly Finding[], language: Language): string[] {
  // A report of another plan stands among the findings already.
  const strays = new Set(findings.flatMap(({ file, rule }) => (rule === "reports-are-of-one-period" ? [file] : [])));
  const isTold = ({ file, findings: own }: Review): boolean =>
    strays.has(file) && own.every(({ rule }) => rule === "plan-is-this-plan");
  const faulty = reviews.filter((one) => one.findings.some(isError) && !isTold(one));
  return [
    ...(findings.length === 0 ? [] : [tableWords.findings[language], ...findingLines(findings, language), ""]),
    ...(faulty.length === 0
      ? []
      : [
          tableWords.filesWithErrors[language],
          ...faulty.flatMap(({ file, findings: own }) => fileLines(file, own.filter(isError), language)),
          "",
        ]),
  ];
}
