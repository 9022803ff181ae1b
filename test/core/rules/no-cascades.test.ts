import { describe, expect, it } from "@jest/globals";
import { fromA1, toA1, type CellValue } from "../../../src/core/cell";
import { contentsKey, type Contents } from "../../../src/core/form/contents";
import type { CoverField } from "../../../src/core/form/cover";
import { makeForm } from "../../../src/core/form/make-form";
import { merge } from "../../../src/core/merge";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import type { Plan } from "../../../src/core/plan/plan";
import { withinRules } from "../../../src/core/rules/within-rules";
import { review } from "../../../src/core/review";
import { cellAt, type SheetSnapshot, type Snapshot } from "../../../src/core/snapshot";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import { cleanReport } from "../../laws/clean-report";
import { small, yenChau } from "../../plans/opened";

function form(plan: Plan, code: string, contents?: Contents): Snapshot {
  const unit = unitByCode(plan, code);
  const period = plan.periods[0];
  if (!unit || !period) throw new RangeError(code);
  return snapshotOf(
    makeForm(plan, { unit, period }, contents ?? sampleContents(plan, { unit, period, seed: 267 })),
    "a.xlsx",
  );
}

function withCell(picture: Snapshot, at: { sheet: string; cell: string }, value: CellValue): Snapshot {
  const change = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    rows: new Map(
      [...sheet.rows].map(([row, cells]) => [
        row,
        new Map(
          [...cells].map(([column, cell]) => [column, toA1({ row, column }) === at.cell ? { ...cell, value } : cell]),
        ),
      ]),
    ),
  });
  return { ...picture, sheets: picture.sheets.map((sheet) => (sheet.name === at.sheet ? change(sheet) : sheet)) };
}

function withoutColumn<Value>(cells: ReadonlyMap<number, Value>, gone: number): ReadonlyMap<number, Value> {
  return new Map([...cells].filter(([column]) => column !== gone));
}

function withCover(picture: Snapshot, field: CoverField, value: CellValue): Snapshot {
  const at = picture.names.get(field);
  if (!at) throw new RangeError(field);
  return withCell(picture, at, value);
}

function spoken(plan: Plan, picture: Snapshot): string[] {
  return review(plan, picture).findings.map(({ rule, sheet, cell }) => `${rule} ${sheet ?? ""} ${cell ?? ""}`.trim());
}

describe("a good report", () => {
  it.each(yenChau.periods.flatMap(({ id }) => [...yenChau.units, yenChau.whole].map(({ code }) => [code, id])))(
    "%s %s of the samples has no findings",
    (code, id) => {
      const [unit, period] = [unitByCode(yenChau, code), periodById(yenChau, id)];
      if (!unit || !period) throw new RangeError(code);
      const contents = sampleContents(yenChau, { unit, period, seed: 267 });
      const picture = snapshotOf(makeForm(yenChau, { unit, period }, contents), "a.xlsx");
      expect(review(yenChau, picture, { on: "2022-12-31", earlier: [] }).findings).toEqual([]);
    },
  );
});

