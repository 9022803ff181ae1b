import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../../src/core/cell";
import { byHand, relationships, sheetPart, workbookPart, type HandWritten } from "./by-hand";
import { cellsIn, cellsOf, reasonOf, sheetOf, snapshotOf } from "./plain-snapshot";

const row = (...cells: readonly string[]): string => `<row r="1">${cells.join("")}</row>`;

/** The cell A1 as it is read; undefined where it is blank. */
function a1(cell: string, told: HandWritten = {}): Cell | undefined {
  return cellsIn(byHand({ ...told, rows: row(cell) }))["A1"];
}

describe("the values of cells", () => {
  it.each<[string, Cell | undefined]>([
    ['<c r="A1"><v>12.5</v></c>', { value: 12.5 }],
    ['<c r="A1" t="n"><v>-1.5E-3</v></c>', { value: -0.0015 }],
    ['<c r="A1"><v>.5</v></c>', { value: 0.5 }],
    ['<c r="A1"><v>-0</v></c>', { value: 0 }],
    ['<c r="A1"><v>\n  7\n </v></c>', { value: 7 }],
    ['<c r="A1"><v>0.1</v></c>', { value: 0.1 }],
    ['<c r="A1"><v>9007199254740993</v></c>', { value: 9007199254740992 }],
    ['<c r="A1"><v/></c>', undefined],
    ['<c r="A1"><v></v></c>', undefined],
    ['<c r="A1"/>', undefined],
    ['<c r="A1" t="b"><v>1</v></c>', { value: true }],
    ['<c r="A1" t="b"><v>false</v></c>', { value: false }],
    ['<c r="A1" t="e"><v>#DIV/0!</v></c>', { value: { error: "#DIV/0!" } }],
    ['<c r="A1" t="str"><v> hai  ba </v></c>', { value: " hai  ba " }],
    ['<c r="A1" t="d"><v>2022-06-30</v></c>', { value: { date: "2022-06-30" } }],
    ['<c r="A1" t="d"><v>2022-06-30T00:00:00.000Z</v></c>', { value: { date: "2022-06-30" } }],
    ['<c r="A1" t="d"><v>2022-06-30T07:30:00</v></c>', { value: { date: "2022-06-30T07:30:00" } }],
    ['<c r="A1" t="d"><v>2022-02-30</v></c>', { value: "2022-02-30" }],
    ['<c r="A1" t="inlineStr"><is><t>Tú Nang</t></is></c>', { value: "Tú Nang" }],
    [
      '<c r="A1" t="inlineStr"><is><r><t>Tú</t></r><r><t xml:space="preserve"> Nang</t></r></is></c>',
      { value: "Tú Nang" },
    ],
    ['<c r="A1" t="inlineStr"><is><t/></is></c>', undefined],
    ['<c r="A1" t="inlineStr"><is><t>Tu\u0301 Nang</t></is></c>', { value: "Tu\u0301 Nang" }],
    [
      '<c r="A1" t="inlineStr"><is><t>&lt;a&gt; &amp;&#7845;<![CDATA[<b>&amp;]]></t></is></c>',
      { value: "<a> &ấ<b>&amp;" },
    ],
  ])("reads %s", (cell, expected) => {
    expect(a1(cell)).toEqual(expected);
  });

  it.each([
    '<c r="A1"><v>1,5</v></c>',
    '<c r="A1"><v>0x10</v></c>',
    '<c r="A1"><v>1e999</v></c>',
    '<c r="A1"><v>NaN</v></c>',
    '<c r="A1"><v>Infinity</v></c>',
    '<c r="A1"><v>1</v><v>2</v></c>',
    '<c r="A1" t="b"><v>2</v></c>',
    '<c r="A1" t="x"><v>1</v></c>',
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="A1" s="1"><v>1</v></c>',
    '<c r="A1" s="-1"><v>1</v></c>',
    '<c r="A1" s="toString"><v>1</v></c>',
    '<c r="A1"><is><t>1</t></is></c>',
    '<c r="A1" t="inlineStr"><v>1</v><is><t>2</t></is></c>',
    '<c r="A2"><v>1</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="1A"><v>1</v></c>',
    '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
  ])("[RD8] refuses %s rather than guess", (cell) => {
    expect(reasonOf(byHand({ rows: row(cell) }))).toBe("damaged");
  });
});

