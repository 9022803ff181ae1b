import type { CellEdit } from "./edit";
import type { Finding, Review } from "./finding";
import { sealOf, sealText, type Seal } from "./reading/seal";

/** Whether a report can be sealed, with the one edit that does it, or what stands in the way. */
export type Sealing =
  | { readonly kind: "may-be-sealed"; readonly seal: Seal; readonly edit: CellEdit }
  /** Errors, and warnings without a reason (law SE1). */
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "unreadable" | "summary" | "nobodys-report" | "no-field-for-the-seal" };

/** The rule about the very seal that gives way to the new one. */
const ofTheOldSeal = "sealed-report-is-unchanged";

/** The seal of a reviewed report on a day (ISO `yyyy-mm-dd`), or what stands in its way; never throws. */
export function sealingOf({ reading, findings }: Review, on: string): Sealing {
  if (!reading) return { kind: "unreadable" };
  if (reading.summary) return { kind: "summary" };
  if (reading.unit.kind !== "known" || !reading.period) return { kind: "nobodys-report" };
  const inTheWay = findings.filter(standsInTheWay);
  if (inTheWay.length > 0) return { kind: "findings", findings: inTheWay };
  const field = reading.cover.get("pm_seal");
  if (!field?.at) return { kind: "no-field-for-the-seal" };
  const seal = sealOf(reading, on);
  const edit = { at: field.at, expect: field.found ?? { value: null }, put: { value: sealText(seal) } };
  return { kind: "may-be-sealed", seal, edit };
}

function standsInTheWay({ rule, severity, reason }: Finding): boolean {
  if (rule === ofTheOldSeal) return false;
  return severity === "error" || (severity === "warning" && reason === null);
}
