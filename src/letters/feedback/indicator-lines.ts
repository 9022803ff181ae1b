import type { Look } from "../../core/blueprint";
import { colours, looks } from "../../core/form/looks";
import type { Language } from "../../core/language";
import { wholeLevel } from "../../core/plan/lookups";
import type { Plan } from "../../core/plan/plan";
import type { Status } from "../../core/progress/status";
import { feedbackWords as words } from "../../words/feedback-words";
import { wholePhrase } from "../../words/levels";
import { statusPhrases } from "../../words/statuses";
import { targetPhrase } from "../../words/targets";
import { percentPhrase, valuePhrase } from "../../words/values";
import type { Piece } from "./sheet-lines";
import type { IndicatorStanding, UnitStanding } from "./unit-standing";

const fills: Readonly<Partial<Record<Status, string>>> = {
  exceeded: colours.goodFill,
  met: colours.goodFill,
  behind: colours.slowFill,
  "not-met": colours.badFill,
  missing: colours.wanting,
};

/** The table of indicators; a sentence where there are none. */
export function indicatorLines(
  { status, indicators }: UnitStanding,
  { plan, language }: { readonly plan: Plan; readonly language: Language },
): Piece[][] {
  if (indicators.length === 0) {
    const why = status.isReceived ? words.unread : words.noReport;
    return [[{ column: 0, text: why[language], look: { ...looks.plain, size: 11 } }]];
  }
  const { code, indicator, target, value, progress, status: verdict, rank } = words;
  const headings = [code, indicator, target, value, progress, verdict, wholePhrase(wholeLevel(plan).name), rank];
  return [
    headings.map((heading, column) => ({ column, text: heading[language], look: looks.heading })),
    ...indicators.map((one) => indicatorLine(one, language)),
  ];
}

function indicatorLine({ indicator, own, whole, rank }: IndicatorStanding, language: Language): Piece[] {
  const fill = fills[own.status];
  const figure: Look = { ...looks.figure, size: 10, wraps: true };
  const verdict: Look = { ...looks.status, size: 10, wraps: true, ...(fill === undefined ? {} : { fill }) };
  const pieces: readonly (readonly [string, Look])[] = [
    [indicator.code, { ...looks.code, size: 10 }],
    [indicator.name[language], { ...looks.label, size: 10 }],
    [targetPhrase(indicator, own.target)[language], figure],
    [valuePhrase(indicator, own.value)[language], figure],
    [own.progress === null ? "" : percentPhrase(own.progress)[language], figure],
    [statusPhrases[own.status][language], verdict],
    [valuePhrase(indicator, whole)[language], figure],
    [rank ? `${rank.place}/${rank.of}` : "–", { ...looks.code, size: 10 }],
  ];
  return pieces.map(([text, look], column) => ({ column, text, look }));
}
