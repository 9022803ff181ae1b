import { describe, expect, it } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { applyEdits, isRefusal } from "../../../src/core/apply-edits";
import type { Blueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { PutSheet } from "../../../src/core/edit";
import { makeForm } from "../../../src/core/form/make-form";
import type { Snapshot } from "../../../src/core/snapshot";
import { sampleContents } from "../../../src/samples/sample-contents";
import { lintWorkbook } from "../../../src/workbook/xlsx/lint";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../../plans/opened";
import { compareFormulas } from "../../proof/books";
import { itWithLibreOffice, itWithValidator } from "../../proof/tools";
import { recalculate } from "../../tools/libreoffice";
import { validate } from "../../tools/validator";
import { byHand } from "./by-hand";
import { excelLike } from "./excel-like";
import { fullBlueprint } from "./full-blueprint";
import { changedEntries, linkedBook, partOf, patched, refusalOf } from "./patching";
import { snapshotOf } from "./plain-snapshot";

const [full, values, hidden] = fullBlueprint.sheets as [SheetBlueprint, SheetBlueprint, SheetBlueprint];

function inPlaceOf(bytes: Uint8Array, sheet: string, put: SheetBlueprint): PutSheet {
  const old = snapshotOf(bytes).sheets.find(({ name }) => name === sheet);
  if (!old) throw new Error(sheet);
  return { kind: "put-sheet", sheet: put, names: [], replaces: { sheet, expect: old.rows }, after: null };
}

function behind(after: string | null, put: SheetBlueprint, names: PutSheet["names"] = []): PutSheet {
  return { kind: "put-sheet", sheet: put, names, replaces: null, after };
}

function named(sheet: SheetBlueprint, name: string): SheetBlueprint {
  return { ...sheet, name };
}

function applied(bytes: Uint8Array, edits: readonly PutSheet[]): Snapshot {
  const outcome = applyEdits(snapshotOf(bytes), edits);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  // Reading goes no further than the cells; the picture of a blueprint holds a hidden row below them.
  const sheets = outcome.sheets.map((sheet) => ({
    ...sheet,
    hiddenRows: new Set([...sheet.hiddenRows].filter((row) => row <= Math.max(...sheet.rows.keys()))),
  }));
  return { ...outcome, sheets };
}

/** A form filled with the first sample contents of its plan. */
function form(plan = yenChau): Blueprint {
  const [period, unit] = [plan.periods[0], plan.units[0]];
  if (!period || !unit) throw new Error("a plan without units");
  return makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed: 267 }));
}

function sheetOf({ sheets }: Blueprint, name: string): SheetBlueprint {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(name);
  return found;
}

/** The form without one of its sheets, as if an official had deleted it. */
async function without(whole: Blueprint, name: string): Promise<Uint8Array> {
  return writeWorkbook({
    ...whole,
    sheets: whole.sheets.filter((sheet) => sheet.name !== name),
    names: whole.names.filter(({ sheet }) => sheet !== name),
  });
}

