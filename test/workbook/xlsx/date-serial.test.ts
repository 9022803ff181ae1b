import { describe, expect, it } from "@jest/globals";
import { dateSerial, serialDate } from "../../../src/workbook/xlsx/date-serial";

describe("dateSerial", () => {
  it.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["2022-06-30", 44742],
    ["2022-06-30T12:00", 44742.5],
    ["2022-06-30T06:00:00", 44742.25],
    ["2024-02-29", 45351],
    ["1899-12-31", null],
    ["2022-02-30", null],
    ["2022-13-01", null],
    ["30/06/2022", null],
    ["2022-06-30T25:00", null],
  ])("counts %s as %j", (iso, serial) => {
    expect(dateSerial(iso)).toBe(serial);
  });

  it.each([
    ["1904-01-01", 0],
    ["2022-06-30", 43280],
    ["1903-12-31", null],
  ])("counts %s from 1904 as %j", (iso, serial) => {
    expect(dateSerial(iso, true)).toBe(serial);
  });
});

describe("serialDate", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, null],
    [60.5, null],
    [61, "1900-03-01"],
    [44742, "2022-06-30"],
    [44742.5, "2022-06-30T12:00:00"],
    [44742.999999999, "2022-07-01"],
    [44742.00000001, "2022-06-30"],
    [45351, "2024-02-29"],
    [2958465, "9999-12-31"],
    [2958465.999999999, null],
    [2958466, null],
    [0, null],
    [0.75, null],
    [-1, null],
    [1e300, null],
    [Number.NaN, null],
  ])("dates %d as %j", (serial, iso) => {
    expect(serialDate(serial)).toBe(iso);
  });

  it.each([
    [0, "1904-01-01"],
    [60, "1904-03-01"],
    [43280, "2022-06-30"],
    [2957003, "9999-12-31"],
    [2957004, null],
    [2958465, null],
    [-1, null],
  ])("dates %d from 1904 as %j", (serial, iso) => {
    expect(serialDate(serial, true)).toBe(iso);
  });

  it("is the way back from dateSerial", () => {
    for (let serial = 1; serial < 2_958_466; serial += 997) {
      const iso = serialDate(serial);
      if (iso !== null) expect(dateSerial(iso)).toBe(serial);
    }
  });
});
