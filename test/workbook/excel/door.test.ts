import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { isMarkFormula } from "../../../src/workbook/excel/mark-formula";
import { isUnreadable } from "../../../src/core/snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { makeHost } from "../../excel-host/host";
import { bookOfBytes } from "../../excel-host/open-book";
import { openExcel as openClient } from "../../excel-host/open-excel";
import { comparable } from "../contract";
import { contractBlueprint, drawn, newSheet, operation, put, putSheet, rowsOf } from "../contract-book";
import { inHost, type InHost } from "./in-host";

let open: InHost;
beforeEach(async () => {
  open = await inHost();
});
afterEach(() => open.close());

const swap = operation("swap", [
  putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
]);

const marksOf = (sheet: string) =>
  open.host.sheet(sheet).conditions.filter(({ formula }) => isMarkFormula(formula)).length;

describe("reading", () => {
  it("[XL1] finds what the file holds, in two syncs, and in one the next time", async () => {
    const { host, book } = open;
    const saved = readSnapshot("Book1.xlsx", await writeWorkbook(contractBlueprint));
    expect(isUnreadable(saved) ? null : await book.read()).toEqual(saved);
    expect(host.counts.syncs).toBe(2);
    host.counts.reset();
    await book.read();
    expect(host.counts.syncs).toBe(1);
  });

  it("begins anew where a sheet is gone that was there", async () => {
    const { host, book } = open;
    await book.read();
    host.book.sheets.splice(2, 1);
    expect((await book.read()).sheets.map(({ name }) => name)).toEqual(["Bìa", "Số liệu", "Ẩn"]);
  });

  it("leaves out what waits for undo", async () => {
    const { host, book } = open;
    await book.write(await drawn(swap));
    expect(host.book.sheets.map(({ name }) => name)).toContain("pm_undo_1");
    expect((await book.read()).sheets.map(({ name }) => name)).toEqual(["Bìa", "Số liệu", "Tổng hợp", "Ẩn"]);
  });
});

describe("writing", () => {
  it("[XL1] costs one sync behind the reading that it was planned on", async () => {
    const { host, book } = open;
    await book.read();
    host.counts.reset();
    expect(await book.write(operation("a", [put("Số liệu", "C3", 1), put("Bìa", "B5", false)]))).toBeNull();
    expect(host.counts.syncs).toBe(1);
  });

  it("[ED1] puts back what a person typed behind the reading, and says so", async () => {
    const { host, book } = open;
    await book.read();
    host.user.type("Số liệu", "C3", 4322);
    const outcome = await book.write(operation("a", [put("Bìa", "B5", false), put("Số liệu", "C3", 1)]));
    const at = { sheet: "Số liệu", cell: "C3" };
    expect(outcome).toEqual({ at, reason: "cell-has-changed", found: { value: 4322 } });
    expect(host.snapshot().sheets[1]?.rows.get(2)?.get(2)?.value).toBe(4322);
    expect(host.snapshot().sheets[0]?.rows.get(4)?.get(1)?.value).toBe(true);
    expect(await book.undoable()).toBeNull();
  });

  it("[ED5] leaves the sheet that is seen, what is selected and how sheets are protected", async () => {
    const { host, book } = open;
    host.user.select("Tổng hợp", "A2");
    const options = { allowFormatColumns: true, allowSort: true, selectionMode: "Unlocked" };
    host.sheet("Số liệu").protection = { options, password: null };
    await book.write(operation("a", [put("Số liệu", "C3", 1)]));
    await book.write(await drawn(operation("b", [putSheet(newSheet("Mới"))])));
    expect(host.book.activeSheet.name).toBe("Tổng hợp");
    expect(await book.selected()).toEqual({ sheet: "Tổng hợp", cell: "A2" });
    expect(host.sheet("Số liệu").protection).toMatchObject({ options: { ...options, allowFormatCells: false } });
  });

  it("[ED5] shows the sheet that took the place of the one that was seen", async () => {
    const { host, book } = open;
    host.user.select("Số liệu", "C3");
    await book.write(await drawn(swap));
    expect(host.book.activeSheet.name).toBe("Số liệu");
    expect(host.book.activeSheet.visibility).toBe("Visible");
    await book.undo();
    expect(host.book.activeSheet.name).toBe("Số liệu");
    expect(host.book.sheets).toHaveLength(4);
  });

  it("[XL5] says which sheet has a password, and writes nothing", async () => {
    const { host, book } = open;
    const before = comparable(host.snapshot());
    const { protection } = host.sheet("Số liệu");
    host.sheet("Số liệu").protection = { options: protection?.options ?? {}, password: "x" };
    host.sheet("Bìa").protection = { options: {}, password: null };
    const given = operation("a", [put("Bìa", "B5", false), put("Số liệu", "C3", 1)]);
    const trouble = { kind: "sheet-is-protected", about: { sheet: "Số liệu", isUnsure: false } };
    await expect(book.write(given)).rejects.toMatchObject(trouble);
    host.sheet("Bìa").protection = null;
    expect(comparable(host.snapshot())).toEqual(before);
  });

  it("[XL2] puts any number of sheets in as many syncs", async () => {
    const counts: number[] = [];
    for (const count of [1, 15, 60]) {
      const one = await inHost();
      const puts = Array.from({ length: count }, (_, index) => putSheet(newSheet(`Xã ${index}`), { after: "Ẩn" }));
      await one.book.write(await drawn(operation("a", puts)));
      counts.push(one.host.counts.syncs);
      one.close();
    }
    expect(counts).toEqual([4, 4, 4]);
  });

  it("[XL3] opens a workbook in a window of its own, and changes nothing here", async () => {
    const { host, book } = open;
    const before = comparable(host.snapshot());
    await book.openNew({ fileName: "Biểu.xlsx", bytes: await writeWorkbook(contractBlueprint) });
    expect(host.opened).toHaveLength(1);
    expect(comparable(host.snapshot())).toEqual(before);
  });
});

