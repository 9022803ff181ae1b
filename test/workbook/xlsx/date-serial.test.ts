import { describe, expect, it } from "@jest/globals";
import { dateSerial } from "../../../src/workbook/xlsx/date-serial";

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
