import { describe, expect, it } from "@jest/globals";
import { isDateFormat } from "../../../src/workbook/xlsx/number-format";

describe("isDateFormat", () => {
  it.each([
    "dd/mm/yyyy",
    "d/m/yyyy;@",
    "[$-42A]dd mmmm yyyy;@",
    '"ngày" d "tháng" m',
    "h:mm AM/PM",
    "[h]:mm",
    "mm:ss.0",
    "yyyy\\-mm\\-dd",
    "[Red]dd/mm",
    "DD/MM/YYYY",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  ])("sees a date in %s", (code) => {
    expect(isDateFormat(164, code)).toBe(true);
  });

  it.each([
    "General",
    "0",
    "#,##0.00",
    '#,##0" hộ"',
    '0.00" điểm"',
    "0\\d",
    "_d0_)",
    "*d0",
    "[Red]0;[Magenta]-0",
    "[$đ-42A]#,##0",
    "#,##0\\ [$₫-42A]",
    "0.00E+00",
    "@",
    '"dd/mm/yyyy"',
    '"chưa đóng dd',
    ";;;",
    "",
    "[>=0.005]+0.00;[<=-0.005]-0.00;0.00",
    "Standard",
  ])("sees none in %s", (code) => {
    expect(isDateFormat(164, code)).toBe(false);
  });

  it("knows the formats that files name by number alone, unless they define it themselves", () => {
    const dates = Array.from({ length: 164 }, (_, id) => id).filter((id) => isDateFormat(id));
    expect(dates).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55,
      56, 57, 58,
    ]);
    expect(isDateFormat(14, "0.00")).toBe(false);
    expect(isDateFormat(2, "dd/mm/yyyy")).toBe(true);
  });
});
