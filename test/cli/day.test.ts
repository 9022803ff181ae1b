import { describe, expect, it } from "@jest/globals";
import { CannotBeDone } from "../../src/cli/cannot-be-done";
import { dayOf } from "../../src/cli/day";

describe("the day of a run", () => {
  it.each([
    ["2022-06-30T16:59:59Z", "2022-06-30"],
    ["2022-06-30T17:00:00Z", "2022-07-01"],
    ["2022-12-31T20:00:00Z", "2023-01-01"],
  ])("at %s is %s in Viet Nam", (moment, expected) => {
    expect(dayOf(undefined, Date.parse(moment))).toBe(expected);
  });

  it.each(["2022-06-30", "2024-02-29"])("is the one that is named: %s", (typed) => {
    expect(dayOf(typed)).toBe(typed);
  });

  it.each([
    "2022-06-31",
    "2022-02-29",
    "2022-13-01",
    "2022-6-30",
    "30/06/2022",
    "",
    "2022-06-30T00:00",
    "+02022-06-30",
  ])("is none: %s", (typed) => {
    expect(() => dayOf(typed)).toThrow(CannotBeDone);
  });
});
