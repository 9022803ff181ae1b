import { describe, expect, it } from "@jest/globals";
import type { Blueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { CellValue } from "../../../src/core/cell";
import { isUnreadable } from "../../../src/core/snapshot";
import { canBeReadBack } from "../../../src/workbook/xlsx/bounds";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { plain } from "../contract-book";

const columns = 1000;

function bookOf(cells: number, value: (index: number) => CellValue, formula?: string): Blueprint {
  const sheet: SheetBlueprint = {
    name: "Số",
    ...plain,
    cells: Array.from({ length: cells }, (_, index) => ({
      row: Math.floor(index / columns),
      column: index % columns,
      value: value(index),
      look: {},
      ...(formula === undefined ? {} : { formula }),
    })),
  };
  return { title: "Thử", names: [], sheets: [sheet] };
}

describe("what can be read back is known before it is written", () => {
  it.each([
    ["numbers within the bound", bookOf(590_000, (index) => index), true],
    ["more numbers", bookOf(601_000, (index) => index), false],
    ["formulas within it", bookOf(480_000, () => 1, "1+0"), true],
    ["more formulas", bookOf(502_000, () => 1, "1+0"), false],
    ["texts of their own within it", bookOf(300_000, (index) => `Chữ ${index}`), true],
    ["more of them", bookOf(376_000, (index) => `Chữ ${index}`), false],
    ["as many cells with the same few", bookOf(376_000, (index) => `Chữ ${index % 100}`), true],
  ])("%s", async (_, book, expected) => {
    expect(canBeReadBack(book)).toBe(expected);
    const read = readSnapshot("book.xlsx", await writeWorkbook(book));
    expect(isUnreadable(read) ? read.reason : true).toBe(expected || "too-large");
  });
});
