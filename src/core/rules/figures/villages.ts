import { totalCode } from "../../form/commune-tables";
import type { CellKey } from "../../form/form-context";
import type { RowReading } from "../../reading/reading";
import { figureAt, isThere, skippedFor, type FigureAt } from "./figure-at";
import { rowsOf } from "../naming/report-cells";
import type { Report, Skipped } from "../rule";

/** The villages of Hộ nghèo whose rows were begun: the untouched rows of the form ask for nothing. */
export function villagesIn({ reading }: Report): RowReading[] {
  const table = reading.tables.get("households");
  return table ? rowsOf(table).filter((row) => row.row.code !== totalCode && isBegun(row)) : [];
}

function isBegun({ cells }: RowReading): boolean {
  return [...cells.values()].some(
    ({ content, said }) => (content === "text" || content === "count") && said.kind !== "missing",
  );
}

export function villageKey(code: string, key: string): CellKey {
  return { table: "households", code, key };
}

/** A column of Hộ nghèo added up over its villages, or the figures that stand in the way. */
export interface VillageSum {
  /** Null where no village was begun, or one of them lacks a figure. */
  readonly sum: number | null;
  readonly lacking: readonly FigureAt[];
}

export function villageSum(report: Report, column: string): VillageSum {
  const figures = villagesIn(report).map(({ row }) => figureAt(report, villageKey(row.code, column)));
  const lacking = figures.filter((one) => one !== null).filter((one) => !isThere(one));
  const there = figures.filter(isThere);
  const isWhole = there.length > 0 && lacking.length === 0;
  return { sum: isWhole ? there.reduce((sum, { figure }) => sum + figure, 0) : null, lacking };
}

/** An element's figure and the sum of a column that says the same. */
export interface Twin {
  readonly element: FigureAt;
  readonly figure: number;
  readonly sum: number;
}

/** The two, or the third outcome where one of them cannot be used; null where both are blank, or the form has no such cells. */
export function twinIn(report: Report, key: CellKey, column: string): Twin | Skipped | null {
  const element = figureAt(report, key);
  const total = figureAt(report, villageKey(totalCode, column));
  if (!element || !total) return null;
  const { sum, lacking } = villageSum(report, column);
  if (isThere(element) && sum !== null) return { element, figure: element.figure, sum };
  if (element.lacks === "figure-is-missing" && sum === null && lacking.length === 0) return null;
  const [first] = lacking;
  return skippedFor(element, [element, first ?? total.asMissing()]);
}
