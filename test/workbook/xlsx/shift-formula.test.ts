import { describe, expect, it } from "@jest/globals";
import { shiftable } from "../../../src/workbook/xlsx/shift-formula";

const shift = (formula: string, rows: number, columns: number): string => shiftable(formula)({ rows, columns });

describe("shiftable", () => {
  it.each([
    ["A1+$A1+A$1+$A$1", "C2+$A2+C$1+$A$1"],
    ["SUM(A1:B2,C3:$D$4)", "SUM(C2:D3,E4:$D$4)"],
    ["A1:B$2:C3", "C2:D$2:E4"],
    ["a1+$b2", "C2+$b3"],
    ["SUM(A:C)+SUM($A:C)+SUM(1:3)+SUM($1:3)", "SUM(C:E)+SUM($A:E)+SUM(2:4)+SUM($1:4)"],
    ["Sheet1!A1+'Số liệu'!B2+Bìa!C3", "Sheet1!C2+'Số liệu'!D3+Bìa!E4"],
    ["Sheet1:Sheet3!A1", "Sheet1:Sheet3!C2"],
    ["Sheet1!A1:Sheet1!B2", "Sheet1!C2:Sheet1!D3"],
    ['\'A1 B2\'!A1&"A1 ""B2"" C3"&A1', '\'A1 B2\'!C2&"A1 ""B2"" C3"&C2'],
    ["'Bản ''A1'''!A1", "'Bản ''A1'''!C2"],
    ["LOG10(A1)+ATAN2(A1,B1)", "LOG10(C2)+ATAN2(C2,D2)"],
    ["A1:INDEX(B1:B9,2)", "C2:INDEX(D2:D10,2)"],
    ["OFFSET(A1,1,1):B2", "OFFSET(C2,1,1):D3"],
    ["1E5+2.5E-3+.5*A1%", "1E5+2.5E-3+.5*C2%"],
    ["T1!A1+Tổng_1+pm_A1+A1.b+\\A1", "T1!C2+Tổng_1+pm_A1+A1.b+\\A1"],
    ["Table1[Col2]+Table1[[#This Row],[B3]]+[1]Sheet1!A1", "Table1[Col2]+Table1[[#This Row],[B3]]+[1]Sheet1!C2"],
    ["Table1['[A1]+A1", "Table1['[A1]+C2"],
    ["TAX2023+ZZZ1+XFD1048577+A0", "TAZ2024+ZZZ1+XFD1048577+A0"],
    ["A1#+{1,2;3,4}*A1+TRUE+#REF!", "C2#+{1,2;3,4}*C2+TRUE+#REF!"],
    ['IF(A1>=1,"",-A1^2)', 'IF(C2>=1,"",-C2^2)'],
    ["A1,B1 C1", "C2,D2 E2"],
    ["", ""],
  ])("moves %s", (formula, expected) => {
    expect(shift(formula, 1, 2)).toBe(expected);
  });

  it.each([
    ["A1", { rows: -1, columns: 0 }, "#REF!"],
    ["A2", { rows: -1, columns: 0 }, "A1"],
    ["B1", { rows: 0, columns: -2 }, "#REF!"],
    ["$A$1+A$1", { rows: -1, columns: 0 }, "$A$1+A$1"],
    ["XFD1048576", { rows: 1, columns: 0 }, "#REF!"],
    ["XFD1048576", { rows: 0, columns: 1 }, "#REF!"],
    ["SUM(A1:B2)", { rows: -1, columns: 0 }, "SUM(#REF!:B1)"],
    ["SUM(A:B)", { rows: 5, columns: -1 }, "SUM(#REF!)"],
    ["SUM(1:2)", { rows: -1, columns: 7 }, "SUM(#REF!)"],
  ])("moves %s by %j", (formula, by, expected) => {
    expect(shiftable(formula)(by)).toBe(expected);
  });

  it("leaves a formula as it is where it does not move, and moves it back", () => {
    const formula = "SUM(B2:$C$9)/IF(D$4>0,'A1'!$E5,Table1[B2])&\"B2\"";
    expect(shift(formula, 0, 0)).toBe(formula);
    expect(shift(shift(formula, 3, 4), -3, -4)).toBe(formula);
  });

  it.each(['"', "'", "[", "['", "[[", "a:", "A1", "$", "(", "\"'["])(
    "takes a hundred thousand of %s apart at once",
    (piece) => {
      const started = performance.now();
      shift(piece.repeat(100_000), 1, 1);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});