describe("formulas", () => {
  it.each<[string, Cell | undefined]>([
    ['<c r="A1"><f>B1*2</f><v>4</v></c>', { value: 4, formula: "B1*2" }],
    ['<c r="A1"><f>B1*2</f></c>', { value: null, formula: "B1*2" }],
    ['<c r="A1"><f>B1*2</f><v/></c>', { value: null, formula: "B1*2" }],
    ['<c r="A1"><f>B1*2</f><v></v></c>', { value: null, formula: "B1*2" }],
    ['<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', { value: "", formula: 'IF(B1="","",B1)' }],
    ['<c r="A1" t="str"><f>B1</f></c>', { value: null, formula: "B1" }],
    ['<c r="A1" t="str"><f>B1&amp;"x"</f><v>1x</v></c>', { value: "1x", formula: 'B1&"x"' }],
    ['<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { value: { error: "#DIV/0!" }, formula: "1/0" }],
    ['<c r="A1"><f>=B1</f><v>1</v></c>', { value: 1, formula: "B1" }],
    ['<c r="A1"><f t="array" ref="A1:A3">ROW(1:3)</f><v>1</v></c>', { value: 1, formula: "ROW(1:3)" }],
    ['<c r="A1"><f ca="1"/><v>1</v></c>', { value: 1 }],
    ['<c r="A1"><f t="shared" ref="A1:A1" si="7">B1</f><v>1</v></c>', { value: 1, formula: "B1" }],
  ])("[RD6] reads %s", (cell, expected) => {
    expect(a1(cell)).toEqual(expected);
  });

  it("gives each cell of a shared formula its own", () => {
    const rows = `
      <row r="1"><c r="C1"><f t="shared" ref="C1:D3" si="0">A1+$A1+A$1+SUM(A$1:A1)</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="2"><c r="C2"><f t="shared" si="0"/><v>3</v></c><c r="D2"><f>E2</f><v>4</v></c></row>
      <row r="3"><c r="C3"><f t="shared" si="0">Z9</f></c><c r="D3"><f t="shared" si="0"></f></c></row>`;
    expect(cellsIn(byHand({ rows }))).toEqual({
      C1: { value: 1, formula: "A1+$A1+A$1+SUM(A$1:A1)" },
      D1: { value: 2, formula: "B1+$A1+B$1+SUM(B$1:B1)" },
      C2: { value: 3, formula: "A2+$A2+A$1+SUM(A$1:A2)" },
      D2: { value: 4, formula: "E2" },
      C3: { value: null, formula: "Z9" },
      D3: { value: null, formula: "B3+$A3+B$1+SUM(B$1:B3)" },
    });
  });

  it("starts a group anew where its number is used again, and keeps the groups of sheets apart", () => {
    const first = `<row><c><f t="shared" ref="A1:A2" si="0">B1</f></c></row><row><c><f t="shared" si="0"/></c></row>
      <row><c><f t="shared" ref="A3:A4" si="0">C3</f></c></row><row><c><f t="shared" si="0"/></c></row>`;
    const orphan = '<row><c><f t="shared" si="0"/><v>1</v></c></row>';
    const formulas = Object.values(cellsIn(byHand({ rows: first }))).map(({ formula }) => formula);
    expect(formulas).toEqual(["B1", "B2", "C3", "C4"]);
    const two = {
      "xl/workbook.xml": workbookPart([{ name: "Một" }, { name: "Hai" }]),
      "xl/_rels/workbook.xml.rels": relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/sheet2.xml"],
      ]),
      "xl/worksheets/sheet2.xml": sheetPart(orphan),
    };
    expect(reasonOf(byHand({ rows: first, parts: two }))).toBe("damaged");
  });
});

