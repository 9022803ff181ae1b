import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import type { CellValue } from "../../src/core/cell";
import type { CoverField } from "../../src/core/form/cover";
import type { Review } from "../../src/core/finding";
import { review } from "../../src/core/review";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import { cleanReport } from "./clean-report";
import { cellFrom, cellsOf, withMarks } from "./drawn-page";

/** A finding across reports, by its rule and the unit it is about. */
export interface ExpectedAcross {
  readonly rule: string;
  readonly unit: string;
}

export interface DrawnReports {
  readonly reviews: readonly Review[];
  readonly expected: readonly ExpectedAcross[];
}

/** The reports of a table (file, unit, period, stage, then figures by element), and the lines about units without one. */
export function drawnReports(lines: readonly string[]): DrawnReports {
  const reviews: Review[] = [];
  const expected: ExpectedAcross[] = [];
  let heading: readonly string[] | null = null;
  for (const line of lines) {
    const { text, marks } = withMarks(line);
    const cells = cellsOf(text);
    const row = cells && heading ? new Map(heading.map((key, index) => [key, cells[index] ?? ""])) : null;
    if (cells?.length === 0) continue;
    const unit = row?.get("Đơn vị") ?? /^Chưa nộp: (\S+)$/.exec(text)?.[1];
    if (row) reviews.push(reviewOf(row));
    else if (cells) heading = cells;
    else if (unit === undefined) throw new Error(`Not understood: ${line}`);
    expected.push(...marks.map((rule) => ({ rule, unit: unit ?? "" })));
  }
  return { reviews, expected };
}

function reviewOf(row: ReadonlyMap<string, string>): Review {
  const unit = unitByCode(small, row.get("Đơn vị") ?? "");
  const period = periodById(small, row.get("Kỳ") ?? "");
  if (!unit || !period) throw new Error(`No such unit or period: ${[...row.values()].join(" ")}`);
  const figures = [...row].filter(([key]) => /^S\d\d$/.test(key));
  const contents = {
    cover: new Map<CoverField, CellValue>([...cleanReport.cover, ["pm_stage", row.get("Mức độ") ?? ""]]),
    cells: new Map([
      ...cleanReport.cells,
      ...figures.map(
        ([code, drawn]) => [contentsKey({ table: "elements", code, key: "actual" }), cellFrom(drawn).value] as const,
      ),
    ]),
  };
  return review(small, snapshotOf(makeForm(small, { unit, period }, contents), row.get("Tệp") ?? ""));
}
