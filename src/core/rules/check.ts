import type { Finding } from "../finding";
import type { Rule } from "./rule";

/** Runs rules over one subject, in their order; a rule's findings keep the order it gives them. */
export function check<Subject>(rules: readonly Rule<Subject>[], subject: Subject, file: string): Finding[] {
  return rules.flatMap((rule) =>
    Array.from(rule.find(subject), ({ at, code, facts, file: own }) => ({
      rule: rule.id,
      severity: rule.severity,
      file: own ?? file,
      sheet: at.sheet,
      cell: at.cell,
      code,
      facts,
    })),
  );
}
