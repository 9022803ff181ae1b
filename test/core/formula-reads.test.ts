import { describe, expect, it } from "@jest/globals";
import { mayRead } from "../../src/core/formula-reads";

describe("mayRead", () => {
  const check = (formula: string, expected: boolean): void => {
    const cells = [{ sheet: "Số liệu", cell: "F12" }];
    expect([formula, mayRead(formula, "Số liệu", cells)]).toEqual([formula, expected]);
  };

  it("knows cells, ranges, whole columns and rows of the own sheet", () => {
    check("F12+1", true);
    check("$F$12", true);
    check("F13", false);
    check("AF12", false);
    check("F121", false);
    check("SUM(F1:F11)", false);
    check("SUM(E1:G20)", true);
    check("SUM(F:F)", true);
    check("SUM($G:$H)", false);
    check("SUM(12:12)", true);
    check("SUM(13:14)", false);
    check("LOG10(5)", false);
    check("100*2.5+TRUE", false);
    check('IF("F12"="",1,2)', false);
  });

  it("knows other sheets", () => {
    check("'Hộ nghèo'!F12", false);
    check("'Hộ nghèo'!A1+F12", true);
    check("'số liệu'!F12", true);
    check("Sheet1!F12:G13", false);
  });

  it("takes what it cannot tell for a yes", () => {
    check("INDIRECT(A1)", true);
    check("OFFSET(A1,1,1)", true);
    check("pm_total", true);
    check("[1]Sheet1!A1", true);
    check("'[so.xlsx]Sheet1'!A1", true);
    check("'A:C'!A1", true);
  });
});
