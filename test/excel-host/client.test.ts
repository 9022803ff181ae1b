import { afterEach, describe, expect, it } from "@jest/globals";
import { makeHost } from "./host";
import { openExcel } from "./open-excel";
import { blankBook, closeHost, codeOf, openHost } from "./open-host";

afterEach(closeHost);

describe("the client before the host", () => {
  it("throws where a property was not loaded", async () => {
    openHost();
    const outcome = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Bìa");
      await context.sync();
      return sheet.name;
    });
    expect(await codeOf(outcome)).toBe("PropertyNotLoaded");
  });

  it("is given null objects, and what hangs on them is null too", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Không có");
      const range = sheet.getRange("A1");
      range.values = [[1]];
      sheet.delete();
      await context.sync();
      range.load("values");
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    });
    expect(seen).toEqual([true, true]);
  });

  it("is told which statement failed; what came before it stays done", async () => {
    const host = openHost();
    const failing = Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Bìa").getRange("A1").values = [[1]];
      worksheets.getItem("Không có").getRange("A1").values = [[2]];
      worksheets.getItem("Bìa").getRange("A2").values = [[3]];
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe(1);
    expect(host.sheet("Bìa").cells.at(1, 0)).toBeUndefined();
  });

  it("finds sheets again by their ids, and ranges by their references", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Mới");
      const range = sheet.getRange("A1:B1").getOffsetRange(1, 0);
      await context.sync();
      sheet.name = "Mới hơn";
      range.values = [[1, 2]];
      range.load("address,values");
      sheet.load("name,position");
      await context.sync();
      return [sheet.name, sheet.position, range.address, range.values];
    });
    expect(seen).toEqual(["Mới hơn", 2, "'Mới hơn'!A2:B2", [[1, 2]]]);
  });

  it("counts its syncs and bytes; its own tidying is counted apart", async () => {
    const host = openHost();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Bìa").getRange("A1").values = [[1]];
      await context.sync();
    });
    const { syncs, cleanups, requestBytes, responseBytes, members } = host.counts;
    expect([syncs, cleanups]).toEqual([1, 1]);
    expect(requestBytes).toBeGreaterThan(300);
    expect(responseBytes).toBeGreaterThan(100);
    expect(members.get("Range.values")).toBe(1);
    host.counts.reset();
    expect(host.counts.syncs).toBe(0);
  });

  it.each([
    ["Range.valuesAsJson of 1.16", "valuesAsJson", "ApiNotFound"],
    ["what is no member", "nothingOfTheKind", "NotModelled"],
  ])("is refused %s", async (_, property, code) => {
    openHost();
    const outcome = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Bìa").getRange("A1").load(property);
      await context.sync();
    });
    expect(await codeOf(outcome)).toBe(code);
  });

  it("is refused what an older Excel has not", async () => {
    closeHost();
    const { close } = openExcel(makeHost(blankBook(), { apiVersion: "1.8" }));
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.8")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(false);
    const outcome = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Bìa").getRange("A1").getRowProperties({ rowHidden: true });
      await context.sync();
    });
    expect(await codeOf(outcome)).toBe("ApiNotFound");
    close();
  });

  it("is told by name what the host does not know", async () => {
    openHost();
    const outcome = Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem("Bìa")
        .getRange("A1")
        .sort.apply([{ key: 0 }]);
      await context.sync();
    });
    await expect(outcome).rejects.toMatchObject({
      code: "NotModelled",
      message: expect.stringContaining("Range.sort"),
    });
  });
});
