import type { Finding, Unevaluated } from "../core/finding";
import type { Language } from "../core/language";
import { say, sayUnevaluated } from "../core/rules/say";

/** A finding for other programs: `mend` where something would put it right, `mends` what it would become. */
export function findingJson(finding: Finding, language: Language): Readonly<Record<string, unknown>> {
  const { rule, severity, sheet, cell, code, facts, mends, reason } = finding;
  return {
    rule,
    severity,
    sheet,
    cell,
    code,
    ...say(finding, language),
    facts,
    mend: mends.length > 0,
    mends: mends.map(({ becomes, isCertain }) => ({ becomes: becomes[language], certain: isCertain })),
    reason,
  };
}

/** The third outcome: where a rule could say neither yes nor no, and why. */
export function unevaluatedJson(one: Unevaluated, language: Language): Readonly<Record<string, unknown>> {
  const { rule, sheet, cell, code, because } = one;
  return { rule, sheet, cell, code, because, why: sayUnevaluated(one, language) };
}
