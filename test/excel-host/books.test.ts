import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { applyEdits } from "../../src/core/apply-edits";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1 } from "../../src/core/cell";
import type { CellEdit } from "../../src/core/edit";
import { makeForm } from "../../src/core/form/make-form";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { small } from "../plans/opened";
import { makeBook, makeSheet } from "./book";
import { bookOfBlueprint, bookOfBytes, bookOfSnapshot } from "./open-book";
import { closeHost, codeOf, openHost } from "./open-host";

afterEach(closeHost);

const [unit] = small.units;
const [period] = small.periods;
if (!unit || !period) throw new RangeError("The small plan has a unit and a period.");
const form: Blueprint = makeForm(small, { unit, period }, sampleContents(small, { unit, period, seed: 267 }));
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeWorkbook(form);
});

describe("a workbook that is opened", () => {
  it("reads as what it was made of", async () => {
    const snapshot = snapshotOf(form, "a.xlsx");
    const read = readSnapshot("a.xlsx", bytes);
    expect(openHost(bookOfSnapshot(snapshot)).snapshot()).toEqual(snapshot);
    expect(openHost(bookOfBlueprint(form, "a.xlsx")).snapshot()).toEqual(snapshot);
    expect(openHost(await bookOfBytes(bytes, "a.xlsx")).snapshot()).toEqual(read);
  });
  it("looks the same from a blueprint and from its file", async () => {
    const [drawn, filed] = [bookOfBlueprint(form), await bookOfBytes(bytes)];
    for (const [index, sheet] of drawn.sheets.entries()) {
      const other = filed.sheets[index];
      for (const [row, cells] of sheet.cells.rows) {
        for (const column of cells.keys()) {
          const [one, two] = [sheet.cells.lookAt(row, column), other?.cells.lookAt(row, column)];
          expect({ row, column, ...two }).toEqual({ row, column, ...one });
        }
      }
      expect(other?.frozen).toEqual(sheet.frozen);
      expect(other?.validations.length).toEqual(sheet.validations.length);
      expect(other?.conditions.length).toEqual(sheet.conditions.length);
      expect(other?.tabColour).toEqual(sheet.tabColour);
      for (const [column, width] of sheet.columnWidths) expect(other?.columnWidths.get(column)).toBe(width);
    }
  });
  it("recalculates to itself", async () => {
    const host = openHost(await bookOfBytes(bytes, "a.xlsx"));
    const before = host.snapshot();
    await Excel.run(async (context) => {
      context.application.calculate("Full");
      await context.sync();
    });
    expect(host.snapshot()).toEqual(before);
  });

  it("holds after a write what the same edits leave in memory, and nothing else changed", async () => {
    const host = openHost(bookOfBlueprint(form, "a.xlsx"));
    // Formulas that hang on the cell are computed by Excel, but not by the edits.
    host.book.calculationMode = "Manual";
    const [sheet] = inputsOf(form);
    if (!sheet) throw new RangeError("No input cell.");
    const before = host.snapshot();
    const edits: CellEdit[] = sheet.cells.map(({ cell, value }, index) => ({
      at: { sheet: sheet.name, cell },
      expect: { value },
      put: { value: index % 2 === 0 ? index : `chữ ${index}` },
    }));
    await Excel.run(async (context) => {
      for (const { at, put } of edits) {
        context.workbook.worksheets.getItem(at.sheet).getRange(at.cell).values = [[put.value]];
      }
      await context.sync();
    });
    expect(host.snapshot()).toEqual(applyEdits(before, edits));
  });
});

/** Cells that may be typed into and are shown as plain numbers or texts, by sheet. */
function inputsOf({ sheets }: Blueprint) {
  return sheets.flatMap(({ name, cells }) => {
    const inputs = cells.flatMap(({ row, column, look, value, formula }) =>
      look.isInput === true && formula === undefined && typeof value === "number" && look.format !== "@"
        ? [{ cell: toA1({ row, column }), value }]
        : [],
    );
    return inputs.length > 0 ? [{ name, cells: inputs }] : [];
  });
}

describe("worksheets that are inserted", () => {
  const inserting = (base64: string, options: Excel.InsertWorksheetOptions) =>
    Excel.run(async (context) => {
      const ids = context.workbook.insertWorksheetsFromBase64(base64, options);
      await context.sync();
      return ids.value;
    });

  it("come with values, formulas, looks and names, and lead to one another", async () => {
    const host = openHost(makeBook("b.xlsx", [makeSheet("Bìa"), makeSheet("Cuối")]));
    const ids = await inserting(Buffer.from(bytes).toString("base64"), {
      positionType: "After",
      relativeTo: "Bìa",
    });
    const inserted = form.sheets.map(({ name }) => (name === "Bìa" ? "Bìa (2)" : name));
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Bìa", ...inserted, "Cuối"]);
    expect(ids).toEqual(inserted.map((name) => host.sheet(name).id));
    const wanted = readSnapshot("a.xlsx", bytes);
    const sheets = "sheets" in wanted ? wanted.sheets : [];
    const found = host.snapshot();
    for (const sheet of sheets) {
      if (sheet.name === "Bìa") continue;
      const other = found.sheets.find(({ name }) => name === sheet.name);
      const text = JSON.stringify([...(other?.rows.values() ?? [])].map((cells) => [...cells]));
      const plain = JSON.stringify([...sheet.rows.values()].map((cells) => [...cells]));
      expect(text.replaceAll("'Bìa (2)'!", "'Bìa'!")).toBe(plain);
    }
    expect([...found.names.keys()].sort()).toEqual(form.names.map(({ name }) => name).sort());
    expect([...found.names.values()].some(({ sheet }) => sheet === "Bìa")).toBe(false);
  });

  it("bring a name that is taken as a name of their own sheet", async () => {
    const [taken] = form.names;
    if (!taken) throw new RangeError("The form has names.");
    const host = openHost(makeBook("b.xlsx", [makeSheet("Cuối")]));
    const own = { name: taken.name, scope: null, formula: "='Cuối'!$A$1", isVisible: true, comment: "" };
    host.book.names.push(own);
    await inserting(Buffer.from(bytes).toString("base64"), {});
    const found = host.book.names.filter(({ name }) => name === taken.name);
    expect(found.map(({ scope }) => scope?.name ?? null)).toEqual([null, taken.sheet]);
    expect(found[0]).toEqual(own);
  });

  it("come alone where they are named; the others stay another workbook's", async () => {
    const host = openHost();
    const [first] = form.sheets;
    await inserting(Buffer.from(bytes).toString("base64"), { sheetNamesToInsert: [first?.name ?? ""] });
    expect(host.book.sheets.length).toBe(3);
  });

  it("are refused where the text is no workbook, and names of theirs are refused that are not there", async () => {
    openHost();
    expect(await codeOf(inserting("bm8gd29ya2Jvb2s=", {}))).toBe("InvalidArgument");
    const base64 = Buffer.from(bytes).toString("base64");
    expect(await codeOf(inserting(base64, { sheetNamesToInsert: ["Không có"] }))).toBe("InvalidArgument");
  });

  it("open in a window of their own where a workbook is created", async () => {
    const host = openHost();
    await Excel.createWorkbook(Buffer.from(bytes).toString("base64"));
    expect(host.opened.map((book) => book?.sheets.length)).toEqual([form.sheets.length]);
    expect(host.book.sheets.length).toBe(2);
  });
});