describe("Excel of another age", () => {
  it("[XL4] is asked for nothing above ExcelApi 1.14, and told to be too old below what is needed", async () => {
    const { host, book } = open;
    expect(host.apiVersion).toBe("1.14");
    await book.write(await drawn(swap));
    await book.mark([]);
    await book.undo();
    const old = makeHost(await bookOfBytes(await writeWorkbook(contractBlueprint)), { apiVersion: "1.8" });
    const client = openClient(old);
    await expect(open.reopened().read()).rejects.toMatchObject({ kind: "host-is-too-old" });
    client.close();
  });
});

describe("undo", () => {
  it("[ED3] works in a pane that was closed in between", async () => {
    const before = comparable(open.host.snapshot());
    await open.book.write(operation("a", [put("Số liệu", "C2", 1234)]));
    const later = open.reopened();
    expect(await later.undoable()).toEqual({ vi: "a", en: "a" });
    expect(await later.undo()).toMatchObject({ kind: "undone" });
    expect(comparable(open.host.snapshot())).toEqual(before);
  });

  it("[ED3] gives back formats along with values", async () => {
    const { host, book } = open;
    const formatAt = (row: number) => host.sheet("Số liệu").cells.lookAt(row, 2).numberFormat;
    await book.write(operation("a", [put("Số liệu", "C2", 1234), put("Số liệu", "C3", { date: "2022-06-16" })]));
    expect([formatAt(1), formatAt(2)]).toEqual(["General", "m/d/yyyy"]);
    await book.undo();
    expect([formatAt(1), formatAt(2)]).toEqual(["@", "#,##0"]);
  });

  it("[ED3] a seal leaves nothing of what was there before it", async () => {
    const { host, book } = open;
    await book.write(operation("name", [put("Bìa", "C5", "Lò Thị Hoa")]));
    await book.write({ ...(await drawn(swap)), name: { vi: "đổi", en: "swap" } });
    await book.write(operation("seal", [put("Bìa", "B3", "Chốt ngày 16/06/2022")]));
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Bìa", "Số liệu", "Tổng hợp", "Ẩn"]);
    expect(JSON.stringify([...host.book.settings])).not.toContain("Lò Thị Hoa");
  });

  it("keeps replaced sheets of one operation only", async () => {
    const { host, book } = open;
    await book.write(await drawn(swap));
    const again = operation("again", [
      putSheet(newSheet("Số liệu", 5), {
        replaces: { sheet: "Số liệu", expect: (await book.read()).sheets[1]?.rows ?? new Map() },
      }),
    ]);
    expect(await book.write(await drawn(again))).toBeNull();
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Bìa", "Số liệu", "Tổng hợp", "Ẩn", "pm_undo_2"]);
    expect(await book.undo()).toMatchObject({ kind: "undone", name: { en: "again" } });
    expect(await book.undo()).toEqual({ kind: "nothing-to-undo" });
  });

  it("takes no sheet away to which a person's formula leads", async () => {
    const { host, book } = open;
    await book.write(await drawn(operation("a", [putSheet(newSheet("Mới"))])));
    host.user.type("Tổng hợp", "C1", "=Mới!B2");
    expect(await book.undo()).toMatchObject({ kind: "user-changed", at: { sheet: "Tổng hợp", cell: "C1" } });
  });
});

