import { describe, expect, it } from "@jest/globals";
import { makeForm } from "../../src/core/form/make-form";
import { contentsKey } from "../../src/core/form/contents";
import { elementsAskedOf } from "../../src/core/plan/lookups";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { truongNguyen, yenChau } from "../plans/opened";

const seed = 267;

const made = new Map<string, ReturnType<typeof sampleContents>>();

function contents(plan: Plan, of: { unit: Unit; period: Period }): ReturnType<typeof sampleContents> {
  const key = `${plan.id} ${of.unit.code} ${of.period.id}`;
  const known = made.get(key) ?? sampleContents(plan, { ...of, seed });
  made.set(key, known);
  return known;
}

function figure(plan: Plan, of: { unit: Unit; period: Period }, cell: { code: string; key: string }): number {
  const value = contents(plan, of).cells.get(contentsKey({ table: "elements", ...cell }));
  return typeof value === "number" ? value : 0;
}

describe.each([
  ["Yên Châu", yenChau],
  ["Trường Nguyên", truongNguyen],
])("the samples of %s", (_, plan) => {
  const owners = [...plan.units, plan.whole].flatMap((unit) => plan.periods.map((period) => ({ unit, period })));

  it("have no error and no warning", () => {
    const found = owners.flatMap(({ unit, period }) => {
      const form = makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed }));
      return review(plan, snapshotOf(form, `${unit.code} ${period.id}`)).findings;
    });
    expect(found).toEqual([]);
  });

  it("are the same for the same seed, and differ by unit", () => {
    const texts = owners.map((of) => JSON.stringify([...sampleContents(plan, { ...of, seed }).cells]));
    expect(owners.map((of) => JSON.stringify([...sampleContents(plan, { ...of, seed }).cells]))).toEqual(texts);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("agree over the year: one baseline, and flows that only grow", () => {
    const [first, last] = [plan.periods[0], plan.periods.at(-1)];
    if (!first || !last) throw new Error("no periods");
    for (const unit of plan.units) {
      for (const { code, kind, content } of elementsAskedOf(plan, unit.code)) {
        if (content === "yes-no") continue;
        const baseline = { code, key: "baseline" };
        expect(figure(plan, { unit, period: last }, baseline)).toBe(figure(plan, { unit, period: first }, baseline));
        const actual = { code, key: "actual" };
        if (kind === "stock") continue;
        expect(figure(plan, { unit, period: last }, actual)).toBeGreaterThanOrEqual(
          figure(plan, { unit, period: first }, actual),
        );
      }
    }
  });
});

describe("the samples of Yên Châu", () => {
  it("have the sizes that are known", () => {
    const [period] = yenChau.periods;
    if (!period) throw new Error("no period");
    const households = (code: string): number => {
      const unit = yenChau.units.find((candidate) => candidate.code === code);
      return unit ? figure(yenChau, { unit, period }, { code: "S01", key: "baseline" }) : 0;
    };
    expect(households("04084")).toBe(1322);
    expect(households("04063")).toBe(1701);
    expect(households("04078")).toBe(1099);
    expect(households("04072")).toBe(942);
    const total = yenChau.units.reduce((sum, { code }) => sum + households(code), 0);
    expect(total).toBeGreaterThan(16_000);
    expect(total).toBeLessThan(17_000);
  });
});
