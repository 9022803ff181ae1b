import type { Unevaluated } from "../core/finding";
import type { Language } from "../core/language";
import { ruleTitle, sayUnevaluated } from "../core/rules/say";
import { mendWords } from "../words/mends";

/** Reasons shown for each rule: a blank form has one for every figure. */
const shownReasons = 3;

/** What rules could not say, a line a rule: its sentence, then why, the commonest reason first. */
export function unevaluatedLines(unevaluated: readonly Unevaluated[], language: Language): string[] {
  if (unevaluated.length === 0) return [];
  const byRule = new Map<string, Unevaluated[]>();
  for (const one of unevaluated) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  const heading = `  ${mendWords.unevaluated[language]}`;
  const [first] = unevaluated;
  // Of a report of another plan nothing can be said: not a line for every rule.
  if (first?.because === "report-is-of-another-plan")
    return [heading, `    ? ${mendWords.otherRules(byRule.size)[language]} (${sayUnevaluated(first, language)})`];
  return [
    heading,
    ...[...byRule].map(([rule, own]) => `    ? ${ruleTitle(rule, language)} ${reasonsOf(own, language)}`),
  ];
}

function reasonsOf(own: readonly Unevaluated[], language: Language): string {
  const reasons = new Set(own.map((one) => sayUnevaluated(one, language)));
  const shown = [...reasons].slice(0, shownReasons).join("; ");
  const more = reasons.size > shownReasons ? "; …" : "";
  const places = own.length > 1 ? `${mendWords.places(own.length)[language]}: ` : "";
  return `(${places}${shown}${more})`;
}
