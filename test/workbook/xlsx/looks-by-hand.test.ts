import { describe, expect, it } from "@jest/globals";
import { blockToA1 } from "../../../src/core/cell";
import { isUnreadable } from "../../../src/core/snapshot";
import type { CellLook, SheetLooks } from "../../../src/workbook/looks";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { hostileFiles } from "../../hostile/all-files";
import { byHand, relationships, sheetPart, workbookPart, type HandWritten } from "./by-hand";
import { excelLike } from "./excel-like";

const fonts =
  '<fonts><font><sz val="11"/><name val="Calibri"/></font><font><b val="0"/><i/><u val="double"/><sz val="13"/><color theme="1" tint="0.5"/><name val=".VnTime"/></font></fonts>';
const fills =
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0070C0"/></patternFill></fill></fills>';
const borders =
  '<borders><border><left/><right/></border><border><left style="thin"/><right style="none"/></border></borders>';
const unlocked = '<protection locked="0"/>';
const cellXfs = `<cellXfs><xf/><xf fontId="1" fillId="2" borderId="1" numFmtId="14"/><xf>${unlocked}</xf><xf fillId="3"/><xf numFmtId="45"/><xf numFmtId="31"/><xf numFmtId="164"/><xf><alignment horizontal="centerContinuous" vertical="justify" wrapText="1" indent="2"/></xf></cellXfs>`;
const dxfs =
  '<dxfs><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';
const styles = `<numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>${fonts}${fills}${borders}${cellXfs}${dxfs}`;

function looksOf(told: HandWritten): SheetLooks {
  const [sheet] = readLooks(byHand({ styles, ...told })).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

function lookAt({ looks, cells }: SheetLooks, row: number, column: number): CellLook | undefined {
  const look = cells.get(row)?.get(column);
  return look === undefined ? undefined : looks[look];
}

describe("how a cell looks", () => {
  it.each<[string, number, CellLook]>([
    [
      "fonts, palette, border and a built-in date",
      1,
      {
        font: ".VnTime",
        size: 13,
        isBold: false,
        isItalic: true,
        isUnderlined: true,
        colour: "808080",
        fill: "FFFF00",
        hasBorder: true,
        format: "dd/mm/yyyy",
      },
    ],
    ["an input", 2, { font: "Calibri", size: 11, isInput: true }],
    ["a fill", 3, { font: "Calibri", size: 11, fill: "0070C0" }],
    ["a built-in time", 4, { font: "Calibri", size: 11, format: "mm:ss" }],
    ["a date of another language", 5, { font: "Calibri", size: 11, format: "dd/mm/yyyy" }],
    ["a format of its own", 6, { font: "Calibri", size: 11, format: "#,##0.0" }],
    ["alignment", 7, { font: "Calibri", size: 11, across: "center", wraps: true, indent: 2 }],
  ])("%s", (_, style, look) => {
    const sheet = looksOf({ rows: `<row r="1"><c r="A1" s="${style}"><v>1</v></c></row>` });
    expect(lookAt(sheet, 0, 0)).toEqual(look);
  });

  it("is its row's or its column's where the sheet says nothing of it, as far as the sheet is used", () => {
    const sheet = looksOf({
      before: '<cols><col min="2" max="16384" style="2"/></cols>',
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2" s="3" customFormat="1"><c r="C2" s="6"><v>1</v></c></row><row r="3" s="3"/>',
    });
    const [a1, b1, c1] = [0, 1, 2].map((column) => lookAt(sheet, 0, column)?.isInput);
    expect([a1, b1, c1]).toEqual([undefined, undefined, true]);
    expect([lookAt(sheet, 1, 0)?.fill, lookAt(sheet, 1, 2)?.format, lookAt(sheet, 2, 1)?.isInput]).toEqual([
      "0070C0",
      "#,##0.0",
      true,
    ]);
    expect([lookAt(sheet, 0, 500), lookAt(sheet, 500, 1)]).toEqual([undefined, undefined]);
  });

  it("[RD7] costs nothing where it is blank and far from what the sheet holds", () => {
    const row = (index: number) => `<row r="${index}"><c r="A${index}" s="2"/><c r="XFD${index}" s="2"/></row>`;
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 2)).join("");
    const { cells } = looksOf({ rows: `<row r="1"><c r="A1" s="2"><v>1</v></c></row>${rows}` });
    expect(cells.size).toBe(501);
    expect(Math.max(...[...cells.values()].flatMap((one) => [...one.keys()]))).toBe(0);
  });
});

