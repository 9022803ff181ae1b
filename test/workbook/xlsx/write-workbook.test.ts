import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { madeBy } from "../../../src/core/made-by";
import { strFromU8, unzipSync } from "fflate";
import type { Blueprint, CellBlueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { CellValue } from "../../../src/core/cell";
import type { Snapshot } from "../../../src/core/snapshot";
import { cellAt, isUnreadable } from "../../../src/core/snapshot";
import { lintWorkbook } from "../../../src/workbook/xlsx/lint";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { recalculate, toPdf } from "../../tools/libreoffice";
import { validate } from "../../tools/validator";
import { fullBlueprint } from "./full-blueprint";

function read(bytes: Uint8Array | undefined): Snapshot {
  const snapshot = readSnapshot("full.xlsx", bytes ?? new Uint8Array());
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

/** The cells of a blueprint and of a snapshot side by side, for one sentence a difference. */
function differences(
  blueprint: Blueprint,
  snapshot: Snapshot,
  same: (cell: CellBlueprint, found: { value: CellValue; formula?: string }) => boolean,
): string[] {
  return blueprint.sheets.flatMap((sheet, index) => {
    const found = snapshot.sheets[index];
    if (found?.name !== sheet.name) return [`no sheet ${sheet.name}`];
    return sheet.cells.flatMap((cell) => {
      const read = cellAt(found, cell.row, cell.column) ?? { value: null };
      return same(cell, read) ? [] : [`${sheet.name} ${cell.row} ${cell.column}: ${JSON.stringify([cell, read])}`];
    });
  });
}

function withSheet(change: Partial<SheetBlueprint>): Blueprint {
  const [first, ...others] = fullBlueprint.sheets;
  if (!first) throw new Error("no sheet");
  return { ...fullBlueprint, sheets: [{ ...first, ...change }, ...others] };
}

async function part(path: string, blueprint = fullBlueprint): Promise<string> {
  return strFromU8(unzipSync(await writeWorkbook(blueprint))[path] ?? new Uint8Array());
}

describe("writeWorkbook", () => {
  it("writes what Microsoft's validator and our own lint find nothing in", async () => {
    const bytes = await writeWorkbook(fullBlueprint);
    expect(await validate([bytes])).toEqual([]);
    expect(lintWorkbook(bytes)).toEqual([]);
  });

  it("gives the same bytes each time, whatever the clock says", async () => {
    const first = await writeWorkbook(fullBlueprint);
    const zone = process.env["TZ"];
    try {
      process.env["TZ"] = "Pacific/Auckland";
      expect(Buffer.from(await writeWorkbook(fullBlueprint)).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("names the program and its version, and gives the very parts beside that earlier versions gave", async () => {
    const { "docProps/app.xml": app, ...others } = unzipSync(await writeWorkbook(fullBlueprint));
    expect(Buffer.from(app ?? []).toString()).toContain(`<Application>${madeBy}</Application>`);
    const digest = createHash("sha256");
    for (const [name, bytes] of Object.entries(others)) digest.update(name).update(bytes);
    expect(digest.digest("hex")).toBe("83fd5a9caadda0f99f101e19ac1f1b4ca06679d38be2b0a846fb8e47aeff0ca9");
  });

  it("has written a sheet before it asks for the next, and gives the same bytes so", async () => {
    const events: string[] = [];
    function* inTurn(): Generator<SheetBlueprint> {
      for (const sheet of fullBlueprint.sheets) {
        events.push(`asked for ${sheet.name}`);
        const read = new Proxy(sheet, {
          get: (target, key, receiver) => {
            if (key === "cells") events.push(`read the cells of ${sheet.name}`);
            return Reflect.get(target, key, receiver) as unknown;
          },
        });
        yield read;
      }
    }
    const bytes = await writeWorkbook({ ...fullBlueprint, sheets: inTurn() });
    expect(bytes).toEqual(await writeWorkbook(fullBlueprint));
    expect(events).toEqual(
      fullBlueprint.sheets.flatMap(({ name }) => [`asked for ${name}`, `read the cells of ${name}`]),
    );
  });

  it("[ED7] is read back as it was described", async () => {
    const snapshot = read(await writeWorkbook(fullBlueprint));
    const same = ({ value, formula }: CellBlueprint, found: { value: CellValue; formula?: string }) =>
      JSON.stringify([value, formula]) === JSON.stringify([found.value, found.formula]);
    expect(differences(fullBlueprint, snapshot, same)).toEqual([]);
    expect(snapshot.names).toEqual(
      new Map([
        ["pm_unit_code", { sheet: "Số liệu", cell: "B1" }],
        ["pm_form", { sheet: "plan's own", cell: "A1" }],
      ]),
    );
    expect(snapshot.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "visible", "very-hidden"]);
    expect(snapshot.sheets.map(({ isProtected }) => isProtected)).toEqual([true, false, false]);
    expect(snapshot.sheets[0]).toMatchObject({
      merges: [{ top: 1, left: 0, bottom: 1, right: 4 }],
      hiddenRows: new Set([2]),
      hiddenColumns: new Set([5, 6]),
    });
    expect(await part("xl/worksheets/sheet1.xml")).toContain('<row r="12" ht="30" customHeight="1" hidden="1"/>');
  });

  it("gives formulas that LibreOffice computes to the values stored, however wrong those are", async () => {
    const poisoned: Blueprint = {
      ...fullBlueprint,
      sheets: fullBlueprint.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: -987 })),
      })),
    };
    const bytes = await writeWorkbook(poisoned);
    const [trusted] = await recalculate([bytes], { trustStored: true });
    const [computed] = await recalculate([bytes], { trustStored: false });
    const [sheet] = read(trusted).sheets;
    expect(sheet && cellAt(sheet, 3, 3)?.value).toBe(-987);
    const isStored = ({ value, formula }: CellBlueprint, found: { value: CellValue }) =>
      formula === undefined ||
      JSON.stringify(found.value) === JSON.stringify(formula.startsWith("SUM(") ? 25_002.5 : value);
    expect(differences(fullBlueprint, read(computed), isStored)).toEqual([]);
  });

  it("prints with repeated rows, in the area given, with page numbers", async () => {
    const [pdf] = await toPdf([await writeWorkbook(fullBlueprint)]);
    expect(strFromU8(pdf?.slice(0, 5) ?? new Uint8Array())).toBe("%PDF-");
    const book = await part("xl/workbook.xml");
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Số liệu'!$1:$3</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'Số liệu'!$A$1:$E$8</definedName>`);
    expect(book).toContain('fullCalcOnLoad="1"');
    const sheet = await part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874"');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain("Trang &amp;P/&amp;N");
  });

  it("folds columns under a mark that can be clicked", async () => {
    const sheet = await part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('outlineLevelCol="1"');
    expect(sheet).toMatch(/<col min="7" [^>]*hidden="true" outlineLevel="1"\/><col min="8" [^>]*collapsed="true"\/>/);
  });

  it("guards with no password, and lets widths and heights be changed", async () => {
    expect(await part("xl/worksheets/sheet1.xml")).toContain(
      '<sheetProtection sheet="1" selectLockedCells="0" selectUnlockedCells="0" formatColumns="0" formatRows="0"/>',
    );
  });

  it("opens on the first sheet that can be seen", async () => {
    const [first, ...others] = fullBlueprint.sheets;
    const turned = { ...fullBlueprint, sheets: others.reverse().concat(first ?? []) };
    expect(await part("xl/workbook.xml", turned)).toContain('activeTab="1"');
  });

  const at = { row: 0, column: 0, look: {} };
  const block = { top: 0, left: 0, bottom: 0, right: 0 };
  it.each([
    ["a choice with a comma", withSheet({ lists: [{ block, choices: ["a,b"], title: "", message: "" }] })],
    ["a choice with a quote", withSheet({ lists: [{ block, choices: ['a"b'], title: "", message: "" }] })],
    ["choices too long", withSheet({ lists: [{ block, choices: ["a".repeat(256)], title: "", message: "" }] })],
    ["a number without end", withSheet({ cells: [{ ...at, value: Infinity }] })],
    ["no number", withSheet({ cells: [{ ...at, value: NaN, formula: "0/0" }] })],
    ["a text too long", withSheet({ cells: [{ ...at, value: "a".repeat(32_768) }] })],
    ["a day that is none", withSheet({ cells: [{ ...at, value: { date: "2022-02-30" } }] })],
  ])("refuses %s", async (_, blueprint) => {
    await expect(writeWorkbook(blueprint)).rejects.toThrow(RangeError);
  });
});
