import type { Finding, Review } from "../../src/core/finding";
import { review } from "../../src/core/review";
import { planted, type CleanForm } from "./clean-form";
import type { Fault } from "./fault";

/** What became of one planted fault. */
export interface Trial {
  readonly fault: Fault;
  readonly isFound: boolean;
  /** Findings that the fault does not imply. */
  readonly beyond: readonly Finding[];
  readonly findings: readonly Finding[];
}

export function reviewWith(form: CleanForm, faults: readonly Fault[]): Review {
  return review(form.plan, planted(form, faults), form.occasion);
}

export function tryFault(form: CleanForm, fault: Fault): Trial {
  return judged(fault, reviewWith(form, [fault]).findings);
}

export function judged(fault: Fault, findings: readonly Finding[]): Trial {
  const allowed = new Set([fault.rule, ...fault.implied]);
  return {
    fault,
    isFound: isFoundIn(fault, findings),
    beyond: findings.filter(({ rule }) => !allowed.has(rule)),
    findings,
  };
}

export function isFoundIn({ rule, at }: Fault, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.rule === rule && (at === undefined || (finding.sheet === at.sheet && finding.cell === at.cell)),
  );
}

/** For failures: "Số liệu!F9: a blank figure → figure-is-present", and what was found instead. */
export function spokenTrial({ fault, beyond, isFound }: Trial): string {
  const others = beyond.map(({ rule, sheet, cell }) => `${rule} ${sheet ?? ""}!${cell ?? ""}`).join(", ");
  return `${fault.where}: ${fault.kind} → ${fault.rule}${isFound ? "" : " NOT FOUND"}${others === "" ? "" : `; also ${others}`}`;
}
