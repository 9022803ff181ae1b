import { describe, expect, it } from "@jest/globals";
import type { Blueprint, ChartBlueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { Block, CellValue } from "../../../src/core/cell";
import { mostBars } from "../../../src/core/consolidation/book/charts-sheet";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { unreceived, type Consolidation } from "../../../src/core/consolidation/consolidation";
import { merge } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { progressIn } from "../../../src/core/reading/reading-progress";
import { truongNguyen, yenChau } from "../../plans/opened";
import { reviewsOf } from "./reports";

function consolidated(plan: Plan, period: string, missing: readonly string[] = []): Consolidation {
  const reviews = reviewsOf(plan, period).filter(({ reading }) => {
    const unit = reading?.unit;
    return unit?.kind !== "known" || !missing.includes(unit.unit.code);
  });
  const { consolidation } = merge(plan, reviews, {});
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return consolidation;
}

function chartsOf({ sheets }: Blueprint): { sheet: SheetBlueprint; charts: readonly ChartBlueprint[] } {
  const sheet = sheets.find(({ name }) => name === "Biểu đồ");
  if (!sheet?.charts) throw new Error("no charts");
  return { sheet, charts: sheet.charts };
}

function cellsIn(sheet: SheetBlueprint, block: Block): SheetBlueprint["cells"][number][] {
  return sheet.cells.filter(
    ({ row, column }) => row >= block.top && row <= block.bottom && column >= block.left && column <= block.right,
  );
}

function valuesOf(sheet: SheetBlueprint, chart: ChartBlueprint | undefined, name: string): CellValue[] {
  const block = chart?.series.find((series) => series.name === name)?.values;
  return block ? cellsIn(sheet, block).map(({ value }) => value) : [];
}

describe.each([
  ["a district", yenChau],
  ["another plan", truongNguyen],
])("the charts of %s", (_, plan) => {
  describe.each(plan.periods.map(({ id }) => id))("%s", (period) => {
    const consolidation = consolidated(plan, period);
    const { sheet, charts } = chartsOf(makeSummary(consolidation));

    it("show nothing that is not a formula", () => {
      const drawn = charts.flatMap(({ series }) => series.flatMap(({ categories, values }) => [categories, values]));
      const cells = drawn.flatMap((block) => cellsIn(sheet, block));
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.filter(({ formula }) => formula === undefined)).toEqual([]);
    });

    it("show the progress that the summary computes", () => {
      const wanted = consolidation.indicators.filter(({ code, group }) => {
        const indicator = plan.indicators.find((one) => one.code === code);
        return group === (indicator?.onlyGroup ?? null) && indicator?.target.kind !== "watched";
      });
      const shown = valuesOf(sheet, charts[0], "Tiến độ (%)");
      expect(shown.filter((value) => typeof value === "number")).toEqual(
        wanted.map(({ progress }) => progress).filter((progress) => progress !== null),
      );
    });
  });
});

describe("the poverty rate by unit", () => {
  const late = "04069";
  const consolidation = consolidated(yenChau, "2022-Y", [late]);
  const { sheet, charts } = chartsOf(makeSummary(consolidation));
  const reporting = consolidation.units.filter(({ unit }) => unit.code !== yenChau.whole.code);
  const own = reporting.map(({ reading }) =>
    reading ? progressIn(yenChau, reading).find(({ code }) => code === "C01") : undefined,
  );

  it.each([
    ["Kỳ gốc", 1, "baselineValue"],
    ["Thực hiện", 1, "value"],
    ["Tăng, giảm (điểm %)", 2, "change"],
  ] as const)("%s is what each unit's report gives, and a gap where it is missing", (name, chart, key) => {
    const shown = valuesOf(sheet, charts[chart], name);
    expect(shown).toEqual(own.map((progress) => progress?.[key] ?? ""));
    expect(shown.filter((value) => value === "")).toHaveLength(1);
  });

  it("says by its name that a unit is missing", () => {
    const names = charts[1]?.series[0]?.categories;
    const shown = names ? cellsIn(sheet, names).map(({ value }) => (typeof value === "string" ? value : "")) : [];
    expect(shown.filter((name) => name.endsWith("(thiếu)"))).toEqual(["Chiềng Sàng (thiếu)"]);
  });
});

describe("many units", () => {
  const units = Array.from({ length: 200 }, (_, index) => ({
    ...(yenChau.units[index % yenChau.units.length] ?? yenChau.whole),
    code: `9${index}`,
    name: `Xã số ${index}`,
  }));
  const consolidation = consolidated(yenChau, "2022-Y");
  const plan = { ...yenChau, units };
  const statuses = units.map((unit) => unreceived(unit, false));
  const whole = consolidation.units.filter(({ unit }) => unit.code === yenChau.whole.code);
  const { sheet, charts } = chartsOf(makeSummary({ ...consolidation, plan, units: [...statuses, ...whole] }));

  it("are drawn as far as they can be told apart, and the sheet says so", () => {
    const block = charts[1]?.series[0]?.values ?? { top: 0, bottom: 0 };
    expect(block.bottom - block.top + 1).toBe(mostBars);
    expect(
      sheet.cells.some(({ value }) => typeof value === "string" && value.includes(`vẽ ${mostBars} đơn vị đầu`)),
    ).toBe(true);
  });
});
