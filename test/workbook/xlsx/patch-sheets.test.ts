import { describe, expect, it } from "@jest/globals";
import { applyEdits, isRefusal } from "../../../src/core/apply-edits";
import { fromA1 } from "../../../src/core/cell";
import type { Edit } from "../../../src/core/edit";
import { cellAt, type Snapshot } from "../../../src/core/snapshot";
import { renameSheetInPart } from "../../../src/workbook/xlsx/rename-in-part";
import { showLines, unmerge } from "../../../src/workbook/xlsx/show-lines";
import { itWithLibreOffice, itWithValidator } from "../../proof/tools";
import { recalculate } from "../../tools/libreoffice";
import { validate } from "../../tools/validator";
import { excelLike } from "./excel-like";
import { changedEntries, linkedBook, partOf, patched, refusalOf } from "./patching";
import { snapshotOf } from "./plain-snapshot";

const rename: Edit = { kind: "rename-sheet", sheet: "Biểu 1", to: "Số liệu" };
const show: Edit = { kind: "show-sheet", sheet: "Ẩn" };
const showMiddle: Edit = { kind: "show-lines", sheet: "Biểu 1", rows: [2], columns: [5, 6] };
const unmergeFirst: Edit = { kind: "unmerge", sheet: "Biểu 1", block: { top: 5, left: 0, bottom: 5, right: 2 } };
const convert: Edit = {
  at: { sheet: "Biểu 1", cell: "A2" },
  expect: { value: "Chiềng Đông" },
  put: { value: "Chiềng Đông 2" },
  leavesLegacyFont: true,
};
const every = [rename, show, { ...showMiddle, sheet: "Số liệu" }, { ...unmergeFirst, sheet: "Số liệu" }, convert];

