import { describe, expect, it } from "@jest/globals";
import type { Blueprint } from "../../src/core/blueprint";
import type { CellValue } from "../../src/core/cell";
import { calculator } from "./calculator";

/** What stands in A1, A2, A3 …; the formula in E1. */
function value(formula: string, ...inputs: readonly CellValue[]): CellValue {
  const sheet: Blueprint["sheets"][number] = {
    name: "Tờ 1",
    visibility: "visible",
    columns: [],
    rows: new Map(),
    cells: [
      ...inputs.map((given, row) => ({ row, column: 0, value: given, look: {} })),
      { row: 0, column: 4, value: "stored values are not looked at", formula, look: {} },
    ],
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: false,
    print: { orientation: "portrait", fitsWidth: true },
  };
  return calculator({ title: "", names: [], sheets: [sheet] })("Tờ 1", "E1");
}

describe("the calculator of the proofs computes as Excel does", () => {
  it.each<readonly [string, readonly CellValue[], CellValue]>([
    // An empty text is above any number: the reason why verdicts ask for figures first.
    ['""&A1>=95', [null], true],
    ["A1>=95", [null], false],
    ['A1=""', [null], true],
    ['"có"="CÓ"', [], true],
    // Doubles with no tolerance: the reason why verdicts compare whole numbers.
    ["100*(29/100)-100*(26/100)>=3", [], false],
    ["100*(29*100-26*100)>=3*100*100", [], true],
    ["1-0.9-0.1=0", [], false],
    // Neither AND nor OR stops at what settles it; IF does.
    ["AND(FALSE,A1>0)", [{ error: "#N/A" }], { error: "#N/A" }],
    ["IF(FALSE,A1,7)", [{ error: "#N/A" }], 7],
    ["IFERROR(A1+1,8)", [{ error: "#REF!" }], 8],
    ["A1+1", ["x"], { error: "#VALUE!" }],
    ["1/A1", [0], { error: "#DIV/0!" }],
    // What is a number, and what only counts as one.
    ["ISNUMBER(A1)", [true], false],
    ["N(A1)", [true], 1],
    ["N(A1)", ["12"], 0],
    ["COUNT(A1:A4)", [1, "2", true, null], 1],
    ["COUNTA(A1:A4)", [1, "2", true, null], 3],
    ["SUM(A1:A3)", [1, { error: "#N/A" }, 2], { error: "#N/A" }],
    ['SUMIF(A1:A3,">=-1E+300")', [1, { error: "#N/A" }, 2], 3],
    ['COUNTIFS(A1:A3,">=2",A1:A3,"<3")', [1, 2, 3], 1],
    ['COUNTIF(A1:A3,"hoàn thành")', ["Hoàn thành", "hoàn", null], 1],
    // Wildcards: to MATCH "?" is any one character, to FIND it is itself.
    ['ISNUMBER(MATCH(A1,{"-","–"},0))', ["?"], true],
    ['ISNUMBER(FIND(A1,"-–"))', ["?"], false],
    ['TRIM(SUBSTITUTE(A1,"\u00A0"," "))', ["\u00A0 a  b "], "a b"],
    ["SUMPRODUCT(--ISNUMBER(A1:A3))", [1, "x", 3], 2],
    ["RANK(A1,A1:A3)", [5, 7, 5], 2],
    ["RANK(A1,A1:A3,1)", [5, 7, 5], 1],
    ["INDEX(A1:A3,MATCH(MAX(A1:A3),A1:A3,0))", [5, 7, 5], 7],
    ['COUNT(A1:A2)&"/"&COLUMNS(A1:C1)', [5, "x"], "1/3"],
    ["-A1*2-1", [3], -7],
    ["'Tờ 1'!$A$1", [4], 4],
  ])("%s of %j is %j", (formula, inputs, expected) => {
    expect(value(formula, ...inputs)).toEqual(expected);
  });
});
