import type { Place } from "../cell";
import type { Period, Plan, Unit } from "../plan/plan";
import type { Evidence } from "../progress/evidence";
import type { Exact } from "../progress/exact";
import type { Progress } from "../progress/measure";
import type { CoverReading, Reading } from "../reading/reading";
import type { EarlierTime } from "../times";

/** How many units of those expected stand behind a total: [k, K]. */
export type Coverage = readonly [number, number];

/** One figure behind a total (law CO7). */
export interface Part extends Place {
  readonly unit: string;
  readonly file: string;
  readonly value: number;
}

/** One element over a set of units; null where nobody reports it (law CO2). */
export interface ElementTotal {
  readonly code: string;
  readonly actual: number | null;
  readonly baseline: number | null;
  readonly lastYear: number | null;
  readonly coverage: Coverage;
  /** Units without the actual figure, in the plan's order. */
  readonly missing: readonly string[];
  readonly parts: readonly Part[];
}

/** One indicator of the whole (`group` null) or of a group. */
export interface IndicatorTotal extends Progress {
  readonly code: string;
  readonly group: string | null;
  readonly coverage: Coverage;
  readonly missing: readonly string[];
  /** Units that stand behind the value and not behind its changes: they lack the earlier pair (law CO4). */
  readonly withoutEarlier: Readonly<Record<EarlierTime, readonly string[]>>;
  /** The pairs it was computed from. */
  readonly evidence: Evidence<Exact>;
  /** Not all units stand behind it. */
  readonly isProvisional: boolean;
}

/** A table of a unit's sheet in a summary: its id, and its title with the place of that. */
export interface AlteredTable {
  readonly table: string;
  readonly title: string;
  readonly at: Place;
}

/** What became of a unit's report. */
export interface UnitStatus {
  readonly unit: Unit;
  readonly isReceived: boolean;
  /** Of its figures (sơ bộ, ước, chính thức), as the report names it; null where it names none. */
  readonly stage: string | null;
  /** Days of grace are on time too. Null where the report names no date, or none was received. */
  readonly isOnTime: boolean | null;
  /** The date as the report names it; null where there is no report, and where a summary no longer holds it. */
  readonly reportedOn: CoverReading | null;
  readonly file: string | null;
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number } | null;
  /** The figures that entered the totals; null where the report is missing or was refused (law CO8). */
  readonly reading: Reading | null;
  /** SHA-256 over the canonical reading of the report, in hexadecimal; null where none was received. */
  readonly digest: string | null;
  /** In a summary: a table of the unit's sheet no longer holds what was reported. None where nothing was typed over. */
  readonly altered: readonly AlteredTable[];
  /** The day on which the report was sealed, ISO `yyyy-mm-dd`; null where its seal does not fit, or there is none. */
  readonly sealedOn: string | null;
}

/** The reports of one period laid together, each total remembering its figures. */
export interface Consolidation {
  readonly plan: Plan;
  readonly period: Period;
  /** The stage that most reports are of, or the summary they are added to; null where none names one. */
  readonly stage: string | null;
  /** The reporting units in the plan's order, then the whole with the elements of its own bodies. */
  readonly units: readonly UnitStatus[];
  readonly elements: readonly ElementTotal[];
  /** The same of each group's members, by group id. */
  readonly groups: ReadonlyMap<string, readonly ElementTotal[]>;
  readonly indicators: readonly IndicatorTotal[];
  /** Reports with errors were let in (law CO8): the summary says so. */
  readonly allowsErrors: boolean;
}

/** Its report names a stage, and another one than the whole has. Such a one enters only where errors are let in. */
export function isOfOtherStage({ stage }: Pick<Consolidation, "stage">, unit: Pick<UnitStatus, "stage">): boolean {
  return stage !== null && unit.stage !== null && unit.stage !== stage;
}

/** Of a unit none of whose reports counts: nothing came, or nobody can say which of several it is. */
export function unreceived(unit: Unit, isReceived: boolean): UnitStatus {
  const nothing = { reportedOn: null, file: null, counts: null, reading: null, digest: null, sealedOn: null };
  return { unit, isReceived, stage: null, isOnTime: null, altered: [], ...nothing };
}

/** How many reports stand in a unit's summary, where some of those that should do not; null for any other report. */
export function partOfBelow({ reading }: Pick<UnitStatus, "reading">): Coverage | null {
  const below = reading?.summary?.below ?? null;
  return below !== null && below[0] < below[1] ? below : null;
}
