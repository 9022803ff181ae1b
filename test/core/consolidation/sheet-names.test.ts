import { describe, expect, it } from "@jest/globals";
import { planBook } from "../../../src/core/consolidation/book/book";
import { merge } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { truongNguyen, yenChau } from "../../plans/opened";
import { reviewOf } from "./reports";

/** The names of the whole's sheet and of the first units', of which the first reported. */
function namesOf(plan: Plan, count = 1): string[] {
  const [unit] = plan.units;
  const [period] = plan.periods;
  if (!unit || !period) throw new Error("no unit or no period");
  const { consolidation } = merge(plan, [reviewOf(plan, { unit: unit.code, period: period.id }, {})]);
  if (!consolidation) throw new Error("nothing");
  const book = planBook(consolidation);
  return [book.whole.sheet, ...book.units.slice(0, count).map(({ sheet }) => sheet)];
}

function named(plan: Plan, ...names: readonly string[]): Plan {
  return { ...plan, units: plan.units.map((unit, index) => ({ ...unit, name: names[index] ?? unit.name })) };
}

describe("the sheets of units in a summary", () => {
  it.each<[string, Plan, string[]]>([
    ["a district's own report bears its level's name", yenChau, ["Cấp huyện", "Thị trấn Yên Châu"]],
    ["so does a province's", truongNguyen, ["Cấp tỉnh", truongNguyen.units[0]?.name ?? ""]],
    ["what Excel refuses is left out", named(yenChau, "'Xã [A/B]: mới'"), ["Cấp huyện", "Xã  A B   mới"]],
    ["a name that is taken gets its code", named(yenChau, "cấp HUYỆN"), ["Cấp huyện", "cấp HUYỆN 04060"]],
    ["the sheet that holds the plan keeps its own", named(yenChau, "PM_PLAN"), ["Cấp huyện", "PM_PLAN 04060"]],
    ["long names end in time", named(yenChau, "x".repeat(40)), ["Cấp huyện", "x".repeat(31)]],
  ])("%s", (_case, plan, expected) => {
    expect(namesOf(plan)).toEqual(expected);
  });

  it("never two of one name, whatever the letters' size", () => {
    const plan = named(
      yenChau,
      "Xã A",
      "xã a",
      `${"Xã A".padEnd(24)} 04063`,
      "Cấp huyện",
      "y".repeat(31),
      "y".repeat(31),
    );
    const names = namesOf(
      { ...plan, units: plan.units.map((unit, index) => (index === 5 ? { ...unit, code: "c".repeat(32) } : unit)) },
      15,
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31)).toEqual([]);
  });
});
