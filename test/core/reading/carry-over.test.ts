import { describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../../src/core/cell";
import { makeForm } from "../../../src/core/form/make-form";
import { openPlan } from "../../../src/core/plan/open-plan";
import type { Plan } from "../../../src/core/plan/plan";
import type { CarriedOver } from "../../../src/core/reading/carrier";
import { carryOver } from "../../../src/core/reading/carry-over";
import { planInside } from "../../../src/core/reading/plan-inside";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import type { Snapshot } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { ownerIn } from "../../cli/sample-file";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

/** The small plan of the year before, with what differs. */
function before(changes: Partial<Plan> = {}): Plan {
  const year = small.year - 1;
  const text = JSON.stringify({ ...small, ...changes })
    .replaceAll(`${year}-`, `${year - 1}-`)
    .replaceAll(`${small.year}-`, `${year}-`);
  const outcome = openPlan({ ...JSON.parse(text), year, id: `small-${year}` });
  if (!("plan" in outcome)) throw new Error(JSON.stringify(outcome.faults));
  return outcome.plan;
}

const unitCode = small.units[0]?.code ?? "";

function report(plan: Plan, period: string, changes: Readonly<Record<string, CellValue>> = {}): Snapshot {
  const cells = new Map([...cleanReport.cells, ...Object.entries(changes)]);
  return snapshotOf(makeForm(plan, ownerIn(plan, unitCode, period), { ...cleanReport, cells }), "earlier.xlsx");
}

function carried(snapshot: Snapshot, earlier: Plan, period: string): CarriedOver {
  const reading = readReport(earlier, snapshot);
  if (!isReading(reading)) throw new Error("not a report");
  return carryOver(small, reading, { ...ownerIn(small, unitCode, period), earlier });
}

/** What a column of the new form holds, by row. */
function column({ cells }: CarriedOver, table: string, key: string): Record<string, CellValue> {
  const found = [...cells].flatMap(([at, value]): [string, CellValue][] => {
    const [ofTable, code, ofKey] = at.split("/");
    return ofTable === table && ofKey === key ? [[code ?? "", value]] : [];
  });
  return Object.fromEntries(found);
}

const baseline = { S01: 198, S02: 50, S03: 35, S04: 40, S30: 2, S41: 170, S42: "Có" };
const actual = { S01: 200, S02: 46, S03: 38, S04: 38, S30: "-", S41: 180, S42: "Có" };
const sameStandards = { standards: { baseline: "A", lastYear: "A", actual: "A" } };
const [h1, y] = small.periods.map(({ id }) => id);

describe("carrying over within a year", () => {
  it("keeps the baseline and the openings; last year belongs to another period", () => {
    const outcome = carried(report(small, h1 ?? ""), small, y ?? "");
    expect(column(outcome, "elements", "baseline")).toMatchObject(baseline);
    expect(column(outcome, "elements", "last_year")).toEqual({});
    expect(column(outcome, "elements", "actual")).toEqual({});
    expect(column(outcome, "households", "name")).toEqual({ B01: "Bản Đông", B02: "Bản Chủm" });
    expect(column(outcome, "households", "p1")).toEqual({ B01: 30, B02: 20 });
    expect(column(outcome, "households", "n1")).toEqual({ B01: 20, B02: 15 });
    expect(column(outcome, "households", "households")).toEqual({});
    expect(outcome.left).toEqual([{ part: "last_year", reason: "another-period", codes: [] }]);
  });

  it("keeps last year, too, for the same period again", () => {
    const outcome = carried(report(small, h1 ?? ""), small, h1 ?? "");
    expect(column(outcome, "elements", "last_year")).toMatchObject({ S01: 195, S02: 52, S30: 3, S42: "Không" });
    expect(outcome.left).toEqual([]);
  });

  it("keeps the households of a village whose name is blank, and says so", () => {
    const outcome = carried(report(small, h1 ?? "", { "households/B02/name": null }), small, y ?? "");
    expect(column(outcome, "households", "name")).toEqual({ B01: "Bản Đông" });
    expect(column(outcome, "households", "p1")).toEqual({ B01: 30, B02: 20 });
    expect(outcome.left).toContainEqual({ part: "villages", reason: "blank", codes: ["B02"] });
  });

  it("leaves blank what is no clear count, and says where", () => {
    const spoiled = report(small, h1 ?? "", {
      "elements/S01/baseline": "198",
      "elements/S02/baseline": 10.98,
      "elements/S41/baseline": null,
    });
    const outcome = carried(spoiled, small, y ?? "");
    expect(column(outcome, "elements", "baseline")).not.toHaveProperty("S01");
    expect(outcome.left).toEqual(
      expect.arrayContaining([
        { part: "baseline", reason: "not-a-figure", codes: ["S01", "S02"] },
        { part: "baseline", reason: "blank", codes: ["S41"] },
      ]),
    );
  });
});

describe("carrying over from the year before", () => {
  const year = small.year - 1;
  const plan = before(sameStandards);
  const own: Plan = { ...small, ...sameStandards };

  function carriedInto(snapshot: Snapshot, earlier: Plan, into: { plan: Plan; period: string }): CarriedOver {
    const reading = readReport(earlier, snapshot);
    if (!isReading(reading)) throw new Error("not a report");
    return carryOver(into.plan, reading, { ...ownerIn(into.plan, unitCode, into.period), earlier });
  }

  it("at year end, the actual figures are the baseline, and the closings the openings", () => {
    const outcome = carriedInto(report(plan, `${year}-Y`), plan, { plan: own, period: h1 ?? "" });
    expect(column(outcome, "elements", "baseline")).toMatchObject(actual);
    expect(column(outcome, "elements", "last_year")).toEqual({});
    // 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 of each village.
    expect(column(outcome, "households", "p1")).toEqual({ B01: 29, B02: 17 });
    expect(outcome.left).toEqual([{ part: "last_year", reason: "another-period", codes: [] }]);
  });

  it("of the same period, the actual figures are last year's", () => {
    const outcome = carriedInto(report(plan, `${year}-H1`), plan, { plan: own, period: h1 ?? "" });
    expect(column(outcome, "elements", "last_year")).toMatchObject(actual);
    expect(column(outcome, "elements", "baseline")).toEqual({});
    expect(column(outcome, "households", "p1")).toEqual({});
    expect(column(outcome, "households", "name")).toEqual({ B01: "Bản Đông", B02: "Bản Chủm" });
  });

  it("of year end for year end, both", () => {
    const outcome = carriedInto(report(plan, `${year}-Y`), plan, { plan: own, period: y ?? "" });
    expect(column(outcome, "elements", "last_year")).toMatchObject(actual);
    expect(column(outcome, "elements", "baseline")).toMatchObject(actual);
    expect(outcome.left).toEqual([]);
  });

  it("[AR7] figures of another poverty standard stay blank, openings among them", () => {
    const other = before({ standards: { baseline: "B", lastYear: "B", actual: "B" } });
    const outcome = carriedInto(report(other, `${year}-Y`), other, { plan: own, period: h1 ?? "" });
    const rest = small.elements.filter(({ by, restsOnStandard }) => by === small.levels[0].id && restsOnStandard);
    expect(outcome.left).toEqual(
      expect.arrayContaining([
        { part: "baseline", reason: "another-standard", codes: rest.map(({ code }) => code) },
        { part: "openings", reason: "another-standard", codes: ["B01", "B02"] },
      ]),
    );
    expect(column(outcome, "elements", "baseline")).toHaveProperty("S01", 200);
    expect(column(outcome, "elements", "baseline")).not.toHaveProperty("S02");
    expect(column(outcome, "households", "p1")).toEqual({});
  });

  it("a code that meant something else stays blank", () => {
    const elements = small.elements.map((element) =>
      element.code === "S01" ? { ...element, label: { vi: "Tổng số người", en: "All persons" } } : element,
    );
    const other = before({ ...sameStandards, elements });
    const outcome = carriedInto(report(other, `${year}-Y`), other, { plan: own, period: h1 ?? "" });
    expect(outcome.left).toContainEqual({ part: "baseline", reason: "another-meaning", codes: ["S01"] });
  });

  it("two years ago gives nothing", () => {
    const outcome = carriedInto(report(plan, `${year}-Y`), { ...plan, year: year - 1 }, { plan: own, period: y ?? "" });
    expect(outcome.cells.size).toBe(0);
    expect(outcome.left).toContainEqual({ part: "baseline", reason: "another-year", codes: [] });
  });
});

describe("the plan inside a form", () => {
  it("is the plan that the form was made by", () => {
    expect(planInside(report(small, h1 ?? ""))).toEqual({ plan: small });
  });

  it("is not there in other workbooks, and a spoiled one has faults", () => {
    const form = report(small, h1 ?? "");
    const sheets = form.sheets.filter(({ name }) => name !== "pm_plan");
    expect(planInside({ ...form, sheets })).toBeNull();
    const spoiled = form.sheets.map((sheet) =>
      sheet.name === "pm_plan" ? { ...sheet, rows: new Map([[2, new Map([[0, { value: "{" }]])]]) } : sheet,
    );
    expect(planInside({ ...form, sheets: spoiled })).toHaveProperty("faults");
  });
});