describe("shared strings", () => {
  const read = (si: string): unknown => a1('<c r="A1" t="s"><v>0</v></c>', { strings: si })?.value;

  it.each([
    ["<si><t>Chiềng Đông</t></si>", "Chiềng Đông"],
    ["<si><r><t>Hộ </t></r><r><rPr><b/></rPr><t>nghèo</t></r></si>", "Hộnghèo"],
    ['<si><r><t xml:space="preserve">Hộ </t></r><r><t>nghèo</t></r></si>', "Hộ nghèo"],
    ["<si><t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh><phoneticPr fontId='1'/></si>", "課"],
    ["<si><t>\n   25\n </t></si>", "25"],
    ['<si><t xml:space="preserve"> 25 </t></si>', " 25 "],
    ["<si><t>_x0041_b_x000D__x005F_x0042_</t></si>", "Ab\r_x0042_"],
    ["<si><t>_x00zz_ _x41_</t></si>", "_x00zz_ _x41_"],
    ["<si><t>__proto__</t></si>", "__proto__"],
    ["<si><t>constructor</t></si>", "constructor"],
    ["<si><t>\u{1F600}</t></si>", "\u{1F600}"],
  ])("reads %s", (si, expected) => {
    expect(read(si)).toBe(expected);
  });

  it.each(["1", "-1", "0.5", "1e0", "00000000001", "constructor", "__proto__"])(
    "[RD8] refuses the index %s",
    (index) => {
      const rows = row(`<c r="A1" t="s"><v>${index}</v></c>`);
      expect(reasonOf(byHand({ rows, strings: "<si><t>a</t></si>" }))).toBe("damaged");
    },
  );

  it("reads a cell whose index is blank as blank", () => {
    expect(a1('<c r="A1" t="s"><v></v></c>', { strings: "<si><t>a</t></si>" })).toBeUndefined();
  });
});

describe("formats", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="0&quot; ngày&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>
    <fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><name val="VNI-Times"/></font></fonts>
    <cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>
    <dxfs><dxf><font><name val=".VnArial"/></font></dxf></dxfs>`;

  it.each<[string, Cell]>([
    ['<c r="A1"><v>44742</v></c>', { value: 44742 }],
    ['<c r="A1" s="1"><v>44742</v></c>', { value: { date: "2022-06-30" } }],
    ['<c r="A1" s="2"><v>44742</v></c>', { value: 44742 }],
    ['<c r="A1" s="3"><v>44742.75</v></c>', { value: { date: "2022-06-30T18:00:00" } }],
    ['<c r="A1" s="3"><f>TODAY()</f><v>44742</v></c>', { value: { date: "2022-06-30" }, formula: "TODAY()" }],
    ['<c r="A1" s="3"><v>0</v></c>', { value: 0 }],
    ['<c r="A1" s="3"><v>-5</v></c>', { value: -5 }],
    ['<c r="A1" s="3"><v>20230630</v></c>', { value: 20230630 }],
    ['<c r="A1" s="3" t="str"><v>30/06/2022</v></c>', { value: "30/06/2022" }],
    ['<c r="A1" s="4" t="str"><v>Tó Nang</v></c>', { value: "Tó Nang", legacyFont: ".VnTime" }],
    ['<c r="A1" s="5" t="str"><v>Tó Nang</v></c>', { value: "Tó Nang", legacyFont: "VNI-Times" }],
    ['<c r="A1" s="4"><v>5</v></c>', { value: 5 }],
  ])("[RD4] reads %s", (cell, expected) => {
    expect(a1(cell, { styles })).toEqual(expected);
  });

  it("counts days from 1904 where the workbook says so", () => {
    const cell = '<c r="A1" s="1"><v>43280</v></c>';
    for (const said of ["1", "true"]) {
      expect(a1(cell, { styles, workbook: `<workbookPr date1904="${said}"/>` })).toEqual({
        value: { date: "2022-06-30" },
      });
    }
    expect(a1(cell, { styles, workbook: '<workbookPr date1904="0"/>' })).toEqual({ value: { date: "2018-06-29" } });
  });

  it("gives the first format to cells that name none", () => {
    const all = '<fonts><font><name val=".VnTime"/></font></fonts><cellXfs><xf numFmtId="14" fontId="0"/></cellXfs>';
    expect(a1('<c r="A1"><v>44742</v></c>', { styles: all })).toEqual({ value: { date: "2022-06-30" } });
    expect(a1('<c r="A1" t="str"><v>a</v></c>', { styles: all })).toEqual({ value: "a", legacyFont: ".VnTime" });
  });
});

describe("the places of cells", () => {
  it("counts on where rows and cells do not say their place", () => {
    const rows = `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`;
    const places = Object.entries(cellsIn(byHand({ rows }))).map(([at, { value }]) => [at, value]);
    expect(places).toEqual([
      ["A1", 1],
      ["B1", 2],
      ["C5", 3],
      ["D5", 4],
      ["A6", 5],
    ]);
  });

  it("puts rows and cells in order, whatever order the file has", () => {
    const rows = `<row r="9"><c r="B9"><v>4</v></c><c r="A9"><v>3</v></c></row><row r="2"><c r="D2"><v>2</v></c><c r="A2"><v>1</v></c></row>`;
    expect(Object.keys(cellsIn(byHand({ rows })))).toEqual(["A2", "D2", "A9", "B9"]);
  });

  it("reads the corners of the largest sheet and nothing beyond", () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(Object.keys(cellsIn(byHand({ rows: corner })))).toEqual(["XFD1048576"]);
    expect(reasonOf(byHand({ rows: '<row r="1048577"/>' }))).toBe("damaged");
    expect(reasonOf(byHand({ rows: '<row r="1048576"/><row/>' }))).toBe("damaged");
    expect(reasonOf(byHand({ rows: '<row r="1"><c r="XFD1"/><c/></row>' }))).toBe("damaged");
    expect(reasonOf(byHand({ rows: '<row r="0"/>' }))).toBe("damaged");
  });

  it("[RD7] does not believe the declared dimension, and keeps nothing of formatted blanks", () => {
    const blanks = Array.from(
      { length: 1000 },
      (_, index) => `<row r="${index + 2}" s="1" customFormat="1"><c r="C${index + 2}" s="0"/></row>`,
    );
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row>${blanks.join("")}`;
    for (const ref of ["A1:XFD1048576", "A1", "nonsense"]) {
      const sheet = sheetOf(byHand({ rows, before: `<dimension ref="${ref}"/>` }));
      expect(cellsOf(sheet)).toEqual({ A1: { value: 1 } });
      expect(sheet.rows.size).toBe(1);
    }
  });
});

