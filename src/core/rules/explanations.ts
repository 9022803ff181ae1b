import { elementsOf, indicatorsAskedOf } from "../plan/lookups";
import type { Indicator } from "../plan/plan";
import type { Progress } from "../progress/measure";
import { unitCodeOf } from "../reading/reading";
import { figureAt, isThere, skippedFor, type FigureAt } from "./figures/figure-at";
import { holdsWords } from "./noted";
import type { Report, Skipped } from "./rule";
import { isOwnSheet } from "./sheet-marks";

/** An indicator of the report with its progress and the cell for its explanation. */
export interface ExplainedIndicator {
  readonly indicator: Indicator;
  readonly progress: Progress;
  readonly cell: FigureAt;
  readonly isExplained: boolean;
}

/** The indicators of a report whose row is there; none where `indicatorsUnknown` says why. */
export function* indicatorsIn(report: Report): Generator<ExplainedIndicator> {
  if (indicatorsUnknown(report)) return;
  const measured = new Map(report.progress.map((one) => [one.code, one]));
  for (const indicator of indicatorsAskedOf(report.plan, unitCodeOf(report.reading) ?? "")) {
    const progress = measured.get(indicator.code);
    const cell = figureAt(report, { table: "indicators", code: indicator.code, key: "explanation" });
    if (progress && cell) yield { indicator, progress, cell, isExplained: holdsWords(cell.cell) };
  }
}

/** The third outcome for an indicator that rests on figures of which some, but not all, lack. */
export function skippedBelow(report: Report, { indicator, cell }: ExplainedIndicator): Skipped | null {
  const figures = elementsOf(indicator)
    .flatMap((code) => ["actual", "baseline"].map((key) => figureAt(report, { table: "elements", code, key })))
    .filter((one) => one !== null);
  const unreadable = figures.filter(({ lacks }) => lacks === "figure-is-unreadable");
  return figures.some(isThere) || unreadable.length > 0 ? skippedFor(cell, [...unreadable, ...figures]) : null;
}

/** Targets hang on the unit and the period: without them, or in a sheet of another report, no status can be told. */
export function indicatorsUnknown({ reading }: Report): Skipped | null {
  const table = reading.tables.get("indicators");
  if (!table || reading.summary) return null;
  const at = { sheet: table.sheet, cell: null };
  if (!isOwnSheet(reading, table)) return { skipped: "unit-is-unknown", about: null, at, code: null };
  return reading.period ? null : { skipped: "period-is-unknown", about: null, at, code: null };
}

/** The column is gone, so that nothing could be explained there. */
export function skippedWithoutCell({ cell }: ExplainedIndicator): Skipped | null {
  return cell.cell ? null : skippedFor(cell, [cell]);
}