describe("a sheet put into a workbook", () => {
  it.each<[string, () => Uint8Array, (bytes: Uint8Array) => PutSheet[]]>([
    ["in place of one that openpyxl wrote", linkedBook, (bytes) => [inPlaceOf(bytes, "Biểu 1", named(full, "Biểu 1"))]],
    ["under another name", linkedBook, (bytes) => [inPlaceOf(bytes, "Biểu 1", full)]],
    ["in place of one with a chart", linkedBook, (bytes) => [inPlaceOf(bytes, "Tổng hợp", full)]],
    ["in front", linkedBook, () => [behind(null, full)]],
    ["in between", linkedBook, () => [behind("Biểu 1", full)]],
    ["behind one that is not there", linkedBook, () => [behind("Không có", full)]],
    ["hidden", linkedBook, () => [behind("Ẩn", named(hidden, "pm_plan"))]],
    ["with all values", linkedBook, () => [behind("Ẩn", full), behind("Số liệu", hidden), behind("Ẩn", values)]],
    ["into what Excel wrote", excelLike, (bytes) => [inPlaceOf(bytes, "Số liệu", full), behind("Lạ", hidden)]],
    ["in place of a strange one", excelLike, (bytes) => [inPlaceOf(bytes, "Lạ", named(full, "Rất lạ"))]],
    [
      "where there are no looks",
      () => byHand({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }),
      () => [behind(null, named(full, "Mới"))],
    ],
    [
      "with names of its own",
      linkedBook,
      () => [behind("Ẩn", full, [{ name: "PM_TONG", sheet: "Số liệu", at: { row: 3, column: 2 } }])],
    ],
  ])("[ED4] [ED8] %s is what the edits make of the picture, lint-free, and put once", async (_, make, editsFor) => {
    const before = make();
    const edits = editsFor(before);
    const after = await patched(before, edits);
    expect(snapshotOf(after)).toEqual(applied(before, edits));
    expect(await patched(after, edits)).toBe(after);
    const known = new Set(lintWorkbook(before));
    const allowed = /comes after row|comes twice|stands in row/;
    expect(lintWorkbook(after).filter((fault) => !known.has(fault) && !allowed.test(fault))).toEqual([]);
  });

  it("[ED5] leaves the other sheets, texts and charts byte for byte", async () => {
    const after = await patched(linkedBook(), [behind("Biểu 1", full)]);
    expect(changedEntries(linkedBook(), after).sort()).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet4.xml",
      ].sort(),
    );
  });

  it("keeps which sheet is shown and whose print ranges are whose when a sheet comes before them", async () => {
    const book = partOf(await patched(linkedBook(), [behind(null, full)]), "xl/workbook.xml");
    expect(book).toContain('activeTab="1"');
    expect(book).toContain('firstSheet="1"');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="1">'Biểu 1'!$A$1:$D$4</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'Tổng hợp'!1:1</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'Số liệu'!$A$1:$E$8</definedName>`);
    expect(book).toMatch(/<sheets><sheet [^>]*name="Số liệu" sheetId="4" r:id="rId6"\/><sheet /);
  });

  it("takes away what only the old sheet led to: its comment, its table, its print ranges", async () => {
    const bytes = linkedBook();
    const after = await patched(bytes, [inPlaceOf(bytes, "Biểu 1", named(full, "Biểu 1"))]);
    const gone = ["xl/worksheets/_rels/sheet1.xml.rels", "xl/tables/table1.xml", "xl/comments/comment1.xml"];
    expect(Object.keys(unzipSync(bytes)).filter((name) => !(name in unzipSync(after)))).toEqual(
      expect.arrayContaining([...gone, "xl/drawings/commentsDrawing1.vml"]),
    );
    expect(partOf(after, "[Content_Types].xml")).not.toMatch(/table1|comment1/);
    expect(partOf(after, "xl/charts/chart1.xml")).not.toBe("");
    expect(partOf(after, "xl/workbook.xml")).not.toContain("$A$1:$D$4");
    expect(partOf(after, "xl/workbook.xml").match(/localSheetId="0"/g)).toHaveLength(2);
  });

  it("refuses where formulas elsewhere speak of a table on the old sheet", async () => {
    const parts = unzipSync(linkedBook());
    const sheet = strFromU8(parts["xl/worksheets/sheet3.xml"] ?? new Uint8Array());
    parts["xl/worksheets/sheet3.xml"] = strToU8(sheet.replace(/<f>[^<]*<\/f>/, "<f>SUM(Bang1[Hộ])</f>"));
    const bytes = zipSync(parts);
    const edit = inPlaceOf(bytes, "Biểu 1", full);
    expect(await refusalOf(bytes, [edit])).toMatchObject({ reason: "read-back-differs", at: { sheet: "Số liệu" } });
  });

  it.each<[string, (bytes: Uint8Array) => PutSheet, string]>([
    [
      "[ED1] an old sheet that has changed",
      (bytes) => ({ ...inPlaceOf(bytes, "Ẩn", full), replaces: { sheet: "Ẩn", expect: new Map() } }),
      "sheet-has-changed",
    ],
    [
      "[ED1] an old sheet that is not there",
      () => ({ ...behind(null, full), replaces: { sheet: "Mất", expect: new Map() } }),
      "no-such-sheet",
    ],
    ["[ED1] a name that is taken", () => behind(null, named(full, "biểu 1")), "name-is-taken"],
    ["a name that is none", () => behind(null, named(full, "a:b")), "read-back-differs"],
  ])("refuses %s", async (_, make, reason) => {
    const bytes = linkedBook();
    const edit = make(bytes);
    const expected = applyEdits(snapshotOf(bytes), [edit]);
    const refusal = await refusalOf(bytes, [edit]);
    expect(refusal.reason).toBe(reason);
    if (isRefusal(expected)) expect(refusal).toEqual(expected);
  });

  it.each([
    ["Yên Châu", yenChau, "Số liệu"],
    ["Yên Châu", yenChau, "Hộ nghèo"],
    ["Yên Châu", yenChau, "Bìa"],
    ["Trường Nguyên", truongNguyen, "Chỉ tiêu"],
  ])("puts back a sheet that a form of %s lost: %s %s", async (_, plan, lost) => {
    const whole = form(plan);
    const index = whole.sheets.findIndex(({ name }) => name === lost);
    const names = whole.names.filter(({ sheet }) => sheet === lost);
    const before = await without(whole, lost);
    const edit = behind(whole.sheets[index - 1]?.name ?? null, sheetOf(whole, lost), names);
    const after = await patched(before, [edit]);
    expect(snapshotOf(after)).toEqual(snapshotOf(await writeWorkbook(whole)));
    expect(lintWorkbook(after)).toEqual([]);
  });

  itWithLibreOffice("computes in LibreOffice what a fresh form computes", async () => {
    const whole = form();
    const lost = "Số liệu";
    const replaced = await writeWorkbook({
      ...whole,
      sheets: whole.sheets.map((sheet) =>
        sheet.name === lost ? { ...sheet, cells: sheet.cells.slice(0, 60) } : sheet,
      ),
    });
    const [byOffice = new Uint8Array()] = await recalculate([replaced], { trustStored: true });
    const files = [
      await patched(await without(whole, lost), [behind("Bìa", sheetOf(whole, lost))]),
      await patched(replaced, [inPlaceOf(replaced, lost, sheetOf(whole, lost))]),
      await patched(byOffice, [inPlaceOf(byOffice, lost, sheetOf(whole, lost))]),
    ];
    for (const opened of await recalculate(files, { trustStored: false })) {
      const { compared, differences } = compareFormulas(whole, snapshotOf(opened));
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(200);
    }
  });

  itWithValidator("adds nothing that the Open XML SDK's validator complains of", async () => {
    const whole = form();
    const bytes = linkedBook();
    const files = [
      await patched(await without(whole, "Số liệu"), [behind("Bìa", sheetOf(whole, "Số liệu"))]),
      await patched(bytes, [inPlaceOf(bytes, "Biểu 1", full), behind(null, values), behind("Ẩn", hidden)]),
      await patched(bytes, [inPlaceOf(bytes, "Tổng hợp", full)]),
      await patched(excelLike(), [behind(null, named(full, "Mới"))]),
      await patched(byHand({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }), [behind(null, named(full, "Mới"))]),
    ];
    const known = await validate([bytes, excelLike()]);
    const texts = new Set(known.map((fault) => fault.replace(/^\S+ /, "")));
    expect((await validate(files)).filter((fault) => !texts.has(fault.replace(/^\S+ /, "")))).toEqual([]);
  });
});