describe("what else a sheet says", () => {
  const rows =
    '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="0"/><row r="3" hidden="true"/><row r="4"><c r="D4"><v>1</v></c></row><row r="5" hidden="1"/>';

  it("merges", () => {
    const { merges } = sheetOf(
      byHand({ rows, after: '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B9:B7"/></mergeCells>' }),
    );
    expect(merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 6, left: 1, bottom: 8, right: 1 },
    ]);
    expect(reasonOf(byHand({ rows, after: '<mergeCells><mergeCell ref="A1:"/></mergeCells>' }))).toBe("damaged");
  });

  it("hidden rows and columns, as far as there are cells", () => {
    const before =
      '<cols><col min="2" max="2" hidden="1"/><col min="3" max="3" width="9"/><col min="4" max="16384" hidden="1"/></cols>';
    const sheet = sheetOf(byHand({ rows, before }));
    expect([...sheet.hiddenRows]).toEqual([0, 2]);
    expect([...sheet.hiddenColumns]).toEqual([1, 3]);
  });

  it.each([
    ["", false],
    ['<sheetProtection sheet="1" objects="1"/>', true],
    ['<sheetProtection sheet="true" password="CC1A"/>', true],
    ['<sheetProtection objects="1"/>', false],
    ['<sheetProtection sheet="0"/>', false],
  ])("protection: %s", (after, expected) => {
    expect(sheetOf(byHand({ rows, after })).isProtected).toBe(expected);
  });
});

