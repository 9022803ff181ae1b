import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { dayIn, daysBetween, shownDay } from "../../../src/core/plan/day";

describe("a day", () => {
  it.each([
    ["2022-06-18", "2022-06-18"],
    ["2022-06-18T07:30:00", "2022-06-18"],
    ["18/06/2022", "2022-06-18"],
    ["8/6/2022", "2022-06-08"],
    ["18 - 6 - 2022", "2022-06-18"],
    ["18.6.2022", "2022-06-18"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2022", null],
    ["31/04/2022", null],
    ["06/18/2022", null],
    ["0/6/2022", null],
    ["18/06/22", null],
    ["2022-13-01", null],
    ["2022-06-181", null],
    ["tháng 6", null],
    ["", null],
  ])("%s is %s", (text, day) => expect(dayIn(text)).toBe(day));

  it.each([
    ["2022-06-20", "2022-06-20", 0],
    ["2022-06-20", "2022-06-19", -1],
    ["2022-02-28", "2022-03-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2021-12-31", "2022-01-01", 1],
    ["1999-12-31", "2100-03-01", 36_585],
  ])("from %s to %s is %i days", (from, to, days) => expect(daysBetween(from, to)).toBe(days));

  it("is counted as the calendar counts", () => {
    const days = fc.date({
      min: new Date("1900-01-01T00:00:00Z"),
      max: new Date("2200-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [from, to] = [one, other].map((day) => day.toISOString().slice(0, 10));
        const apart = (Date.parse(to ?? "") - Date.parse(from ?? "")) / 86_400_000;
        expect(daysBetween(from ?? "", to ?? "")).toBe(apart);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("is written as people write it", () => {
    expect(shownDay("2022-06-08")).toEqual({ vi: "08/06/2022", en: "8 June 2022" });
  });
});
