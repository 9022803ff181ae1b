import { afterEach, describe, expect, it } from "@jest/globals";
import { makeBook, makeSheet, type HostBook } from "./book";
import { makeHost, type ExcelHost } from "./host";
import { openExcel, type OpenExcel } from "./open-excel";

let open: OpenExcel | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

function opened(book: HostBook = makeBook("a.xlsx", [makeSheet("Bìa"), makeSheet("Số liệu")])): ExcelHost {
  const host = makeHost(book);
  open = openExcel(host);
  return host;
}

describe("the stand-in host", () => {
  it("reads and writes values as if typed", async () => {
    const host = opened();
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Số liệu").getRange("A1:C2");
      range.values = [
        [1, "2", "'3"],
        ["=A1+B1", "abc", ""],
      ];
      range.load(["values", "formulas", "valueTypes", "address"]);
      await context.sync();
      return [range.values, range.formulas, range.valueTypes, range.address];
    });
    expect(seen).toEqual([
      [
        [1, 2, "3"],
        [3, "abc", ""],
      ],
      [
        [1, 2, "3"],
        ["=A1+B1", "abc", ""],
      ],
      [
        ["Double", "Double", "String"],
        ["Double", "String", "Empty"],
      ],
      "'Số liệu'!A1:C2",
    ]);
    expect(host.counts.syncs).toBe(1);
  });
});