describe("marks", () => {
  const marks = [
    { at: { sheet: "Số liệu", cell: "C3" }, severity: "error" },
    { at: { sheet: "Số liệu", cell: "C4" }, severity: "error" },
    { at: { sheet: "Bìa", cell: "B2" }, severity: "warning" },
  ] as const;

  it("[XL1] cost one sync behind a reading, also on protected sheets", async () => {
    const { host, book } = open;
    await book.read();
    host.counts.reset();
    await book.mark(marks);
    expect(host.counts.syncs).toBe(1);
    expect([marksOf("Số liệu"), marksOf("Bìa")]).toEqual([1, 1]);
    expect(host.sheet("Số liệu").protection).not.toBeNull();
  });

  it("take the place of those before, and go, also in a pane that was closed in between", async () => {
    const { book } = open;
    const own = open.host.sheet("Số liệu").conditions.length;
    await book.mark(marks);
    await book.mark(marks.slice(0, 1));
    expect([marksOf("Số liệu"), marksOf("Bìa")]).toEqual([1, 0]);
    await open.reopened().mark([]);
    expect(marksOf("Số liệu")).toBe(0);
    expect(open.host.sheet("Số liệu").conditions).toHaveLength(own);
  });

  it("find their way where a person took some away", async () => {
    const { host, book } = open;
    await book.mark(marks);
    host.sheet("Bìa").conditions = [];
    await book.mark(marks);
    expect([marksOf("Số liệu"), marksOf("Bìa")]).toEqual([1, 1]);
  });
});

describe("the person", () => {
  it("is taken to a cell, but not to a sheet that is out of sight", async () => {
    const { host, book } = open;
    await book.reveal({ sheet: "Tổng hợp", cell: "A3" });
    expect(host.book.activeSheet.name).toBe("Tổng hợp");
    expect(await book.selected()).toEqual({ sheet: "Tổng hợp", cell: "A3" });
    await expect(book.reveal({ sheet: "Ẩn", cell: "A1" })).rejects.toMatchObject({ kind: "item-is-gone" });
    await expect(book.reveal({ sheet: "Không có", cell: "A1" })).rejects.toMatchObject({ kind: "item-is-gone" });
  });

  it("is heard, and the door itself is not", async () => {
    const { host, book } = open;
    const hints: string[] = [];
    const stop = book.onHint((hint) => hints.push(hint));
    await book.read();
    await host.idle();
    await book.write(operation("a", [put("Số liệu", "C3", 1)]));
    await host.idle();
    expect(hints).toEqual([]);
    host.user.type("Số liệu", "C4", 8);
    host.user.select("Bìa", "B2");
    await host.idle();
    expect(hints.filter((hint) => hint === "changed")).toHaveLength(1);
    expect(hints).toContain("selected");
    stop();
    await host.idle();
    const heard = hints.length;
    host.user.type("Số liệu", "C4", 9);
    await host.idle();
    expect(hints).toHaveLength(heard);
  });
});