function applied(bytes: Uint8Array, edits: readonly Edit[]): Snapshot {
  const outcome = applyEdits(snapshotOf(bytes), edits);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

function cellIn(snapshot: Snapshot, sheet: string, cell: string) {
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  const position = fromA1(cell);
  return found && position ? cellAt(found, position.row, position.column) : undefined;
}

describe("a patch of sheets", () => {
  it.each<[string, Edit[], string[]]>([
    [
      "a new name",
      [rename],
      ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/charts/chart1.xml"],
    ],
    ["a sheet shown", [show], ["xl/workbook.xml"]],
    ["rows and columns shown", [showMiddle], ["xl/worksheets/sheet1.xml"]],
    ["a merge undone", [unmergeFirst], ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]],
    ["a text out of its legacy font", [convert], ["xl/worksheets/sheet1.xml", "xl/styles.xml"]],
  ])("[ED4] [ED5] [ED8] makes %s, and touches only the parts that it must", async (_, edits, parts) => {
    const before = linkedBook();
    const after = await patched(before, edits);
    expect(snapshotOf(after)).toEqual(applied(before, edits));
    expect(changedEntries(before, after).sort()).toEqual([...parts].sort());
    expect(await patched(after, edits)).toBe(after);
  });

  it("lets every formula, list, condition, link, name and chart follow a new name", async () => {
    const after = await patched(linkedBook(), [rename]);
    const sheet = partOf(after, "xl/worksheets/sheet2.xml");
    expect(sheet).toContain("<f>'Số liệu'!B2+'Số liệu'!B3</f>");
    expect(sheet).toContain("<f>&quot;'Biểu 1'!B2&quot;&amp;SUM('Số liệu'!B2:B4)</f>");
    expect(sheet).toContain("<formula1>'Số liệu'!$A$2:$A$4</formula1>");
    expect(sheet).toContain("<formula>A1&gt;'Số liệu'!$B$2</formula>");
    expect(sheet).toContain(`location="'Số liệu'!A1"`);
    expect(partOf(after, "xl/charts/chart1.xml").match(/<(?:\w+:)?f>[^<]*/g)).toEqual([
      "<f>'Số liệu'!B1</f>".slice(0, -4),
      "<f>'Số liệu'!$A$2:$A$4</f>".slice(0, -4),
      "<f>'Số liệu'!$B$2:$B$4</f>".slice(0, -4),
    ]);
    const book = partOf(after, "xl/workbook.xml");
    expect(book).not.toContain("Biểu 1");
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'Số liệu'!$A$1:$D$4</definedName>`);
  });

  it("keeps shared formulas shared under a new name", async () => {
    const edit: Edit = { kind: "rename-sheet", sheet: "Lạ", to: "Khác" };
    const named = partOf(excelLike(), "xl/worksheets/sheet1.xml").replace("C1*2</f>", "C1*Lạ!$B$1</f>");
    const bytes = excelLike({ "xl/worksheets/sheet1.xml": named });
    const after = await patched(bytes, [edit]);
    expect(partOf(after, "xl/worksheets/sheet1.xml")).toBe(named.replace("Lạ!$B$1", "'Khác'!$B$1"));
    expect(cellIn(snapshotOf(after), "Số liệu", "D3")?.formula).toBe("C3*'Khác'!$B$1");
    expect(snapshotOf(after)).toEqual(applied(bytes, [edit]));
  });

  it("narrows a name of a merged block to its first cell, so that it is still found", async () => {
    const after = await patched(linkedBook(), [unmergeFirst]);
    expect(snapshotOf(after).names.get("pm_gop")).toEqual({ sheet: "Biểu 1", cell: "A6" });
  });

  it("[RD4] leaves a legacy font for an ordinary one of the same size and weight, in that cell alone", async () => {
    const after = await patched(linkedBook(), [convert]);
    expect(cellIn(snapshotOf(after), "Biểu 1", "A2")).toEqual({ value: "Chiềng Đông 2" });
    expect(cellIn(snapshotOf(after), "Biểu 1", "A3")?.legacyFont).toBe("VNI-Times");
    const fonts = partOf(after, "xl/styles.xml").match(/<font>.*?<\/font>/g) ?? [];
    expect(fonts.at(-1)).toBe('<font><b val="1"/><sz val="13"/><name val="Times New Roman"/></font>');
    expect(partOf(after, "xl/styles.xml")).toContain(`<fonts count="${fonts.length}">`);
  });

  it("[RD4] puts no new text into a legacy font that the cell only happens to have", async () => {
    const at = { sheet: "Biểu 1", cell: "A2" };
    const cleared = await patched(linkedBook(), [{ at, expect: { value: "Chiềng Đông" }, put: { value: null } }]);
    const edits = [{ at, expect: { value: null }, put: { value: "Chiềng Đông" } }];
    const after = await patched(cleared, edits);
    expect(snapshotOf(after)).toEqual(applied(cleared, edits));
    expect(cellIn(snapshotOf(after), "Biểu 1", "A2")).toEqual({ value: "Chiềng Đông" });
  });

  it.each<[string, Edit[], object]>([
    ["[ED1] a sheet that is not there", [show, { ...rename, sheet: "Không" }], { reason: "no-such-sheet" }],
    ["[ED1] a name that is taken", [show, { ...rename, to: "TỔNG HỢP" }], { reason: "name-is-taken" }],
    ["a name that Excel does not let a sheet have", [show, { ...rename, to: "a/b" }], { reason: "read-back-differs" }],
    ["[ED2] a cell among sheets", [show, { ...convert, expect: { value: "khác" } }], { reason: "cell-has-changed" }],
  ])("refuses %s", async (_, edits, expected) => {
    expect(await refusalOf(linkedBook(), edits)).toMatchObject(expected);
  });

  it("refuses the name of a sheet that holds no cells", async () => {
    const book = partOf(excelLike(), "xl/workbook.xml").replace(
      "</sheets>",
      '<sheet name="Đồ thị" sheetId="9" r:id="rId9"/></sheets>',
    );
    const rels = partOf(excelLike(), "xl/_rels/workbook.xml.rels").replace(
      "</Relationships>",
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    );
    const bytes = excelLike({ "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels });
    expect(await refusalOf(bytes, [{ kind: "rename-sheet", sheet: "Lạ", to: "đồ thị" }])).toEqual({
      at: { sheet: "Lạ", cell: "A1" },
      reason: "read-back-differs",
      found: null,
    });
  });

  itWithLibreOffice("is what LibreOffice opens, and works on what LibreOffice saved", async () => {
    const [byOffice = new Uint8Array()] = await recalculate([linkedBook()], { trustStored: false });
    const both = [await patched(linkedBook(), every), await patched(byOffice, every)];
    for (const opened of (await recalculate(both, { trustStored: false })).map(snapshotOf)) {
      expect(opened.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["Số liệu", "visible"],
        ["Tổng hợp", "visible"],
        ["Ẩn", "visible"],
      ]);
      expect(cellIn(opened, "Tổng hợp", "A1")?.value).toBe(30);
      expect(cellIn(opened, "Tổng hợp", "A3")?.value).toBe(10);
      expect(cellIn(opened, "Ẩn", "A1")?.value).toBe(6);
      expect([...(opened.sheets[0]?.hiddenRows ?? [])]).toEqual([3]);
      expect([...(opened.sheets[0]?.hiddenColumns ?? [])]).toEqual([4, 7]);
      expect(opened.sheets[0]?.merges).toHaveLength(1);
      expect(cellIn(opened, "Số liệu", "A2")).toEqual({ value: "Chiềng Đông 2" });
    }
  });

  itWithValidator("adds nothing that the Open XML SDK's validator complains of", async () => {
    expect(await validate([await patched(linkedBook(), every)])).toEqual(await validate([linkedBook()]));
  });
});

describe("renameSheetInPart", () => {
  it.each([
    [
      '<xm:f xmlns:xm="m">Biểu!$A$1:$A$3</xm:f><xm:sqref xmlns:xm="m">A1:B2</xm:sqref>',
      `<xm:f xmlns:xm="m">'Mới'!$A$1:$A$3</xm:f><xm:sqref xmlns:xm="m">A1:B2</xm:sqref>`,
    ],
    ['<worksheetSource ref="A1:B2" sheet="BIỂU"/>', '<worksheetSource ref="A1:B2" sheet="Mới"/>'],
    ['<worksheetSource ref="A1" sheet="Biểu" r:id="rId1"/>', '<worksheetSource ref="A1" sheet="Biểu" r:id="rId1"/>'],
    ['<sp textlink="Biểu!$A$1"><f/></sp>', `<sp textlink="'Mới'!$A$1"><f/></sp>`],
    ['<formControlPr fmlaLink="Biểu!$A$1" val="1"/>', `<formControlPr fmlaLink="'Mới'!$A$1" val="1"/>`],
    ["<x:FmlaRange xmlns:x='x'>Biểu!$A$1</x:FmlaRange>", "<x:FmlaRange xmlns:x='x'>'Mới'!$A$1</x:FmlaRange>"],
    ['<Relationship Target="#Bi%E1%BB%83u!A1" Id="a"/>', `<Relationship Target="#'M%E1%BB%9Bi'!A1" Id="a"/>`],
    ['<Relationship Target="Biểu!A1" Id="a"/>', '<Relationship Target="Biểu!A1" Id="a"/>'],
    ["<v>Biểu!A1</v><f>[1]Biểu!A1+Biểu2!A1</f>", "<v>Biểu!A1</v><f>[1]Biểu!A1+Biểu2!A1</f>"],
  ])("makes of %s %s", (before, after) => {
    expect(renameSheetInPart(`<r>${before}</r>`, "Biểu", "Mới")).toBe(`<r>${after}</r>`);
  });
});

function sheet(inner: string): string {
  return `<x:worksheet xmlns:x="u">${inner}</x:worksheet>`;
}

describe("showLines", () => {
  it.each([
    [
      '<x:cols><x:col min="2" max="6" width="9" hidden="1" style="3"/></x:cols>',
      '<x:cols><x:col min="2" max="2" width="9" hidden="1" style="3"/><x:col min="3" max="4" width="9" style="3"/><x:col min="5" max="6" width="9" hidden="1" style="3"/></x:cols>',
    ],
    [
      '<x:cols><x:col min="3" max="3" width="0" hidden="1" customWidth="1"></x:col></x:cols>',
      '<x:cols><x:col min="3" max="3"></x:col></x:cols>',
    ],
    [
      '<x:cols><x:col min="4" max="16384" hidden="true"/></x:cols>',
      '<x:cols><x:col min="4" max="4"/><x:col min="5" max="16384" hidden="true"/></x:cols>',
    ],
    ['<x:cols><x:col min="5" max="9" hidden="1"/></x:cols>', '<x:cols><x:col min="5" max="9" hidden="1"/></x:cols>'],
    [
      '<x:sheetData><x:row hidden="1"/><x:row ht="0" customHeight="1" hidden="1"><x:c/></x:row></x:sheetData>',
      '<x:sheetData><x:row hidden="1"/><x:row><x:c/></x:row></x:sheetData>',
    ],
  ])("makes of %s %s", (before, after) => {
    expect(showLines(sheet(before), { rows: [1], columns: [3, 2] })).toBe(sheet(after));
  });
});

describe("unmerge", () => {
  it.each([
    ['<x:a/><x:mergeCells count="1"><x:mergeCell ref="B2:A1"/></x:mergeCells><x:b/>', "<x:a/><x:b/>"],
    [
      '<x:mergeCells count="2"><x:mergeCell ref="A1:B2"/><x:mergeCell ref="C1:C2"/></x:mergeCells>',
      '<x:mergeCells count="1"><x:mergeCell ref="C1:C2"/></x:mergeCells>',
    ],
    [
      '<x:mergeCells><x:mergeCell ref="A1:B3"/></x:mergeCells>',
      '<x:mergeCells><x:mergeCell ref="A1:B3"/></x:mergeCells>',
    ],
  ])("makes of %s %s", (before, after) => {
    expect(unmerge(sheet(before), { top: 0, left: 0, bottom: 1, right: 1 })).toBe(sheet(after));
  });
});
