import { afterEach, describe, expect, it } from "@jest/globals";
import { closeHost, codeOf, openHost } from "./open-host";

afterEach(closeHost);

/** What stands in a cell after something was written to it: value, formula, number format, kind. */
async function entered(input: unknown, format = "General"): Promise<unknown[]> {
  openHost();
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Bìa").getRange("B2");
    cell.numberFormat = [[format]];
    cell.values = [[input]];
    cell.load("values,formulas,numberFormat,valueTypes");
    await context.sync();
    const seen: unknown[] = [cell.values, cell.formulas, cell.numberFormat, cell.valueTypes].map(firstOf);
    return seen;
  });
}

function firstOf(grid: readonly (readonly unknown[])[]): unknown {
  return grid[0]?.[0];
}

describe("a value that is written", () => {
  it.each([
    [1.5, [1.5, 1.5, "General", "Double"]],
    ["1234.5", [1234.5, 1234.5, "General", "Double"]],
    ["1,234", [1234, 1234, "General", "Double"]],
    ["1.234,5", ["1.234,5", "1.234,5", "General", "String"]],
    ["12%", [0.12, 0.12, "0%", "Double"]],
    ["'12", ["12", "12", "General", "String"]],
    ["'=1+1", ["=1+1", "=1+1", "General", "String"]],
    ["=1+1", [2, "=1+1", "General", "Double"]],
    ["=", ["=", "=", "General", "String"]],
    ["true", [true, true, "General", "Boolean"]],
    ["#N/A", ["#N/A", "#N/A", "General", "Error"]],
    ["6/16/2022", [44_728, 44_728, "m/d/yyyy", "Double"]],
    ["", ["", "", "General", "Empty"]],
    ["Chiềng Đông", ["Chiềng Đông", "Chiềng Đông", "General", "String"]],
    ["=1/0", ["#DIV/0!", "=1/0", "General", "Error"]],
  ])("%j becomes %j", async (input, expected) => {
    expect(await entered(input)).toEqual(expected);
  });

  it.each([
    ["12", ["12", "12", "@", "String"]],
    ["=1+1", ["=1+1", "=1+1", "@", "String"]],
    [12, ["12", "12", "@", "String"]],
    [true, ["TRUE", "TRUE", "@", "String"]],
  ])("%j in a cell for text becomes %j", async (input, expected) => {
    expect(await entered(input, "@")).toEqual(expected);
  });
});

describe("what no cell takes", () => {
  it.each([
    ["=SUM(A1", "InvalidArgument"],
    ["=1+", "InvalidArgument"],
    ['="a', "InvalidArgument"],
    [`=${"1+".repeat(5000)}1`, "FormulaLengthExceedsLimit"],
    ["x".repeat(32_768), "InvalidArgument"],
    [{ a: 1 }, "InvalidArgument"],
  ])("%.20j is refused", async (input, code) => {
    expect(await codeOf(entered(input))).toBe(code);
  });
});

describe("ranges", () => {
  it("take one value for all cells, leave cells alone that are given null, and refuse another shape", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Bìa").getRange("A1:B2");
      range.values = [[7]];
      range.load("values");
      return codeOf(context.sync());
    });
    expect(seen).toBe("InvalidArgument");
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Bìa").getRange("A1:B2");
      // The types know of no single value; the client and Excel do.
      Object.assign(range, { values: 7 });
      range.values = [
        [null, 1],
        [null, null],
      ];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([
      [7, 1],
      [7, 7],
    ]);
  });

  it("are cut into rows by the client where they are large, and read back whole", async () => {
    const host = openHost();
    const wanted = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 50 }, (__, column) => row * column));
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Bìa").getRangeByIndexes(0, 0, 2000, 50);
      range.values = wanted;
      await context.sync();
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual(wanted);
    expect(host.counts.syncs).toBe(2);
    expect(host.counts.largestResponse).toBeGreaterThan(400_000);
  });

  it("show how they look, null where cells differ", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Bìa").getRange("A1:B1");
      range.getCell(0, 0).format.fill.color = "red";
      range.format.font.bold = true;
      range.load("format/fill/color,format/font/bold,format/font/name");
      await context.sync();
      return [range.format.fill.color, range.format.font.bold, range.format.font.name];
    });
    expect(seen).toEqual([null, true, "Times New Roman"]);
  });

  it("say how far a sheet is used, with looks or without", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Bìa");
      sheet.getRange("B3").values = [[1]];
      sheet.getRange("F9").format.fill.color = "#00FF00";
      const [all, valued] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      const none = context.workbook.worksheets.getItem("Số liệu").getUsedRangeOrNullObject(true);
      all.load("address");
      valued.load("address");
      none.load("address");
      await context.sync();
      return [all.address, valued.address, none.isNullObject];
    });
    expect(seen).toEqual(["Bìa!B3:F9", "Bìa!B3", true]);
  });

  it("drop what is written under a merged block", async () => {
    const host = openHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Bìa").getRange("A1:B1");
      range.merge();
      range.values = [[1, 2]];
      await context.sync();
    });
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe(1);
    expect(host.sheet("Bìa").cells.at(0, 1)).toBeUndefined();
  });
});

describe("formulas", () => {
  it("follow the cells they read, over sheets", async () => {
    const host = openHost();
    const value = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Bìa").getRange("A1:A2").formulas = [["='Số liệu'!A1*2"], ["=SUM(A1:A1)+1"]];
      worksheets.getItem("Số liệu").getRange("A1").values = [[20]];
      const sum = worksheets.getItem("Bìa").getRange("A2");
      sum.load("values");
      await context.sync();
      return sum.values;
    });
    expect(value).toEqual([[41]]);
    host.user.type("Số liệu", "A1", "1");
    expect(host.sheet("Bìa").cells.at(1, 0)?.value).toBe(3);
  });

  it("keep the value they have where the calculator does not know them", async () => {
    const host = openHost();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Bìa").getRange("A1").formulas = [["=WEBSERVICE(B1)"]];
      await context.sync();
    });
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe(0);
  });

  it("are left as they are while the workbook is calculated by hand", async () => {
    const host = openHost();
    await Excel.run(async (context) => {
      context.application.calculationMode = "Manual";
      const sheet = context.workbook.worksheets.getItem("Bìa");
      sheet.getRange("A1").formulas = [["=B1+1"]];
      await context.sync();
      sheet.getRange("B1").values = [[5]];
      await context.sync();
    });
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe(1);
    await Excel.run(async (context) => {
      context.application.calculate("Full");
      await context.sync();
    });
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe(6);
  });

  it("follow a sheet that is renamed, and break where it is deleted", async () => {
    openHost();
    const [renamed, broken] = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const cell = worksheets.getItem("Bìa").getRange("A1");
      cell.formulas = [["='Số liệu'!A1+1"]];
      worksheets.getItem("Số liệu").name = "Khác";
      cell.load("formulas");
      await context.sync();
      const before = cell.formulas;
      worksheets.getItem("Khác").delete();
      cell.load("formulas,values");
      await context.sync();
      return [before, [cell.formulas, cell.values]];
    });
    expect(renamed).toEqual([["='Khác'!A1+1"]]);
    expect(broken).toEqual([[["=#REF!A1+1"]], [["#REF!"]]]);
  });
});