describe("one fault is one finding", () => {
  it("[RD5] an unknown unit, also where its form has a group's own indicators", () => {
    const groupsOwn = form(yenChau, "04063");
    expect(spoken(yenChau, withCover(groupsOwn, "pm_unit_code", "99999"))).toEqual(["unit-is-known Bìa C8"]);
    const nobodys = form(yenChau, "04060");
    expect(spoken(yenChau, withCover(nobodys, "pm_unit_code", "99999"))).toEqual(["unit-is-known Bìa C8"]);
  });

  it("a cover of another unit, whose targets are others", () => {
    expect(spoken(yenChau, withCover(form(yenChau, "04060"), "pm_unit_code", "04063"))).toEqual([
      "unit-name-matches-code Bìa C9",
      "sheets-are-of-one-report Bìa C8",
    ]);
  });

  it("[RD5] an unknown period", () => {
    expect(spoken(yenChau, withCover(form(yenChau, "04063"), "pm_period", "2023-H1"))).toEqual([
      "period-is-known Bìa C10",
    ]);
  });

  it("a report of another plan, whatever its codes and periods are by this one", () => {
    const foreign = withCover(form(yenChau, "04060"), "pm_plan", "chuong-trinh-mtqg-2026");
    const broken = withCover(withCover(foreign, "pm_unit_code", "99999"), "pm_period", "2026-Q1");
    expect(spoken(yenChau, broken)).toEqual(["plan-is-this-plan Bìa C16"]);
    const { unevaluated } = review(yenChau, broken);
    expect(new Set(unevaluated.map(({ because }) => because))).toEqual(new Set(["report-is-of-another-plan"]));
    expect(unevaluated.map(({ rule }) => rule)).toEqual(
      withinRules.map(({ id }) => id).filter((id) => id !== "plan-is-this-plan"),
    );
  });

  it("a report that names no plan, or whose cover is gone, is not known to be of this one", () => {
    const picture = form(yenChau, "04063");
    const nameless = review(yenChau, withCover(picture, "pm_plan", null));
    expect(nameless.findings).toEqual([]);
    expect(nameless.unevaluated).toContainEqual(
      expect.objectContaining({ rule: "plan-is-this-plan", because: "report-names-no-plan" }),
    );
    const fields = ["pm_reporter", "pm_phone", "pm_reported_on"] as const;
    const names = new Map([...picture.names].filter(([name]) => !fields.some((field) => field === name)));
    const keyless = fields.reduce<Snapshot>(
      (before, field) => {
        const { row = 0 } = fromA1(picture.names.get(field)?.cell ?? "") ?? {};
        return withCell(before, { sheet: "Bìa", cell: toA1({ row, column: 0 }) }, "mất");
      },
      { ...picture, names },
    );
    const gone = review(yenChau, keyless);
    expect(gone.findings).toEqual([]);
    expect(gone.unevaluated.filter(({ because }) => because === "sheet-is-gone").map(({ rule }) => rule)).toEqual([
      "report-date-is-plausible",
      "reporter-is-named",
      "reporter-is-named",
    ]);
  });

  it("a date that cannot be, and a reporter who is not named", () => {
    const picture = form(yenChau, "04063");
    expect(spoken(yenChau, withCover(picture, "pm_reported_on", { date: "2020-06-18" }))).toEqual([
      "report-date-is-plausible Bìa C14",
    ]);
    const nameless = withCover(withCover(picture, "pm_reporter", null), "pm_phone", null);
    expect(spoken(yenChau, nameless)).toEqual(["reporter-is-named Bìa C12", "reporter-is-named Bìa C13"]);
    const late = withCover(picture, "pm_reported_on", { date: "2022-07-01" });
    const [told, untold] = [review(yenChau, late, { on: "2022-06-30", earlier: [] }), review(yenChau, late)];
    expect(told.findings.map(({ rule }) => rule)).toEqual(["report-date-is-plausible"]);
    expect(untold.findings).toEqual([]);
    expect(untold.unevaluated).toContainEqual(
      expect.objectContaining({ rule: "report-date-is-plausible", because: "no-date-of-checking" }),
    );
  });

  it.each(["Số liệu", "Chỉ tiêu", "Hộ nghèo", "Thiếu hụt", "Nhiệm vụ", "Kinh phí"])("%s is gone", (name) => {
    const picture = form(yenChau, "04063");
    const sheets = picture.sheets.filter((sheet) => sheet.name !== name);
    expect(spoken(yenChau, { ...picture, sheets })).toEqual(["sheet-is-present"]);
  });

  it("[RD1] a column that lost its key, whose heading is there", () => {
    const picture = form(yenChau, "04063");
    const keyRow = picture.sheets.find(({ name }) => name === "Số liệu")?.rows.get(0);
    const column = [...(keyRow ?? [])].find(([, { value }]) => value === "actual")?.[0] ?? -1;
    const at = { sheet: "Số liệu", cell: toA1({ row: 0, column }) };
    expect(spoken(yenChau, withCell(picture, at, "gone"))).toEqual(["keys-are-in-place Số liệu F1"]);
  });

  it("a required column is gone", () => {
    const picture = form(yenChau, "04063");
    const sheets = picture.sheets.map((sheet) =>
      sheet.name === "Số liệu"
        ? { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row, withoutColumn(cells, 5)])) }
        : sheet,
    );
    expect(spoken(yenChau, { ...picture, sheets })).toEqual(["column-is-present Số liệu"]);
  });

  it("an error that the form's formulas pass on", () => {
    const cells = new Map([
      ...cleanReport.cells,
      [contentsKey({ table: "households", code: "B01", key: "p1" }), { error: "#REF!" }],
    ] as const);
    const typed = form(small, "04063", { ...cleanReport, cells });
    const spread = withCell(typed, { sheet: "Hộ nghèo", cell: "D15" }, { error: "#REF!" });
    expect(spoken(small, spread)).toEqual(["cell-is-not-an-error Hộ nghèo D11"]);
  });

  it("an error that nothing typed explains is told where it stands", () => {
    const spread = withCell(form(small, "04063", cleanReport), { sheet: "Hộ nghèo", cell: "D15" }, { error: "#NAME?" });
    expect(spoken(small, spread)).toContain("cell-is-not-an-error Hộ nghèo D15");
  });

  it("a total that is off only because a village is", () => {
    const village = withCell(form(small, "04063", cleanReport), { sheet: "Hộ nghèo", cell: "U11" }, 22);
    const total = withCell(village, { sheet: "Hộ nghèo", cell: "U15" }, 39);
    const found = ["closing-follows-from-movements Hộ nghèo U11", "same-figure-agrees-everywhere Số liệu F11"];
    expect(spoken(small, total)).toEqual(found);
    const more = withCell(village, { sheet: "Hộ nghèo", cell: "U15" }, 40);
    expect(spoken(small, more)).toEqual([found[0], "total-is-the-sum-of-its-parts Hộ nghèo U15", found[1]]);
  });

  it("an unfinished village does not make the totals wrong", () => {
    const cells = new Map<string, CellValue>(cleanReport.cells);
    cells.delete(contentsKey({ table: "households", code: "B01", key: "p7" }));
    expect(spoken(small, form(small, "04063", { ...cleanReport, cells }))).toEqual(["figure-is-present Hộ nghèo J11"]);
  });
});

