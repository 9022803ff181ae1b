import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../../src/core/cell";
import type { Content } from "../../../src/core/form/table";
import { readCell } from "../../../src/core/form/said";
import { makeForm } from "../../../src/core/form/make-form";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import { canonicalNumber, canonicalReading, readingDigest } from "../../../src/core/reading/canonical";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import type { CellReading, Reading, TableReading } from "../../../src/core/reading/reading";
import { snapshotOf } from "../../../src/workbook/memory";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

function cleanReading(): Reading {
  const [unit, period] = [unitByCode(small, "04063"), periodById(small, "2022-H1")];
  if (!unit || !period) throw new RangeError("04063");
  const reading = readReport(small, snapshotOf(makeForm(small, { unit, period }, cleanReport), "a.xlsx"));
  if (!isReading(reading)) throw new Error("no reading");
  return reading;
}

/** The line that a cell of a column gives; "" where it gives none. */
function lineOf(cell: Cell | undefined, content: Content): string {
  const reading = cleanReading();
  const table = reading.tables.get("elements");
  const row = table?.rows.get("S41");
  const before = row?.cells.get("actual");
  if (!table || !row || !before) throw new Error("no cell");
  const said: CellReading = {
    ...before,
    content,
    said: readCell(cell, content),
    found: { value: cell?.value ?? null },
    ...(cell?.legacyFont === undefined ? {} : { legacyFont: cell.legacyFont }),
  };
  const other: TableReading = {
    ...table,
    rows: new Map([...table.rows, ["S41", { ...row, cells: new Map([...row.cells, ["actual", said]]) }]]),
  };
  const lines = canonicalReading({ ...reading, tables: new Map([...reading.tables, ["elements", other]]) }).split("\n");
  return lines.find((line) => line.startsWith("elements/S41/actual\t"))?.slice("elements/S41/actual\t".length) ?? "";
}

describe("a number in the canonical reading", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [46, "46"],
    [-0.5, "-0.5"],
    [640.25, "640.25"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [1 / 3, "0.333333333333333"],
    // What is left of the same figure where a program saves 15 digits.
    [0.333333333333333, "0.333333333333333"],
    [0.1 + 0.2, "0.3"],
    [123456789012345680, "123456789012346000"],
    // Just between two: away from zero.
    [1000000000000005, "1000000000000010"],
    [-1000000000000005, "-1000000000000010"],
    [5e-324, `0.${"0".repeat(323)}494065645841247`],
    [Number.MAX_VALUE, `179769313486232${"0".repeat(294)}`],
  ])("%s is %s", (number, expected) => {
    expect(canonicalNumber(number)).toBe(expected);
  });

  it("reads back as the same figure to 15 digits, and says itself again", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (number) => {
        const text = canonicalNumber(number);
        expect(text).toMatch(/^(?:0|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/);
        expect(Number(text).toPrecision(15)).toBe((number + 0).toPrecision(15));
        expect(canonicalNumber(Number(text))).toBe(text);
      }),
      { seed: 267, numRuns: 500 },
    );
  });
});

describe("a cell in the canonical reading", () => {
  const cases: readonly (readonly [what: string, cell: Cell | undefined, content: Content, line: string])[] = [
    ["nothing", undefined, "count", ""],
    ["spaces alone", { value: "  " }, "count", ""],
    ["0", { value: 0 }, "count", "number\t0"],
    ["a dash", { value: " – " }, "count", "number\t0"],
    ["a dash where an answer is wanted", { value: "-" }, "yes-no", "number\t0"],
    ["a dash among words", { value: "-" }, "text", "text\t-"],
    ["an answer", { value: "CÓ" }, "yes-no", "text\tCó"],
    ["an answer where a count is wanted", { value: "có" }, "count", "text\tCó"],
    ["có among words", { value: "có" }, "text", "text\tcó"],
    ["a number as text", { value: "1.234" }, "count", "text\t1.234"],
    ["a formula", { value: 1234, formula: "1000+234" }, "count", "number\t1234"],
    ["a formula never calculated", { value: null, formula: "1000+234" }, "count", "formula\t1000+234"],
    ["words of several lines", { value: "Đã  họp\r\n\u00A014\u200B bản\t" }, "text", "text\tĐã họp 14 bản"],
    ["words without their marks joined", { value: "Đã họp".normalize("NFD") }, "text", "text\tĐã họp"],
    [
      "words in a legacy font, as they are stored",
      { value: "Hé nghÌo", legacyFont: ".VnTime" },
      "text",
      "text\tHé nghÌo",
    ],
    ["a date", { value: { date: "2022-04-03" } }, "count", "date\t2022-04-03"],
    ["an error", { value: { error: "#DIV/0!" } }, "count", "error\t#DIV/0!"],
    ["a truth", { value: true }, "count", "truth\ttrue"],
  ];

  it.each(cases)("%s", (...[, cell, content, line]) => {
    expect(lineOf(cell, content)).toBe(line);
  });
});

describe("the canonical reading", () => {
  it("has a first line, then each path once, in order, and neither labels nor computed cells nor the seal", () => {
    const [first, ...lines] = canonicalReading(cleanReading()).split("\n");
    expect(first).toBe("canonical-reading 1");
    expect(lines.pop()).toBe("");
    const paths = lines.map((line) => line.split("\t")[0] ?? "");
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(lines.every((line) => /^[!-~]+\t(?:number|text|date)\t\S.*$/.test(line))).toBe(true);
    expect(paths.filter((path) => /pm_seal|name|unit$|numerator|p9|check|rate/.test(path))).toEqual([
      "cover/pm_unit_name",
      "households/B01/name",
      "households/B02/name",
    ]);
  });

  it("does not hang on the order in which things were read", () => {
    const reading = cleanReading();
    const turned: Reading = {
      ...reading,
      file: "b.xlsx",
      cover: new Map([...reading.cover].reverse()),
      tables: new Map(
        [...reading.tables].reverse().map(([id, table]): [typeof id, TableReading] => [
          id,
          {
            ...table,
            rows: new Map(
              [...table.rows]
                .reverse()
                .map(([code, row]) => [code, { ...row, cells: new Map([...row.cells].reverse()) }]),
            ),
          },
        ]),
      ),
    };
    expect(canonicalReading(turned)).toBe(canonicalReading(reading));
    expect(readingDigest(turned)).toMatch(/^[0-9a-f]{64}$/);
  });
});
