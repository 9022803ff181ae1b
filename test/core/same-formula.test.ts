import { describe, expect, it } from "@jest/globals";
import { sameFormula } from "../../src/core/same-formula";

describe("sameFormula", () => {
  it.each([
    ["SUM(D9:D12)", "sum( D9 : D12 )"],
    ["SUM(D9:D12)", "SUM($D$9:$D$12)"],
    ["'Số liệu'!E12", "'Số liệu'!$E$12"],
    ["'Data'!E12", "Data!E12"],
    ["IF(A1>0,TRUE,FALSE)", "IF(A1>0,TRUE(),FALSE())"],
    ['IFERROR(A1,"")', '_xlfn.IFERROR(A1,"")'],
    ["A1>=-1E+300", "A1>=-1e300"],
    ["A1*0.5", "A1*.50"],
    ["IF(\nA1,\n1)", "IF(A1,1)"],
  ])("%s is %s", (one, other) => {
    expect(sameFormula(one, other)).toBe(true);
    expect(sameFormula(other, one)).toBe(true);
  });

  it.each([
    ["SUM(D9:D12)", "SUM(D9:D11)"],
    ["A1-B1", "A1+B1"],
    ['IF(A1="",1,0)', 'IF(A1=" ",1,0)'],
    ['IF(A1="Có",1,0)', 'IF(A1="có",1,0)'],
    ['IF(A1="TRUE()",1,0)', 'IF(A1="TRUE",1,0)'],
    ["'Số liệu'!E12", "'SỐ LIỆU'!E12"],
    ["'a b'!E12", "'ab'!E12"],
    ["A1*100", "A1*10"],
    ["[1]Sheet1!A1", "Sheet1!A1"],
    ["A1", ""],
  ])("%s is not %s", (one, other) => {
    expect(sameFormula(one, other)).toBe(false);
  });

  it("is quick with what is made to be slow", () => {
    const started = performance.now();
    for (const part of ["'", '"', "''!", "$", "A!", "1E", "((", "' \""]) {
      sameFormula(part.repeat(65_536 / part.length), "SUM(D9:D12)");
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
