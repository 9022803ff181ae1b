import type { Finding } from "../core/finding";
import type { Language } from "../core/language";
import { say } from "../core/rules/say";

/** A finding for other programs. No rule offers a mend yet. */
export function findingJson(finding: Finding, language: Language): Readonly<Record<string, unknown>> {
  const { rule, severity, sheet, cell, code, facts } = finding;
  return { rule, severity, sheet, cell, code, ...say(finding, language), facts, mend: false };
}
