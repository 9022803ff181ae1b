import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { daySerial } from "../../../src/core/plan/day-serial";
import { dateSerial, serialDate } from "../../../src/workbook/xlsx/date-serial";

describe("the number behind a date", () => {
  it.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["1900-06-28", 180],
    ["1970-01-01", 25_569],
    ["2022-04-03", 44_654],
    ["2022-04-03T12:00:00", 44_654.5],
    ["2022-04-03T06:00", 44_654.25],
    ["9999-12-31", 2_958_465],
    ["1899-12-31", null],
    ["2022-02-30", null],
    ["không phải ngày", null],
  ])("of %s is %s", (iso, serial) => {
    expect(daySerial(iso)).toBe(serial);
  });

  it("is what files hold, on every day of the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        const iso = serialDate(serial);
        if (iso === null) return;
        expect(daySerial(iso)).toBe(serial);
        expect(daySerial(iso)).toBe(dateSerial(iso));
      }),
      { seed: 267, numRuns: 1000 },
    );
  });
});
