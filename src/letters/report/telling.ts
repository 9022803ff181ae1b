import type { Consolidation, IndicatorTotal, UnitStatus } from "../../core/consolidation/consolidation";
import type { Language, Phrase } from "../../core/language";
import type { LetterBlock, LetterRun } from "../../core/letter";
import { indicatorByCode, unitByCode, unitInText } from "../../core/plan/lookups";
import type { Indicator } from "../../core/plan/plan";
import { excerpt } from "../../core/rules/naming/excerpt";
import { allUnits, andOthers, gapPhrase } from "../../words/letter-words";

/** What every part of the report is told from. */
export interface Telling {
  readonly consolidation: Consolidation;
  readonly language: Language;
}

export function heading(level: 1 | 2 | 3, text: string): LetterBlock {
  return { kind: "heading", level, text };
}

export function paragraph(...runs: readonly (LetterRun | string)[]): LetterBlock {
  return { kind: "paragraph", runs: runs.map(asRun) };
}

export function item(...runs: readonly (LetterRun | string)[]): LetterBlock {
  return { kind: "paragraph", isItem: true, runs: runs.map(asRun) };
}

/** A figure and its sign stay on one line. */
function asRun(run: LetterRun | string): LetterRun {
  const { text, ...rest } = typeof run === "string" ? { text: run } : run;
  return { text: text.replace(/điểm %/g, "điểm\u00A0%").replace(/([≥>]) (?=\d)/g, "$1\u00A0"), ...rest };
}

/** Words that wait for a person. */
export function open(text: string): LetterRun {
  return { text, isOpen: true };
}

/** The reporting units, without the whole's own bodies. */
export function reportingUnits({ consolidation: { plan, units } }: Telling): readonly UnitStatus[] {
  return units.filter(({ unit }) => unit.code !== plan.whole.code);
}

/** The totals by which an indicator is judged: of the whole, or of the only group that it is for. */
export function mainTotals({ consolidation: { plan, indicators } }: Telling): {
  readonly indicator: Indicator;
  readonly total: IndicatorTotal;
}[] {
  return indicators.flatMap((total) => {
    const indicator = indicatorByCode(plan, total.code);
    return indicator && total.group === (indicator.onlyGroup ?? null) ? [{ indicator, total }] : [];
  });
}

/** More names than this make no sentence. */
const namedAtMost = 20;

/** Names of units in the plan's order: "xã Chiềng Đông, xã Tú Nang". */
export function namesOf({ consolidation: { plan } }: Telling, codes: readonly string[]): Phrase {
  const names = codes.map((code) => {
    const unit = unitByCode(plan, code);
    return unit ? unitInText(unit) : { vi: code, en: code };
  });
  const named = (language: Language): string =>
    names
      .slice(0, namedAtMost)
      .map((name) => name[language])
      .join(", ");
  return andOthers({ vi: named("vi"), en: named("en") }, Math.max(0, names.length - namedAtMost));
}

/** "[chưa có số liệu: xã Tú Nang]". */
export function gapRun(telling: Telling, missing: readonly string[], all: number): LetterRun {
  const names = missing.length === all && all > 1 ? allUnits(all) : namesOf(telling, missing);
  return open(gapPhrase(names)[telling.language]);
}

/** What a report says in words, fit to be quoted: one line, printable, and not endless. */
export function quotedWords(text: string): string {
  return excerpt(text, 500);
}