describe("the workbook", () => {
  const sheet = (value: number) => sheetPart(`<row r="1"><c r="A1"><v>${value}</v></c></row>`);

  it("gives sheets in the order of their tabs, with their visibility, wherever their parts are", () => {
    const parts = {
      "xl/workbook.xml": workbookPart([
        { name: "Bìa" },
        { name: "Ẩn", state: "hidden" },
        { name: "Kế hoạch", state: "veryHidden" },
        { name: "A &amp; B", state: "visible" },
        { name: "Biểu đồ" },
      ]),
      "xl/_rels/workbook.xml.rels": relationships([
        ["rId4", "worksheet", "../other/a%20b.xml"],
        ["rId3", "worksheet", "/xl/worksheets/three.xml"],
        ["rId2", "worksheet", "./worksheets/../worksheets/two.xml"],
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId5", "chartsheet", "chartsheets/sheet1.xml"],
      ]),
      "xl/worksheets/sheet1.xml": sheet(1),
      "xl/Worksheets/Two.xml": sheet(2),
      "xl/worksheets/three.xml": sheet(3),
      "other/a%20b.xml": sheet(4),
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
    };
    const { sheets } = snapshotOf(byHand({ parts }));
    expect(sheets.map(({ name, visibility, rows }) => [name, visibility, rows.get(0)?.get(0)?.value])).toEqual([
      ["Bìa", "visible", 1],
      ["Ẩn", "hidden", 2],
      ["Kế hoạch", "very-hidden", 3],
      ["A & B", "visible", 4],
    ]);
  });

  it("gives the names of the whole workbook that stand for one cell", () => {
    const name = (text: string, attributes = ""): string =>
      `<definedName name="${text.split("=")[0] ?? ""}"${attributes}>${text.split("=")[1] ?? ""}</definedName>`;
    const names = `<definedNames>${[
      name("pm_unit_code='Số liệu'!$C$4"),
      name("pm_merged='Số liệu'!$A$1:$B$2"),
      name("pm_range='Số liệu'!$A$1:$B$9"),
      name("pm_own='Số liệu'!$C$9", ' localSheetId="0"'),
      name("pm_nowhere=Khác!$A$1"),
      name("pm_lost=#REF!"),
      name("pm_number=5"),
      name("pm_sum='Số liệu'!$A$1+1"),
      name("__proto__='Số liệu'!B2"),
      name("constructor='Số liệu'!$D$1"),
    ].join("")}</definedNames>`;
    const { names: read } = snapshotOf(byHand({ names, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }));
    expect([...read]).toEqual([
      ["pm_unit_code", { sheet: "Số liệu", cell: "C4" }],
      ["pm_merged", { sheet: "Số liệu", cell: "A1" }],
      ["__proto__", { sheet: "Số liệu", cell: "B2" }],
      ["constructor", { sheet: "Số liệu", cell: "D1" }],
    ]);
  });

  it("finds a sheet with a quote in its name", () => {
    const parts = {
      "xl/workbook.xml": workbookPart(
        [{ name: "Bản 'A'" }],
        `<definedNames><definedName name="n">'Bản ''A'''!$A$1</definedName></definedNames>`,
      ),
    };
    expect(snapshotOf(byHand({ parts })).names.get("n")).toEqual({ sheet: "Bản 'A'", cell: "A1" });
  });

  it("keeps __proto__ and constructor as ordinary names of sheets", () => {
    const parts = {
      "xl/workbook.xml": workbookPart([{ name: "__proto__" }, { name: "constructor" }]),
      "xl/_rels/workbook.xml.rels": relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/sheet2.xml"],
      ]),
      "xl/worksheets/sheet1.xml": sheet(1),
      "xl/worksheets/sheet2.xml": sheet(2),
    };
    expect(snapshotOf(byHand({ parts })).sheets.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("[RD8] pictures sheets that hold nothing: a rule speaks of them", () => {
    const { sheets, names } = snapshotOf(byHand({}));
    expect(sheets.map(({ name, rows }) => [name, rows.size])).toEqual([["Số liệu", 0]]);
    expect(names.size).toBe(0);
  });

  it.each<[string, Record<string, string | null>]>([
    ["no sheet", { "xl/workbook.xml": workbookPart([]) }],
    ["a sheet without its part", { "xl/worksheets/sheet1.xml": null }],
    ["a sheet without its relationship", { "xl/_rels/workbook.xml.rels": relationships([]) }],
    ["a part that is no sheet", { "xl/worksheets/sheet1.xml": "<chartsheet/>" }],
    ["two sheets of one name", { "xl/workbook.xml": workbookPart([{ name: "a" }, { name: "A" }]) }],
    ["an unknown state", { "xl/workbook.xml": workbookPart([{ name: "a", state: "lost" }]) }],
    [
      "two sheets of one part",
      {
        "xl/workbook.xml": workbookPart([{ name: "a" }, { name: "b" }]),
        "xl/_rels/workbook.xml.rels": relationships([
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "worksheet", "/xl/worksheets/Sheet1.xml"],
        ]),
      },
    ],
    [
      "two relationships of one id",
      {
        "xl/_rels/workbook.xml.rels": relationships([
          ["rId1", "worksheet", "a.xml"],
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ]),
      },
    ],
    [
      "one name for two cells",
      {
        "xl/workbook.xml": workbookPart(
          [{ name: "a" }],
          "<definedNames><definedName name='n'>a!A1</definedName><definedName name='n'>a!A2</definedName></definedNames>",
        ),
      },
    ],
    [
      "styles that are not there",
      {
        "xl/_rels/workbook.xml.rels": relationships([
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "styles", "styles.xml"],
        ]),
      },
    ],
  ])("[RD8] refuses %s", (_, parts) => {
    expect(reasonOf(byHand({ parts }))).toBe("damaged");
  });
});

