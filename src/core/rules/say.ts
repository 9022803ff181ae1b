import type { Language } from "../language";
import { acrossRules } from "./across-rules";
import { fileRules } from "./file-rules";
import type { Finding, Unevaluated } from "../finding";
import { sayBecause } from "./because";
import type { Words } from "./rule";
import { withinRules } from "./within-rules";

const all = [...fileRules, ...withinRules, ...acrossRules];
const sayings = new Map(all.map((rule) => [rule.id, rule.say]));
const titles = new Map(all.map((rule) => [rule.id, rule.title]));

/** A finding in one language: what is wrong, why it matters, what to do. */
export function say(
  finding: Finding,
  language: Language,
): { readonly what: string; readonly why: string; readonly todo: string } {
  const words = wordsOf(finding);
  return { what: words.what[language], why: words.why[language], todo: words.todo[language] };
}

/** The same as its own unit is told it. */
export function sayToUnit(finding: Finding, language: Language): { readonly what: string; readonly todo: string } {
  const { what, toUnit } = wordsOf(finding);
  return { what: what[language], todo: toUnit[language] };
}

function wordsOf({ rule, facts }: Finding): Words {
  const words = sayings.get(rule)?.(facts);
  if (!words) throw new RangeError(`No such rule: ${rule}`);
  return words;
}

/** A rule's own sentence, by which people know it. */
export function ruleTitle(rule: string, language: Language): string {
  const title = titles.get(rule);
  if (!title) throw new RangeError(`No such rule: ${rule}`);
  return title[language];
}

/** Why a rule could not be evaluated, in one language, as a part of a sentence. */
export function sayUnevaluated({ because, about }: Unevaluated, language: Language): string {
  return sayBecause(because, about)[language];
}
