import { traceTotal, type Trace } from "../core/consolidation/trace";
import type { Language } from "../core/language";
import { elementByCode, unitByCode } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { shown, shownFixed } from "../core/show-number";
import { tableWords, traceWords } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { nearest } from "../core/nearest";
import type { Outcome } from "./outcome";
import { openSummary } from "./open-summary";
import type { Session } from "./session";
import { textTable } from "./text-table";

/** `trace SUMMARY CODE`: the figures behind an element's total, or behind each element of an indicator. */
export async function traceCode(
  session: Session,
  { file, code }: { readonly file: string; readonly code: string },
): Promise<Outcome> {
  const { plan, language } = session;
  const known = knownCode(plan, code);
  const { snapshot } = await openSummary(session, file);
  const traces = traceTotal(plan, snapshot, known);
  if (!traces) throw new CannotBeDone(whatStops.noTrace(labelOf(file), known));
  return {
    code: 0,
    document: { version: 1, code: known, totals: traces.map((trace) => traceJson(trace, language)) },
    lines: traces.flatMap((trace) => [...traceLines(plan, trace, language), ""]).slice(0, -1),
    faults: [],
    remarks: [],
  };
}

const exampleCodes = 8;

/** The plan's own spelling of a code; capitals do not matter. */
function knownCode(plan: Plan, typed: string): string {
  const candidates = [...plan.elements, ...plan.indicators].map(({ code }) => code);
  const known = candidates.find((code) => code === typed) ?? candidates.find((code) => sameLetters(code, typed));
  if (known !== undefined) return known;
  const near = nearest(typed, candidates, (code) => [code]);
  const listed = near.length > 0 ? near : candidates.slice(0, exampleCodes);
  throw new CannotBeDone(whatStops.unknownCode(typed, listed, near.length > 0));
}

function sameLetters(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function traceJson(
  { code, label, total, coverage, missing, parts }: Trace,
  language: Language,
): Readonly<Record<string, unknown>> {
  return {
    code,
    label: label[language],
    total,
    coverage,
    missing,
    parts: parts.map(({ unit, name, file, sheet, cell, value, share }) => {
      return { unit, name, file, sheet, cell, value, share };
    }),
  };
}

function traceLines(plan: Plan, trace: Trace, language: Language): string[] {
  const { code, label, total, coverage, missing, parts } = trace;
  const [have, all] = coverage;
  const element = elementByCode(plan, code);
  const unit = element?.content === "count" ? ` ${element.unit[language]}` : "";
  const sum = total === null ? tableWords.notThere[language] : `${shown(total)[language]}${unit}`;
  const names = missing.map((missed) => unitByCode(plan, missed)?.name ?? missed);
  return [
    `${code} ${label[language]} – ${traceWords.total[language]}: ${sum} (${have}/${all})`,
    ...(names.length === 0 ? [] : [`${tableWords.missing[language]}: ${names.join(", ")}`]),
    ...(parts.length === 0 ? [traceWords.noParts[language]] : partLines(parts, language)),
  ];
}

function partLines(parts: Trace["parts"], language: Language): string[] {
  return textTable(
    [
      { heading: tableWords.code[language] },
      { heading: tableWords.unit[language] },
      { heading: tableWords.value[language], isFigure: true },
      { heading: traceWords.share[language], isFigure: true },
      { heading: traceWords.file[language] },
      { heading: traceWords.sheet[language] },
      { heading: traceWords.cell[language] },
    ],
    parts.map(({ unit, name, value, share, file, sheet, cell }) => [
      unit,
      name,
      shown(value)[language],
      share === null ? "" : `${shownFixed(share)[language]}%`,
      file,
      sheet,
      cell,
    ]),
  );
}
