import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1, type Block } from "../../src/core/cell";
import { plainValue, type CellsIn } from "../../src/core/plain-formula";
import { calculator } from "../tools/calculator";

/** A1 to A4, and B1 on another sheet; null is a blank or a dash. */
const figures = new Map<string, number | null>([
  ["A1", 180],
  ["A2", 20],
  ["A3", null],
  ["A4", 0.5],
  ["Số liệu!B1", 7],
]);

const cellsIn: CellsIn = (sheet, block) => {
  const found = positionsIn(block).map((cell) => figures.get(sheet === null ? cell : `${sheet}!${cell}`));
  return found.every((value) => value !== undefined) ? found : null;
};

function positionsIn({ top, left, bottom, right }: Block): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(toA1({ row, column }));
  return cells;
}

describe("plain arithmetic", () => {
  it.each<readonly [string, number]>([
    ["1+1", 2],
    [" 170 + 10 ", 180],
    ["A1-A2", 160],
    ["$A$1/A2", 9],
    ["A1*10%", 18],
    ["2^3^2", 64],
    ["-2^2", 4],
    ["--2", 2],
    ["+A1", 180],
    ["(A1+A2)*A4", 100],
    ["SUM(A1:A4)", 200.5],
    ["sum(A1,A2,5)", 205],
    ["SUM(A1:A2,(1+2)*3)", 209],
    ["ROUND(A1/7,2)", 25.71],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1.005,2)", 1.01],
    ["'Số liệu'!B1+1", 8],
    ["1.5E2", 150],
    ["50%%", 0.005],
    ["0^2", 0],
    ["10-2-3", 5],
    ["100/10/2", 5],
  ])("%s is %s", (formula, value) => {
    expect(plainValue(formula, cellsIn)).toBe(value);
  });

  it.each([
    ...["", "A1+", "(1", "1)", "1 2", "SUM()", "SUM(A1:A2", "ROUND(1)", "ROUND(1,-1)", "ROUND(1,0.5)", "1,5"],
    ...["A3+1", "A9", "A1:A2", "A1/0", "1/(1/0)", "0^0", "0^-1", "(-8)^0.5", "9^999", "1e999-1e999", "SUM(A1:A9)"],
    ...['"1"+1', "TRUE+1", "AVERAGE(A1:A2)", "NOW()", "IF(A1>0,1,2)", "A1=A2", "A1&A2", "Tổng", "[1]Sheet1!A1"],
    ...["'[so.xlsx]Sheet1'!A1", "INDIRECT(A1)", "A1#", "{1}", "SUM A1", "R1C1", "A1A", "XFE1", "A0", "Khác!A1"],
    `${"(".repeat(60)}1${")".repeat(60)}`,
    `1${"+1".repeat(600)}`,
  ])("%s has no value of its own", (formula) => {
    expect(plainValue(formula, cellsIn)).toBeNull();
  });

  it("never throws, whatever the formula", () => {
    const piece = fc.constantFrom(..."A1 A2 : ( ) , + - * / ^ % 1 .5 SUM( ROUND( ' ! \" [ $ E".split(" "));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const value = plainValue(pieces.join(""), cellsIn);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
      { seed: 267, numRuns: 3000 },
    );
  });
});

interface Drawn {
  readonly formula: string;
}

const number = fc.integer({ min: 0, max: 999_999 }).map((units) => ({ formula: String(units / 100) }));
const cell = fc.nat(3).map((index) => ({ formula: `A${index + 1}` }));
const formulas = fc.letrec<{ any: Drawn }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    cell,
    fc
      .tuple(tie("any"), fc.constantFrom("+", "-", "*", "/"), tie("any"))
      .map(([left, operator, right]) => ({ formula: `${left.formula}${operator}${right.formula}` })),
    tie("any").map(({ formula }) => ({ formula: `(${formula})` })),
    tie("any").map(({ formula }) => ({ formula: `-(${formula})` })),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => ({ formula: `SUM(A1:A4,${one.formula},${other.formula})` })),
  ),
})).any;

describe("beside the calculator of the proofs", () => {
  it("says the same of every formula that has a value", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        formulas,
        fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 4, maxLength: 4 }),
        (drawn, given) => {
          const { formula } = drawn;
          const value = plainValue(formula, (_, block) =>
            positionsIn(block).map((at) => given[Number(at.slice(1)) - 1] ?? null),
          );
          const expected = calculator(book(formula, given))("Tờ 1", "E1");
          if (value !== null) compared++;
          if (formula.length > 1000) expect(value).toBeNull();
          else expect(value).toBe(typeof expected === "number" && Number.isFinite(expected) ? expected + 0 : null);
        },
      ),
      { seed: 267, numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(700);
  });
});

function book(formula: string, given: readonly number[]): Blueprint {
  const sheet: Blueprint["sheets"][number] = {
    name: "Tờ 1",
    visibility: "visible",
    columns: [],
    rows: new Map(),
    cells: [
      ...given.map((value, row) => ({ row, column: 0, value, look: {} })),
      { row: 0, column: 4, value: null, formula, look: {} },
    ],
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: false,
    print: { orientation: "portrait", fitsWidth: true },
  };
  return { title: "", names: [], sheets: [sheet] };
}
