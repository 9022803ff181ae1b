import type { Finding, Unevaluated } from "../finding";
import { isSkipped, type Rule } from "./rule";

/** What rules have to say of one subject: what they found, and where they could say neither yes nor no. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly unevaluated: readonly Unevaluated[];
}

/** Runs rules over one subject, in their order; a rule's findings keep the order it gives them. */
export function check<Subject>(rules: readonly Rule<Subject>[], subject: Subject, file: string): Checked {
  const findings: Finding[] = [];
  const unevaluated: Unevaluated[] = [];
  const said = new Set<string>();
  for (const rule of rules) {
    for (const one of rule.find(subject)) {
      const { sheet, cell } = one.at;
      const base = { rule: rule.id, file: one.file ?? file, sheet, cell, code: one.code };
      if (isSkipped(one)) {
        const skipped = { ...base, because: one.skipped, about: one.about };
        // A column that is gone stands in the way of many comparisons, and is named once.
        const key = JSON.stringify(skipped);
        if (!said.has(key)) unevaluated.push(skipped);
        said.add(key);
      } else {
        const { facts, mends = [] } = one;
        findings.push({ ...base, severity: rule.severity, facts, mends, reason: null });
      }
    }
  }
  return { findings, unevaluated };
}
