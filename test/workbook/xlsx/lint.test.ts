import { describe, expect, it } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { lintWorkbook } from "../../../src/workbook/xlsx/lint";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { fullBlueprint } from "./full-blueprint";

const sheet = "xl/worksheets/sheet1.xml";
const values = "xl/worksheets/sheet2.xml";
const workbook = "xl/workbook.xml";

/** The full workbook with one fault planted: the first `from` of the part becomes `to`. */
async function plant(path: string, from: string | RegExp, to: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook(fullBlueprint));
  const part = parts[path];
  if (!part) throw new Error(`no part ${path}`);
  const before = strFromU8(part);
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`nothing to plant at ${String(from)}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

describe("lintWorkbook", () => {
  it("finds nothing in what the writer writes", async () => {
    expect(lintWorkbook(await writeWorkbook(fullBlueprint))).toEqual([]);
  });

  it.each([
    ["a part that is not well formed", sheet, "</sheetData>", "", "A part is not well formed"],
    ["a list over 255 characters", sheet, '"Có,Không,Chưa rõ"', `"${"a,".repeat(128)}"`, "a list of choices has 256"],
    ["a title over 32 characters", sheet, "Chọn trong danh sách", "x".repeat(33), "a validation's errorTitle has 33"],
    ["a message over 255 characters", sheet, "Chọn Có, Không", "x".repeat(256), "a validation's error has"],
    [
      "overlapping merges",
      sheet,
      '<mergeCell ref="A2:E2"/>',
      '<mergeCell ref="A2:E2"/><mergeCell ref="C1:C4"/>',
      "overlap",
    ],
    ["a merge of one cell", sheet, '<mergeCell ref="A2:E2"/>', '<mergeCell ref="A2"/>', "A2 is no block to merge"],
    ["a shared text that is not there", sheet, /<v>0<\/v>/, "<v>99999</v>", "A1 speaks of the shared text 99999"],
    ["a style that is not there", sheet, 's="1"', 's="99"', "A1 has a style that is not there"],
    ["text as a number", sheet, "<v>3000.5</v>", "<v>3,5</v>", 'C4 holds "3,5" as a number'],
    ["a cell that comes twice", sheet, 'r="B4"', 'r="A4"', "A4 comes twice or out of order"],
    ["a cell in another's row", sheet, 'r="B4"', 'r="B5"', "B5 stands in row 4"],
    ["rows out of order", sheet, '<row r="5"', '<row r="3"', "row 3 comes after row 4"],
    ["brackets that do not pair", sheet, "<f>IF(ISNUMBER(C4)", "<f>IF(ISNUMBER(C4))", "brackets that do not pair"],
    ["a formula that breaks off", values, "<f>1+2</f>", "<f>1+</f>", "breaks off"],
    ["values side by side", values, "<f>1+2</f>", "<f>A1 B2</f>", "has nothing between two values, at B2"],
    ["an operator without a value", values, "<f>1+2</f>", "<f>SUM(*2)</f>", "has nothing before *"],
    ["a text left open", values, "<f>1+2</f>", '<f>"abc</f>', "has a stray"],
    ["a formula that starts with =", values, "<f>1+2</f>", "<f>=1+2</f>", 'starts with "="'],
    ["a formula over 8,192 characters", values, "<f>1+2</f>", `<f>${"1+".repeat(4096)}1</f>`, "has 8193 characters"],
    ["a missing sheet", values, "'Số liệu'!C4:C8", "'Số liệu 2'!C4:C8", 'leads to the sheet "Số liệu 2"'],
    ["another workbook", values, "'Số liệu'!C4:C8", "'[1]Số liệu'!C4:C8", "leads to another workbook"],
    ["a name not defined", values, "<f>1+2</f>", "<f>pm_nothing</f>", "speaks of pm_nothing"],
    ["a text over 32,767 characters", "xl/sharedStrings.xml", "{{{{", "{{{{{", "a text of 32768 characters"],
    ["a bad defined name", workbook, 'name="pm_form"', 'name="pm form"', "The name pm form is none"],
    ["a name that is a cell", workbook, 'name="pm_form"', 'name="PM1"', "The name PM1 is none"],
    [
      "a name given twice",
      workbook,
      'name="pm_form"',
      'name="PM_unit_code"',
      "pm_unit_code of the workbook is given twice",
    ],
    ["a name of a missing sheet", workbook, "'Số liệu'!$B$1", "'Bìa'!$B$1", 'leads to the sheet "Bìa"'],
    ["a long sheet name", workbook, 'name="Giá trị"', `name="${"x".repeat(32)}"`, "A sheet's name has 32"],
    ["a forbidden sheet name", workbook, 'name="Giá trị"', 'name="a/b"', "a/b has a character"],
    ["two sheets of one name", workbook, 'name="Giá trị"', 'name="SỐ LIỆU"', "Two sheets are named số liệu"],
    ["a condition's formula", sheet, "$C4&gt;5000", "CONCAT($C4)", "a condition calls CONCAT"],
    ["a validation's formula", sheet, 'OR(C4="-"', 'IFS(C4="-"', "a validation calls IFS"],
  ])("finds %s", async (...[, path, from, to, fault]) => {
    expect(lintWorkbook(await plant(path, from, to)).join("\n")).toContain(fault);
  });

  it.each(
    "XLOOKUP LET TEXTJOIN AGGREGATE IFS CONCAT FILTER UNIQUE SWITCH MAXIFS SORT SEQUENCE LAMBDA _xlfn.CONCAT".split(
      " ",
    ),
  )("finds %s, which Excel 2010 does not know", async (name) => {
    expect(lintWorkbook(await plant(values, "<f>1+2</f>", `<f>${name}(A1)</f>`)).join("\n")).toContain(`calls ${name}`);
  });

  it.each([
    'IF(COUNT(D9:K9)+COUNTIF(D9:K9,"-")=8,N(D9)-N(E9),"")',
    "SUMIFS(B:B,$4:$7,\">=-1E+300\",'plan''s own'!A1:A9,\"III\")",
    'IF(A1="","",-A1%*.5E-3)&" – ""x"""',
    "INDEX({1,2;3,4},1,)+pm_form",
    'ISERROR(#N/A)+IF(#DIV/0!,1,2)-TRUE+(2)^-1<>"Ơ"',
  ])("takes %s", async (formula) => {
    const escaped = formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect(lintWorkbook(await plant(values, "<f>1+2</f>", `<f>${escaped}</f>`))).toEqual([]);
  });
});
