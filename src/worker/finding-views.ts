import { countBySeverity, type Finding, type Review, type Unevaluated } from "../core/finding";
import type { Language, Phrase } from "../core/language";
import { reasonCellOf } from "../core/rules/reason";
import { ruleTitle, say, sayUnevaluated } from "../core/rules/say";
import type { Counts, FindingView, UnevaluatedView } from "./engine";

/** A sentence in both languages. */
export function inBoth(sentence: (language: Language) => string): Phrase {
  return { vi: sentence("vi"), en: sentence("en") };
}

/** Findings ready to be shown; `review` is the report they are of, null where they are of many. */
export function findingViews(findings: readonly Finding[], review: Review | null): FindingView[] {
  const keys = findingKeys(findings);
  return findings.map((finding, index) => {
    const { rule, severity, sheet, cell, code, mends, reason } = finding;
    const [vi, en] = [say(finding, "vi"), say(finding, "en")];
    return {
      key: keys[index] ?? "",
      rule,
      severity,
      sheet,
      cell,
      code,
      what: { vi: vi.what, en: en.what },
      why: { vi: vi.why, en: en.why },
      todo: { vi: vi.todo, en: en.todo },
      mends: mends.map(({ becomes, isCertain }) => ({ becomes, isCertain })),
      reason,
      canExplain: review !== null && canExplain(review, finding),
    };
  });
}

/** One key a finding, the same from one check to the next while it is the same finding; equals are numbered. */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, sheet, cell, code }) => {
    const key = JSON.stringify([rule, sheet, cell, code]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}#${before + 1}`;
  });
}

/** A warning may be sent with a reason; the others ask for none. */
export function canExplain({ reading }: Review, finding: Finding): boolean {
  return finding.severity === "warning" && reading?.summary === null && reasonCellOf(reading, finding) !== null;
}

export function unevaluatedViews(unevaluated: readonly Unevaluated[]): UnevaluatedView[] {
  return unevaluated.map((one) => ({
    rule: one.rule,
    title: inBoth((language) => ruleTitle(one.rule, language)),
    sheet: one.sheet,
    cell: one.cell,
    why: inBoth((language) => sayUnevaluated(one, language)),
  }));
}

export function countsOf(findings: readonly Finding[]): Counts {
  return countBySeverity(findings);
}