describe("rules of a sheet", () => {
  const rule = (attributes: string, ...formulas: string[]): string =>
    `<cfRule dxfId="0" ${attributes}>${formulas.map((formula) => `<formula>${formula}</formula>`).join("")}</cfRule>`;
  const cf = (sqref: string, ...rules: string[]): string =>
    `<conditionalFormatting sqref="${sqref}">${rules.join("")}</conditionalFormatting>`;

  it.each<[string, string, [string, string][]]>([
    ["a formula", cf("B2:B9", rule('type="expression"', "$A2&gt;5")), [["B2:B9", "$A2>5"]]],
    ["a comparison", cf("B2:B9", rule('type="cellIs" operator="greaterThan"', "$C$1")), [["B2:B9", "B2>($C$1)"]]],
    ["a span", cf("B2", rule('type="cellIs" operator="notBetween"', "1", "5")), [["B2", "NOT(AND(B2>=(1),B2<=(5)))"]]],
    [
      "a text",
      cf("B2", rule('type="containsText" operator="containsText" text="chậm"', 'NOT(ISERROR(SEARCH("chậm",B2)))')),
      [["B2", 'NOT(ISERROR(SEARCH("chậm",B2)))']],
    ],
    [
      "several blocks, each over its own first cell",
      cf("B2:B9 D5 A1", rule('type="expression"', "A1=$A1")),
      [
        ["B2:B9", "B2=$A2"],
        ["D5", "D5=$A5"],
        ["A1", "A1=$A1"],
      ],
    ],
    [
      "by priority",
      cf("A1", rule('type="expression" priority="2"', "B1")) + cf("A1", rule('type="expression" priority="1"', "C1")),
      [
        ["A1", "C1"],
        ["A1", "B1"],
      ],
    ],
    ["none that cannot be told", cf("A1", rule('type="top10" rank="3"')) + cf("?", rule('type="expression"', "1")), []],
  ])("conditions: %s", (_, after, expected) => {
    const { conditions } = looksOf({ rows: "", after });
    expect(conditions.map(({ block, formula }) => [blockToA1(block), formula])).toEqual(expected);
    for (const { look } of conditions) expect(look).toEqual({ isBold: true, colour: "9C0006", fill: "FFC7CE" });
  });

  const list = (formula: string): string =>
    `<dataValidations><dataValidation type="list" sqref="B2:B9 D2"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Đạt</t></is></c><c r="B1" t="inlineStr"><is><t>Chậm</t></is></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>';
  const parts: HandWritten["parts"] = {
    "xl/workbook.xml": workbookPart(
      [{ name: "Số liệu" }, { name: "Danh mục", state: "hidden" }],
      "<definedNames><definedName name=\"DanhSach\">'Danh mục'!$A$1:$A$2</definedName></definedNames>",
    ),
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ]),
    "xl/worksheets/sheet2.xml": sheetPart(rows),
  };

  it.each<[string, string, string[]]>([
    ["within", '"Có, Không"', ["Có", "Không"]],
    ["in a column", "$A$1:$A$9", ["Đạt", "2"]],
    ["in a row", "$A$1:$C$1", ["Đạt", "Chậm"]],
    ["on another sheet", "'Danh mục'!$A$1:$A$3", ["Đạt", "2"]],
    ["under a name", "danhsach", ["Đạt", "2"]],
  ])("lists whose choices stand %s", (_, formula, choices) => {
    const { lists } = looksOf({ rows, after: list(formula), parts });
    expect(lists.map(({ block, choices: own }) => [blockToA1(block), own])).toEqual([
      ["B2:B9", choices],
      ["D2", choices],
    ]);
  });

  it.each(["$A$1:$B$2", "OFFSET($A$1,0,0,3)", "Thiếu!$A$1:$A$3", "INDIRECT(A1)", "$E$1:$E$1048576"])(
    "no list of %s",
    (formula) => {
      expect(looksOf({ rows, after: list(formula), parts }).lists).toEqual([]);
    },
  );
});

describe("[RD8] the looks of a file that is not as it should be", () => {
  const names = ({ sheets }: { readonly sheets: readonly { readonly name: string }[] }) =>
    sheets.map(({ name }) => name);

  it.each(Object.entries(hostileFiles))(
    "are of the sheets that are read: %s",
    (_, files) => {
      for (const { file, make } of files) {
        const bytes = make();
        const snapshot = readSnapshot(file, bytes);
        const found = names(readLooks(bytes));
        // Of a file that is not read no one asks for looks.
        expect({ file, names: found }).toEqual({ file, names: isUnreadable(snapshot) ? found : names(snapshot) });
      }
    },
    240_000,
  );

  it("never throw where a byte was changed or the end is missing", () => {
    const whole = excelLike();
    let read = 0;
    for (let at = 0; at < whole.length; at += 13) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      read += readLooks(changed).sheets.length;
      expect(readLooks(whole.subarray(0, at))).toEqual({ sheets: [] });
    }
    expect(read).toBeGreaterThan(0);
  });

  it.each<[string, HandWritten]>([
    ["styles that are no XML", { styles: "<fonts>" }],
    ["indexes that stand nowhere", { rows: '<row r="1"><c r="A1" s="99"><v>1</v></c></row>' }],
    [
      "sizes beyond reason",
      { before: '<sheetFormatPr defaultRowHeight="1e300"/><cols><col min="0" max="9e9" width="-5"/></cols>' },
    ],
    ["colours that are none", { before: '<sheetPr><tabColor theme="999" tint="NaN"/></sheetPr>' }],
    [
      "panes without end",
      { before: '<sheetViews><sheetView><pane xSplit="1e99" ySplit="-1" state="frozen"/></sheetView></sheetViews>' },
    ],
  ])("are plain for %s", (_, told) => {
    const sheet = looksOf(told);
    expect([sheet.name, sheet.defaultHeight, sheet.tab, sheet.widths.size]).toEqual(["Số liệu", 15, null, 0]);
    expect(lookAt(sheet, 0, 0)).toBeUndefined();
    expect(sheet.freeze.columns).toBeLessThanOrEqual(200);
  });
});
