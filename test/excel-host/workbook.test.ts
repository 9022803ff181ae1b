import { afterEach, describe, expect, it } from "@jest/globals";
import { closeHost, codeOf, openHost } from "./open-host";

afterEach(closeHost);

describe("sheets", () => {
  it("are listed in their order with names, ids and visibility", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Số liệu").visibility = "VeryHidden";
      worksheets.add("C").position = 0;
      worksheets.load("items/name,items/visibility");
      await context.sync();
      return worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`);
    });
    expect(seen).toEqual(["C Visible", "Bìa Visible", "Số liệu VeryHidden"]);
  });

  it.each([
    ["a name that is taken", (sheet: Excel.Worksheet) => (sheet.name = "số liệu"), "ItemAlreadyExists"],
    ["a name that no sheet may have", (sheet: Excel.Worksheet) => (sheet.name = "a/b"), "InvalidArgument"],
    ["being hidden as the last", hideBoth, "InvalidOperation"],
    ["being deleted while very hidden", deleteVeryHidden, "InvalidOperation"],
  ])("refuse %s", async (_, act, code) => {
    openHost();
    const outcome = Excel.run(async (context) => {
      act(context.workbook.worksheets.getItem("Bìa"));
      await context.sync();
    });
    expect(await codeOf(outcome)).toBe(code);
  });

  it("are copied with what they hold", async () => {
    const host = openHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Bìa");
      sheet.getRange("A1").values = [["x"]];
      sheet.copy("Before", sheet);
      await context.sync();
    });
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Bìa (2)", "Bìa", "Số liệu"]);
    expect(host.sheet("Bìa (2)").cells.at(0, 0)?.value).toBe("x");
  });
});

function hideBoth(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.getNext().visibility = "Hidden";
}

function deleteVeryHidden(sheet: Excel.Worksheet): void {
  sheet.visibility = "VeryHidden";
  sheet.delete();
}

describe("protection", () => {
  it("refuses writing to locked cells and lets the others be", async () => {
    const host = openHost();
    const writing = (address: string) =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Bìa").getRange(address).values = [[1]];
          await context.sync();
        }),
      );
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Bìa");
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
      await context.sync();
    });
    expect(await writing("B2")).toBe("");
    expect(await writing("A1")).toBe("AccessDenied");
    expect(host.snapshot().sheets[0]?.isProtected).toBe(true);
  });

  it("throws where a sheet is protected twice, tells its options, and opens with its password alone", async () => {
    openHost();
    const acting = (act: (protection: Excel.WorksheetProtection) => void) =>
      codeOf(
        Excel.run(async (context) => {
          act(context.workbook.worksheets.getItem("Bìa").protection);
          await context.sync();
        }),
      );
    expect(await acting((protection) => protection.unprotect())).toBe("");
    expect(await acting((protection) => protection.protect({ allowSort: true }, "mật khẩu"))).toBe("");
    expect(await acting((protection) => protection.protect())).toBe("AccessDenied");
    expect(await acting((protection) => protection.unprotect())).toBe("AccessDenied");
    const options = await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem("Bìa");
      protection.load("options,protected");
      await context.sync();
      return [protection.protected, protection.options.allowSort, protection.options.allowFormatCells];
    });
    expect(options).toEqual([true, true, false]);
    expect(await acting((protection) => protection.unprotect("mật khẩu"))).toBe("");
  });
});

describe("what a workbook keeps besides cells", () => {
  it("names that lead to ranges", async () => {
    openHost();
    const seen = await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.add("TEN_XA", worksheets.getItem("Số liệu").getRange("B4"));
      names.add("TIM", "='Bìa'!$A$1");
      const [name, none] = [names.getItem("TEN_XA"), names.getItemOrNullObject("KHONG")];
      const range = name.getRange();
      name.load("formula,type");
      range.load("address");
      names.load("items/name");
      none.load("name");
      await context.sync();
      const formula: unknown = name.formula;
      return [formula, name.type, range.address, names.items.map((one) => one.name), none.isNullObject];
    });
    expect(seen).toEqual(["='Số liệu'!$B$4", "Range", "'Số liệu'!B4", ["TEN_XA", "TIM"], true]);
  });

  it("settings of any plain value", async () => {
    const host = openHost();
    const seen = await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("k", { list: [1, "hai", null] });
      settings.add("goes", 1);
      settings.getItem("goes").delete();
      const setting = settings.getItemOrNullObject("k");
      setting.load("value");
      const none = settings.getItemOrNullObject("goes");
      none.load("key");
      await context.sync();
      const value: unknown = setting.value;
      return [value, none.isNullObject];
    });
    expect(seen).toEqual([{ list: [1, "hai", null] }, true]);
    expect([...host.book.settings.keys()]).toEqual(["k"]);
  });

  it("lists, conditions, frozen panes, hidden lines and merges", async () => {
    const host = openHost();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Bìa");
      const cells = sheet.getRange("A1:A3");
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      cells.dataValidation.load("type,rule");
      const condition = sheet.getRanges("A1,C3:D4").conditionalFormats.add("Custom");
      condition.custom.rule.formula = "=A1>2";
      condition.custom.format.fill.color = "#ff0000";
      sheet.freezePanes.freezeRows(2);
      // What is hidden counts as far as cells reach.
      sheet.getRange("F9").values = [[1]];
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("E:E").columnHidden = true;
      sheet.getRange("A5:B6").merge();
      const merged = sheet.getRange().getMergedAreasOrNullObject();
      merged.load("address");
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      const rows = sheet.getRange("A1:A3").getRowProperties({ rowHidden: true });
      const conditions = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      const hidden = rows.value.map(({ rowHidden }) => rowHidden);
      return [cells.dataValidation.type, merged.address, frozen.address, hidden, conditions.value];
    });
    expect(seen).toEqual(["List", "Bìa!A5:B6", "Bìa!1:2", [false, true, true], 1]);
    const [sheet] = host.snapshot().sheets;
    expect(sheet?.hiddenRows).toEqual(new Set([1, 2]));
    expect(sheet?.hiddenColumns).toEqual(new Set([4]));
    expect(sheet?.merges).toEqual([{ top: 4, left: 0, bottom: 5, right: 1 }]);
  });

  it("what is selected and which sheet is active", async () => {
    const host = openHost();
    host.user.select("Số liệu", "C3:D4");
    const seen = await Excel.run(async (context) => {
      const [selected, active] = [
        context.workbook.getSelectedRange(),
        context.workbook.worksheets.getActiveWorksheet(),
      ];
      selected.load("address");
      active.load("name");
      await context.sync();
      context.workbook.worksheets.getItem("Bìa").getRange("A9").select();
      await context.sync();
      return [selected.address, active.name];
    });
    expect(seen).toEqual(["'Số liệu'!C3:D4", "Số liệu"]);
    expect(host.book.activeSheet.name).toBe("Bìa");
  });
});

describe("events", () => {
  it("are told after they were registered for, once for the sheet and once for all, until they are taken back", async () => {
    const host = openHost();
    const heard: string[] = [];
    const hears = (name: string) => (event: { readonly address: string }) => {
      heard.push(`${name} ${event.address}`);
      return Promise.resolve();
    };
    const registered = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem("Bìa");
      sheet.load("id");
      worksheets.onChanged.add(hears("all"));
      worksheets.onSelectionChanged.add(hears("selected"));
      const one = sheet.onChanged.add(hears("one"));
      await context.sync();
      sheet.getRange("C3").values = [[1]];
      await context.sync();
      return one;
    });
    await host.idle();
    expect(heard).toEqual(["one C3", "all C3"]);
    host.user.type("Bìa", "A1", "5");
    host.user.select("Số liệu", "B2:C3");
    await host.idle();
    expect(heard.slice(2)).toEqual(["one A1", "all A1", "selected B2:C3"]);
    await Excel.run(registered.context, async (context) => {
      registered.remove();
      await context.sync();
    });
    host.user.type("Bìa", "A1", "6");
    await host.idle();
    expect(heard.slice(5)).toEqual(["all A1"]);
  });
});
