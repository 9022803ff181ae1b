import type { Language } from "../language";
import { acrossRules } from "./across-rules";
import { fileRules } from "./file-rules";
import type { Finding } from "../finding";
import type { Words } from "./rule";
import { withinRules } from "./within-rules";

const sayings = new Map([...fileRules, ...withinRules, ...acrossRules].map((rule) => [rule.id, rule.say]));

/** A finding in one language: what is wrong, why it matters, what to do. */
export function say(
  finding: Finding,
  language: Language,
): { readonly what: string; readonly why: string; readonly todo: string } {
  const words: Words | undefined = sayings.get(finding.rule)?.(finding.facts);
  if (!words) throw new RangeError(`No such rule: ${finding.rule}`);
  return { what: words.what[language], why: words.why[language], todo: words.todo[language] };
}
