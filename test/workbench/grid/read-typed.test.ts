import { describe, expect, it } from "@jest/globals";
import type { CellContent } from "../../../src/core/edit";
import { readTyped } from "../../../src/workbench/grid/read-typed";

const count = "#,##0";
const amount = "#,##0.0##";
const date = "dd/mm/yyyy";

const numbers: readonly (readonly [string, string | null, number])[] = [
  ["612", count, 612],
  [" 612 ", count, 612],
  ["0", count, 0],
  ["-5", count, -5],
  ["−5", null, -5],
  ["1.234.567", count, 1234567],
  ["1,234,567", count, 1234567],
  ["12,5", count, 12.5],
  ["12,5", amount, 12.5],
  ["12.5", null, 12.5],
  ["0,125", amount, 0.125],
  ["1.234,5", amount, 1234.5],
  ["1,234.5", amount, 1234.5],
  ["1234,567", amount, 1234.567],
  ["25%", "0%", 0.25],
  ["12,5 %", "0.00%", 0.125],
  ["25", "0%", 0.25],
  ["123456789012345", count, 123456789012345],
];

const texts: readonly (readonly [string, string | null])[] = [
  ["1.234", count],
  ["1,234", count],
  ["1.234", amount],
  ["-1.234", amount],
  ["1 234", count],
  ["25, 42%", amount],
  ["25%", amount],
  ["12 hộ", count],
  ["-", count],
  ["–", count],
  ["-abc", null],
  ["+1", null],
  ["@x", null],
  ["0912345678", "@"],
  ["0912345678", null],
  ["012", count],
  ["04063", null],
  ["1.2.3", null],
  ["12.34.567", null],
  ["1e5", null],
  ["1234567890123456", count],
  ["31/12/2022", count],
  ["31/02/2022", date],
  ["612", date],
  ["=", null],
  ["=1+1", "@"],
  ["Có", null],
  ["hàng một\nhàng hai", null],
];

describe("readTyped", () => {
  it.each(numbers)("reads %j in a cell of %j as the number %d", (text, format, value) => {
    for (const from of ["keyboard", "clipboard"] as const) expect(readTyped(text, { format, from })).toEqual({ value });
  });

  it.each(texts)("[RD3] [ED7] keeps %j in a cell of %j as the text it is", (text, format) => {
    for (const from of ["keyboard", "clipboard"] as const)
      expect(readTyped(text, { format, from })).toEqual({ value: text });
  });

  it.each<[string, string | null, string]>([
    ["31/12/2022", date, "2022-12-31"],
    ["1/2/2022", null, "2022-02-01"],
    ["01-02-2022", "General", "2022-02-01"],
    ["2022-06-30", date, "2022-06-30"],
  ])("reads %j in a cell of %j as the day %s", (text, format, iso) => {
    expect(readTyped(text, { format, from: "keyboard" })).toEqual({ value: { date: iso } });
  });

  it.each<[string, CellContent]>([
    ["=SUM(A1:A3)", { value: null, formula: "SUM(A1:A3)" }],
    ["'=1+1", { value: "=1+1" }],
    ["'012", { value: "012" }],
    ["'12", { value: "12" }],
  ])("takes %j from the keyboard as Excel does", (text, content) => {
    expect(readTyped(text, { format: null, from: "keyboard" })).toEqual(content);
  });

  it.each(["=SUM(A1:A3)", "=cmd|' /C calc'!A0", "'012"])("[ED7] takes %j from the clipboard as text", (text) => {
    expect(readTyped(text, { format: null, from: "clipboard" })).toEqual({ value: text });
  });

  it.each(["", " ", "\n", "\r\n"])("takes %j as nothing", (text) => {
    expect(readTyped(text, { format: count, from: "keyboard" })).toEqual({ value: null });
  });
});
