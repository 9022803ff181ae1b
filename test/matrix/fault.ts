import type { CellValue } from "../../src/core/cell";
import type { CellKey } from "../../src/core/form/form-context";
import type { Snapshot } from "../../src/core/snapshot";

/** One mistake, planted in one place of a clean report. */
export interface Fault {
  /** The rule that must find it. */
  readonly rule: string;
  /** What kind of mistake it is, as the table in the docs names it. */
  readonly kind: string;
  /** Where it was planted, for failures. */
  readonly where: string;
  /** What is typed otherwise into the inputs; the formulas follow. */
  readonly typed?: readonly (readonly [CellKey, CellValue])[];
  /** What is done to the finished workbook. */
  readonly rewrite?: (snapshot: Snapshot) => Snapshot;
  /** Where it must be found; a null cell is the sheet or the file as a whole, `undefined` anywhere. */
  readonly at: { readonly sheet: string | null; readonly cell: string | null } | undefined;
  /** Rules that the mistake makes speak too, because the report then truly contradicts itself there. */
  readonly implied: readonly string[];
}

/** Figures that no longer agree with each other once one of them is another. */
export const disagreements = [
  "part-is-within-whole",
  "closing-follows-from-movements",
  "poor-and-near-poor-agree",
  "same-figure-agrees-everywhere",
  "opening-is-last-closing",
  "persons-are-at-least-households",
  "whole-holds-its-parts",
  "disbursed-is-within-allocated",
  "task-status-agrees-with-percent",
  "figure-is-not-negative",
  "amount-is-in-millions",
  "baseline-is-unchanged",
  "year-is-not-below-half-year",
  "change-is-explained",
  "missed-target-is-explained",
  "figure-is-not-a-slip-of-ten",
] as const;

/** What another figure alone can bring about in an indicator. */
export const consequences = ["change-is-explained", "missed-target-is-explained"] as const;
