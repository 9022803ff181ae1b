import { describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../../src/core/cell";
import { carriedOfUnit, type EarlierReport } from "../../../src/core/consolidation/carried-of-unit";
import { makeForm } from "../../../src/core/form/make-form";
import { openPlan } from "../../../src/core/plan/open-plan";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { snapshotOf } from "../../../src/workbook/memory";
import { ownerIn } from "../../cli/sample-file";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

const year = small.year - 1;
const [h1 = "", y = ""] = small.periods.map(({ id }) => id);
const unit = small.units[0]?.code ?? "";

/** The small plan, under one standard, and that of the year before. */
const own = { ...small, standards: { baseline: "A", lastYear: "A", actual: "A" } };
const outcome = openPlan({
  ...JSON.parse(
    JSON.stringify(own)
      .replaceAll(`${year}-`, `${year - 1}-`)
      .replaceAll(`${small.year}-`, `${year}-`),
  ),
  year,
  id: `small-${year}`,
});
if (!("plan" in outcome)) throw new Error(JSON.stringify(outcome.faults));
const before = outcome.plan;

function report(period: string, label: string, changes: Readonly<Record<string, CellValue>> = {}): EarlierReport {
  const cells = new Map([...cleanReport.cells, ...Object.entries(changes)]);
  const reading = readReport(
    before,
    snapshotOf(makeForm(before, ownerIn(before, unit, period), { ...cleanReport, cells }), label),
  );
  if (!isReading(reading)) throw new Error("No report.");
  return { reading, earlier: before, label };
}

const yearEnd = report(`${year}-Y`, "y.xlsx", { "elements/S01/actual": 210 });
const halfYear = report(`${year}-H1`, "h1.xlsx", {
  "elements/S01/actual": 205,
  "households/B01/name": "Bản đã tách",
});
const target = { ...ownerIn(own, unit, h1) };

function cellsFrom(reports: readonly EarlierReport[]): ReadonlyMap<string, CellValue> {
  const carried = carriedOfUnit(own, reports, target);
  if (carried.kind !== "carried") throw new Error(carried.kind);
  return carried.contents.cells;
}

describe("the first form of a year", () => {
  it.each([
    ["in one order", [yearEnd, halfYear]],
    ["in the other", [halfYear, yearEnd]],
  ])("takes the baseline of the year's end and last year's figures of the same months, %s", (_, reports) => {
    const cells = cellsFrom(reports);
    expect(cells.get("elements/S01/baseline")).toBe(210);
    expect(cells.get("elements/S01/last_year")).toBe(205);
    expect(cells.get("households/B01/name")).toBe(cellsFrom([yearEnd]).get("households/B01/name"));
    expect(cells.get("households/B01/p1")).toBe(cellsFrom([yearEnd]).get("households/B01/p1"));
  });

  it("says nothing of a part as left blank that the other report gave", () => {
    const carried = carriedOfUnit(own, [yearEnd, halfYear], target);
    expect(carried.kind === "carried" && carried.contents.left.filter(({ codes }) => codes.length === 0)).toEqual([]);
  });

  it("[CO5] takes the same report twice for one, and two that differ for none", () => {
    expect(cellsFrom([yearEnd, { ...yearEnd, label: "copy.xlsx" }])).toEqual(cellsFrom([yearEnd]));
    const other = report(`${year}-Y`, "other.xlsx", { "elements/S01/actual": 211 });
    expect(carriedOfUnit(own, [yearEnd, other, halfYear], target)).toMatchObject({
      kind: "twice",
      areOfOnePeriod: true,
    });
  });

  it("takes nothing from two reports of one year that both have the baseline", () => {
    const reports = [h1, y].map((id, index) => {
      const { reading } = report(`${year}-Y`, id, { "elements/S01/actual": 220 + index });
      return { reading: { ...reading, period: ownerIn(own, unit, id).period }, earlier: own, label: id };
    });
    expect(carriedOfUnit(own, reports, target)).toMatchObject({ kind: "twice", areOfOnePeriod: false });
  });
});
