import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../../src/core/cell";
import { numbersIn, readCell, type Said } from "../../../src/core/form/said";
import type { Content } from "../../../src/core/form/table";

describe("[RD3] numbersIn: a text is a number only if it says back the same and means one thing", () => {
  it.each([
    ["180", [180]],
    ["0", [0]],
    ["1.234", [1234]],
    ["1,234", [1234]],
    ["1 234", [1234]],
    ["1.234.567", [1234567]],
    ["-5", [-5]],
    ["−1.234", [-1234]],
    ["10.98", []],
    ["10,5", []],
    ["1.23", []],
    ["1.2345", []],
    ["12.34.567", []],
    ["1.234,567", []],
    ["012", []],
    ["0.123", []],
    ["12 hộ", []],
    ["25, 42%", []],
    ["1e3", []],
    ["+5", []],
    ["- 5", []],
    ["", []],
    ["١٢٣", []],
    ["9".repeat(400), []],
  ])("a count: %j means %j", (text, expected) => {
    expect(numbersIn(text, "whole")).toEqual(expected);
  });

  it.each([
    ["180", [180]],
    ["1.234", [1234, 1.234]],
    ["1,234", [1234, 1.234]],
    ["1 234", [1234]],
    ["1.234.567", [1234567]],
    ["10.98", [10.98]],
    ["10,98", [10.98]],
    ["640,25", [640.25]],
    ["1.234,56", [1234.56]],
    ["1,234.56", [1234.56]],
    ["1 234,56", [1234.56]],
    ["0.123", [0.123]],
    ["0,5", [0.5]],
    ["1,000", [1000, 1]],
    ["-0,5", [-0.5]],
    ["1.234,56.7", []],
    ["1,23,456", []],
    ["25, 42%", []],
    [",5", []],
    ["5.", []],
  ])("with decimals: %j means %j", (text, expected) => {
    expect(numbersIn(text, "decimal")).toEqual(expected);
  });
});

describe("readCell", () => {
  const check = (cell: Cell | undefined, content: Content, expected: Said): void => {
    expect(readCell(cell, content)).toEqual(expected);
  };

  it("[RD2] takes blank for missing, and 0 and dashes for nil, but never one for the other", () => {
    for (const cell of [undefined, { value: null }, { value: "" }, { value: " \u00A0 " }])
      check(cell, "count", { kind: "missing" });
    check({ value: 0 }, "count", { kind: "number", number: 0 });
    for (const value of ["-", "–", "—", "−", " - ", "\u00A0–"]) check({ value }, "count", { kind: "nil" });
    check({ value: "--" }, "count", { kind: "text", text: "--" });
  });

  it("[RD3] offers what a text may mean, and does not take it", () => {
    check({ value: "1.234" }, "count", { kind: "number-as-text", text: "1.234", candidates: [1234] });
    check({ value: "1.234" }, "amount", { kind: "number-as-text", text: "1.234", candidates: [1234, 1.234] });
    check({ value: "25, 42%" }, "percent", { kind: "text", text: "25, 42%" });
  });

  it("[RD6] reads a formula by its value; one without a value is never 0", () => {
    check({ formula: "A1", value: 5 }, "count", { kind: "number", number: 5 });
    check({ formula: "A1", value: null }, "count", { kind: "uncalculated", formula: "A1" });
    check({ formula: "A1", value: "" }, "computed", { kind: "missing" });
    check({ formula: "A1", value: { error: "#REF!" } }, "count", { kind: "error", error: "#REF!" });
  });

  it("[AR1] takes có and không for answers, whatever their case and spaces, and nothing else", () => {
    for (const value of ["Có", "có", " CÓ ", "Có".normalize("NFD")])
      check({ value }, "yes-no", { kind: "answer", isYes: true });
    check({ value: "Không" }, "yes-no", { kind: "answer", isYes: false });
    check({ value: "co" }, "yes-no", { kind: "text", text: "co" });
    check({ value: "-" }, "yes-no", { kind: "text", text: "-" });
    check({ value: 0 }, "yes-no", { kind: "number", number: 0 });
  });

  it("[ED7] leaves words in text cells words", () => {
    for (const value of ["-", "=1+1", "1.234"]) check({ value }, "text", { kind: "text", text: value });
  });
});

describe("[RD4] a cell in a legacy font says what the font shows", () => {
  it.each<[Cell, Content, Said]>([
    [{ value: "Cã", legacyFont: ".VnTime" }, "yes-no", { kind: "answer", isYes: true }],
    [{ value: "Khoâng", legacyFont: "VNI-Times" }, "yes-no", { kind: "answer", isYes: false }],
    [{ value: "kh«ng", legacyFont: ".VnTimeH" }, "yes-no", { kind: "answer", isYes: false }],
    [{ value: "§ang thùc hiÖn", legacyFont: ".VnTime" }, "status", { kind: "text", text: "Đang thực hiện" }],
    [{ value: "M\u00ADêng  Lùm", legacyFont: ".VnTime" }, "text", { kind: "text", text: "Mường Lựm" }],
    [{ value: "46 hé", legacyFont: ".VnTime" }, "count", { kind: "text", text: "46 hộ" }],
    [{ value: "1 234", legacyFont: ".VnTime" }, "count", { kind: "number-as-text", text: "1 234", candidates: [1234] }],
    [{ value: "-", legacyFont: "VNI-Times" }, "count", { kind: "nil" }],
  ])("%j in a column of %s", (cell, content, expected) => {
    expect(readCell(cell, content)).toEqual(expected);
  });

  it.each<[Cell, Content, Said]>([
    [{ value: "Có", legacyFont: ".VnTime" }, "yes-no", { kind: "answer", isYes: true }],
    [{ value: "Không", legacyFont: ".VnTime" }, "yes-no", { kind: "answer", isYes: false }],
    [{ value: "Không phát sinh", legacyFont: ".VnTime" }, "status", { kind: "text", text: "Không phát sinh" }],
    [{ value: "Bản Đông", legacyFont: ".VnTime" }, "text", { kind: "text", text: "Bản Đông" }],
    [{ value: "Tú Nang" }, "text", { kind: "text", text: "Tú Nang" }],
  ])("but %j, chosen from the list or in Unicode anyhow, stays", (cell, content, expected) => {
    expect(readCell(cell, content)).toEqual(expected);
  });
});
