import { expect, it } from "@jest/globals";
import { truongNguyen, yenChau } from "./opened";

it("is another plan than the first in every way the core could have grown used to", () => {
  const lists = [truongNguyen, yenChau].map((plan) => ({
    codes: [plan.whole, ...plan.units, ...plan.elements, ...plan.indicators, ...plan.tasks].map(({ code }) => code),
    ids: [...plan.levels, ...plan.periods, ...plan.stages, ...plan.calendars, ...plan.agencies].map(({ id }) => id),
  }));
  const [other, first] = lists;
  expect(other?.codes.filter((code) => first?.codes.includes(code))).toEqual([]);
  expect(other?.ids.filter((id) => first?.ids.includes(id))).toEqual([]);
  expect(truongNguyen.units).toHaveLength(9);
  expect(truongNguyen.groups).toEqual([]);
  expect(truongNguyen.funds).toEqual([]);
  expect(truongNguyen.shortfalls).toBeNull();
  expect(truongNguyen.periods.map((period) => period.months)).toEqual([3, 12]);
});

it("has every kind of target, and units with names that are hard to write", () => {
  expect(new Set(truongNguyen.indicators.map(({ target }) => target.kind))).toEqual(
    new Set(["fall", "range", "total", "level", "watched"]),
  );
  expect(truongNguyen.units.map((unit) => unit.name)).toContain("Đắk R'Tíh");
  expect(Math.max(...truongNguyen.units.map((unit) => unit.name.length))).toBeGreaterThan(31);
});
