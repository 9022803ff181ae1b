import { contentsKey, type Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import type { CellValue } from "../../src/core/cell";
import type { CoverField } from "../../src/core/form/cover";
import type { Review } from "../../src/core/finding";
import type { Plan } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import { cleanReport } from "./clean-report";
import { cellFrom, cellsOf, withMarks } from "./drawn-page";

/** A finding across reports, by its rule and the unit (or the indicator) it is about. */
export interface ExpectedAcross {
  readonly rule: string;
  readonly unit: string;
}

export interface DrawnReports {
  readonly plan: Plan;
  readonly reviews: readonly Review[];
  readonly expected: readonly ExpectedAcross[];
}

/**
 * The reports of a table (file, unit, period, stage, date, whose figures, then figures by element), the lines about units
 * without one, and a line about the plan's shares.
 */
export function drawnReports(lines: readonly string[]): DrawnReports {
  const rows: ReadonlyMap<string, string>[] = [];
  const expected: ExpectedAcross[] = [];
  let plan = small;
  let heading: readonly string[] | null = null;
  for (const line of lines) {
    const { text, marks } = withMarks(line);
    const cells = cellsOf(text);
    const row = cells && heading ? new Map(heading.map((key, index) => [key, cells[index] ?? ""])) : null;
    if (cells?.length === 0) continue;
    const [, indicator, shares] = /^Kế hoạch giao (\S+): (.+)$/.exec(text) ?? [];
    const about = row?.get("Đơn vị") ?? /^Chưa nộp: (\S+)$/.exec(text)?.[1] ?? indicator;
    if (row) rows.push(row);
    else if (cells) heading = cells;
    else if (about === undefined) throw new Error(`Not understood: ${line}`);
    if (indicator !== undefined) plan = withShares(plan, indicator, (shares ?? "").split(", "));
    expected.push(...marks.map((rule) => ({ rule, unit: about ?? "" })));
  }
  return { plan, reviews: rows.map((row) => reviewOf(plan, row)), expected };
}

/** The same plan with other shares of a total, one for each unit in its order. */
function withShares(plan: Plan, code: string, shares: readonly string[]): Plan {
  const allocation = Object.fromEntries(plan.units.map((unit, index) => [unit.code, Number(shares[index])]));
  const indicators = plan.indicators.map((indicator) =>
    indicator.code === code && indicator.target.kind === "total"
      ? { ...indicator, target: { ...indicator.target, allocation } }
      : indicator,
  );
  return { ...plan, indicators };
}

const times: ReadonlyMap<string, string> = new Map([
  ["", "actual"],
  [" kỳ gốc", "baseline"],
  [" cùng kỳ", "last_year"],
]);

function reviewOf(plan: Plan, row: ReadonlyMap<string, string>): Review {
  const said = row.get("Đơn vị") ?? "";
  const unit = unitByCode(plan, said);
  const period = periodById(plan, row.get("Kỳ") ?? "");
  if (!unit || !period) throw new Error(`No such unit or period: ${[...row.values()].join(" ")}`);
  const copied = row.get("Chép số liệu của") ?? "";
  const own = reportOf(plan, copied === "" ? said : copied);
  const figures = [...row].flatMap(([heading, drawn]): [string, CellValue][] => {
    const [, code, time = ""] = /^(S\d\d)(.*)$/.exec(heading) ?? [];
    const key = times.get(time);
    if (code === undefined || key === undefined || drawn === "") return [];
    return [[contentsKey({ table: "elements", code, key }), cellFrom(drawn).value]];
  });
  const date = row.get("Ngày báo cáo");
  const contents = {
    cover: new Map<CoverField, CellValue>([
      ...own.cover,
      ["pm_stage", row.get("Mức độ") ?? "Chính thức"],
      ...(date === undefined ? [] : ([["pm_reported_on", cellFrom(date).value]] as const)),
    ]),
    cells: new Map([...own.cells, ...figures]),
  };
  return review(plan, snapshotOf(makeForm(plan, { unit, period }, contents), row.get("Tệp") ?? ""));
}

/**
 * The clean report, its counts and amounts as many times as large as the unit's place in the plan: what holds of it still
 * holds. Every row gives a reason, so that a figure drawn across reports says nothing within its own.
 */
export function reportOf(plan: Plan, unit: string): Contents {
  const place = plan.units.findIndex(({ code }) => code === unit) + 1;
  const tables = ["elements", "households", "shortfalls", "funds"].map((table) => `${table}/`);
  const cells = [...cleanReport.cells].map(([key, value]): [string, CellValue] => {
    const isScaled = typeof value === "number" && tables.some((table) => key.startsWith(table));
    return [key, isScaled ? value * Math.max(1, place) : value];
  });
  const reason = "Đã đối chiếu với sổ theo dõi.";
  const reasons = [
    ...plan.elements.map(({ code }) => contentsKey({ table: "elements", code, key: "note" })),
    ...plan.indicators.map(({ code }) => contentsKey({ table: "indicators", code, key: "explanation" })),
  ].map((key) => [key, reason] as const);
  return { ...cleanReport, cells: new Map([...reasons, ...cells]) };
}
