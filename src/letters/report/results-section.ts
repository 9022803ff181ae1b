import type { IndicatorTotal } from "../../core/consolidation/consolidation";
import type { Phrase } from "../../core/language";
import type { LetterBlock, LetterRun } from "../../core/letter";
import { elementByCode, elementsOf } from "../../core/plan/lookups";
import type { Indicator, Plan } from "../../core/plan/plan";
import { comparedPhrase, comparedWithout } from "../../words/indicator-sentences";
import { groupSentence, indicatorSentence, outlookPhrase, verdictPhrase } from "../../words/letter-sentences";
import {
  dayPhrase,
  earlierGapPhrase,
  judgedStatuses,
  overviewPhrase,
  reportWords,
  watchedPhrase,
} from "../../words/letter-words";
import { statusPhrases } from "../../words/statuses";
import { coveragePhrase } from "../../words/values";
import { gapRun, heading, item, mainTotals, namesOf, open, paragraph, type Telling } from "./telling";

/** Section II: each indicator in a sentence, in the plan's order. */
export function resultsSection(telling: Telling): LetterBlock[] {
  const { language } = telling;
  return [
    heading(1, reportWords.results[language]),
    heading(2, reportWords.overview[language]),
    ...overview(telling).map((line) => paragraph(line[language])),
    heading(2, reportWords.byIndicator[language]),
    ...mainTotals(telling).map(({ indicator, total }) => item(...indicatorRuns(telling, indicator, total))),
  ];
}

function overview(telling: Telling): Phrase[] {
  const totals = mainTotals(telling);
  const judged = totals.filter(({ indicator }) => indicator.target.kind !== "watched");
  const counts = judgedStatuses.flatMap((status) => {
    const count = judged.filter(({ total }) => total.status === status).length;
    return count === 0 ? [] : [{ count, word: statusPhrases[status] }];
  });
  const list = (language: keyof Phrase): string =>
    counts.map(({ count, word }) => `${count} ${word[language]}`).join(", ");
  const watched = totals.length - judged.length;
  const { language } = telling;
  return [overviewPhrase(judged.length, list(language)), ...(watched === 0 ? [] : [watchedPhrase(watched)])];
}

function indicatorRuns(telling: Telling, indicator: Indicator, total: IndicatorTotal): LetterRun[] {
  const { consolidation, language } = telling;
  const { plan, period } = consolidation;
  const missing = total.missing.length === 0 ? [] : [gapRun(telling, total.missing, total.coverage[1])];
  if (total.value === null) {
    const name = `${indicator.name[language]}: `;
    return missing.length > 0
      ? [{ text: name }, ...missing, { text: "." }]
      : [{ text: `${name}${statusPhrases[total.status][language]}.` }];
  }
  const until = dayPhrase(period.end);
  const sentence = indicatorSentence({ indicator, progress: total, until, counted: countedIn(plan, indicator) });
  const outlook = outlookPhrase(indicator, total, period.months);
  const verdict = verdictPhrase(indicator, total)[language];
  return [
    { text: `${sentence[language]}. ${verdict}.${outlook === null ? "" : ` ${outlook[language]}.`}` },
    ...(missing.length === 0 ? [] : [{ text: ` (${coveragePhrase(total.coverage)[language]}) ` }, ...missing]),
    ...comparedRuns(telling, total),
    ...groupsOf(telling, indicator).map(({ name, total: of }) => ({
      text: ` ${groupSentence(name, { indicator, progress: of })[language]}${ofCoverage(telling, of)}.`,
    })),
  ];
}

/** What the told change counts without (law CO4). */
function comparedRuns(telling: Telling, total: IndicatorTotal): LetterRun[] {
  const { language } = telling;
  const compared = comparedPhrase(total);
  if (compared === null) return [];
  const { since, units } = comparedWithout(total);
  const gap = earlierGapPhrase(since, namesOf(telling, units))[language];
  return [{ text: ` (${compared[language]}) ` }, open(gap)];
}

function ofCoverage({ language }: Telling, total: IndicatorTotal): string {
  const said = [total.isProvisional ? coveragePhrase(total.coverage) : null, comparedPhrase(total)];
  const notes = said.flatMap((phrase) => (phrase ? [phrase[language]] : []));
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}

/** Groups with a value, but for those that have an indicator of their own over the same figures. */
function groupsOf({ consolidation: { plan, indicators } }: Telling, indicator: Indicator) {
  if (indicator.onlyGroup !== undefined) return [];
  const rests = elementsOf(indicator).join(" ");
  return plan.groups.flatMap(({ id, name }) => {
    const isToldBelow = plan.indicators.some(
      (other) => other.onlyGroup === id && elementsOf(other).join(" ") === rests,
    );
    const total = indicators.find((one) => one.code === indicator.code && one.group === id);
    return isToldBelow || typeof total?.value !== "number" ? [] : [{ name, total }];
  });
}

/** What both sides of a ratio count; null where they count different things. */
function countedIn(plan: Plan, { measure }: Indicator): Phrase | null {
  if (measure.kind !== "ratio") return null;
  const [n, d] = [elementByCode(plan, measure.numerator), elementByCode(plan, measure.denominator)];
  return n !== undefined && n.unit.vi === d?.unit.vi ? n.unit : null;
}