describe("foreign text", () => {
  it("cannot move the cursor, turn the line or fill the screen", () => {
    const text = `A\u001B[2J\u202Eb${"x".repeat(30_000)}`;
    const cells = new Map<string, CellValue>([
      ...cleanReport.cells,
      [contentsKey({ table: "elements", code: "S41", key: "actual" }), text],
    ]);
    const { findings } = review(small, form(small, "04063", { ...cleanReport, cells }));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.facts["found"]).toMatch(/^A\[2Jbx{54}…$/);
  });
});

describe("a report of another plan", () => {
  it("is told across reports", () => {
    const own = form(small, "04063", cleanReport);
    const foreign = withCover(own, "pm_plan", "yen-chau-2022");
    const told = merge(small, [review(small, foreign)]).findings.filter(
      ({ rule }) => rule === "reports-are-of-one-period",
    );
    expect(told).toMatchObject([
      { code: "04063", file: "a.xlsx", sheet: "Bìa", facts: { kind: "plan", found: { vi: "yen-chau-2022" } } },
    ]);
  });

  it("knows where a cell stands", () => {
    const sheet = form(small, "04063", cleanReport).sheets.find(({ name }) => name === "Hộ nghèo");
    expect(sheet && cellAt(sheet, 10, 20)?.value).toBe(21);
  });
});