describe("how parts are written", () => {
  const told = '<row r="1"><c r="A1" t="inlineStr"><is><t>Xã Tú Nang</t></is></c><c r="B1"><v>5</v></c></row>';
  const expected = { A1: { value: "Xã Tú Nang" }, B1: { value: 5 } };
  const withSheet = (part: string | Uint8Array) => cellsIn(byHand({ parts: { "xl/worksheets/sheet1.xml": part } }));
  const utf16 = (text: string, { isLittle = true, hasMark = true } = {}): Uint8Array => {
    const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    return Uint8Array.from(
      [...(hasMark ? [0xfeff] : []), ...units].flatMap((unit) =>
        isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
      ),
    );
  };
  const sixteen = sheetPart(told).replace("UTF-8", "UTF-16");

  it.each<[string, string | Uint8Array]>([
    ["with a mark of UTF-8", `\uFEFF${sheetPart(told)}`],
    ["in UTF-16, little end first", utf16(sixteen)],
    ["in UTF-16, big end first", utf16(sixteen, { isLittle: false })],
    ["in UTF-16 without a mark", utf16(sixteen, { hasMark: false })],
    ["in UTF-16 without a mark, big end first", utf16(sixteen, { isLittle: false, hasMark: false })],
    ["without a declaration", sheetPart(told).replace(/<\?.*?\?>/, "")],
    [
      "in the strict namespace",
      sheetPart(told).replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      ),
    ],
    [
      "with a prefix",
      sheetPart(told)
        .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
        .replace("xmlns=", "xmlns:x="),
    ],
    [
      "with elements of other namespaces",
      sheetPart(told, {
        before: '<e:sheetData xmlns:e="urn:e"><e:row r="1"><e:c r="A1"><e:v>9</e:v></e:c></e:row></e:sheetData>',
      }).replace("<v>5", '<e:v xmlns:e="urn:e">9</e:v><v>5'),
    ],
    [
      "with cells where no cells belong",
      sheetPart(told, { after: `<extLst><ext><sheetData>${told.replace("5", "6")}</sheetData></ext></extLst>` }),
    ],
    [
      "with comments and instructions",
      sheetPart(told).replace("<v>5", "<!-- <v>9</v> --><?x <v>9</v>?><v><!-- 1 -->5"),
    ],
  ])("[RD8] reads one %s", (_, part) => {
    expect(withSheet(part)).toEqual(expected);
  });

  it.each<[string, string | Uint8Array]>([
    ["nothing at all", ""],
    ["broken off", sheetPart(told).slice(0, -20)],
    ["not well-formed", sheetPart(told).replace("</row>", "")],
    ["with a prefix that stands for nothing", sheetPart(told).replace("<v>5</v>", "<x:v>5</x:v>")],
    ["with an attribute twice", sheetPart(told).replace('r="B1"', 'r="B1" r="C1"')],
    ["with a document type", sheetPart(told).replace("<worksheet", "<!DOCTYPE worksheet><worksheet")],
    ["with an entity of its own", sheetPart(told).replace("5", "&five;")],
    ["with a character that XML has not", sheetPart(told).replace("Xã", "X\u0001")],
    [
      "in bytes that are no UTF-8",
      Uint8Array.from(new TextEncoder().encode(sheetPart(told)), (byte) => (byte === 0xc3 ? 0xff : byte)),
    ],
    ["in half a character of UTF-16", utf16(sixteen).subarray(0, -1)],
    ["in an encoding that packages do not have", sheetPart(told).replace("UTF-8", "windows-1258")],
    ["nested too deep", sheetPart(told, { after: `${"<a>".repeat(64)}${"</a>".repeat(64)}` })],
  ])("[RD8] refuses one %s", (_, part) => {
    expect(reasonOf(byHand({ parts: { "xl/worksheets/sheet1.xml": part } }))).toBe("damaged");
  });
});
