import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { isRefusal } from "../../../src/core/apply-edits";
import type { CellValue } from "../../../src/core/cell";
import { fromA1 } from "../../../src/core/cell";
import type { CellContent, CellEdit, EditRefusal } from "../../../src/core/edit";
import type { Snapshot } from "../../../src/core/snapshot";
import { cellAt, isUnreadable } from "../../../src/core/snapshot";
import { openArchive } from "../../../src/workbook/xlsx/archive";
import { isFault } from "../../../src/workbook/xlsx/fault";
import { patchWorkbook } from "../../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { recalculate } from "../../tools/libreoffice";
import { validate } from "../../tools/validator";
import { excelLike } from "./excel-like";
import { fullBlueprint } from "./full-blueprint";

const figures = "xl/worksheets/sheet1.xml";
const strange = "xl/worksheets/sheet2.xml";
const empty = "xl/worksheets/sheet3.xml";

type Given = CellValue | CellContent;

function content(given: Given): CellContent {
  return given !== null && typeof given === "object" && "value" in given ? given : { value: given };
}

function edit(place: string, expected: Given, put: Given): CellEdit {
  const [sheet = "", cell = ""] = place.includes("!") ? place.split("!") : ["Số liệu", place];
  return { at: { sheet, cell }, expect: content(expected), put: content(put) };
}

async function patch(edits: readonly CellEdit[], bytes = excelLike()): Promise<Uint8Array> {
  const outcome = await patchWorkbook(bytes, edits);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.bytes;
}

async function refusal(edits: readonly CellEdit[], bytes = excelLike()): Promise<EditRefusal> {
  const outcome = await patchWorkbook(bytes, edits);
  if (!isRefusal(outcome)) throw new Error("not refused");
  return outcome;
}

function part(path: string, bytes = excelLike()): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

/** The names of the entries that differ, headers and all. */
function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [openArchive(before), openArchive(after)];
  if (isFault(one) || isFault(other)) throw new Error("no archive");
  const names = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return [...names].filter((name) => {
    const [was, is] = [one.entries.get(name), other.entries.get(name)];
    return !was || !is || !Buffer.from(was.localRecord).equals(is.localRecord);
  });
}

function read(bytes: Uint8Array | undefined): Snapshot {
  const snapshot = readSnapshot("a.xlsx", bytes ?? new Uint8Array());
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

function valueAt(snapshot: Snapshot, { sheet, cell }: CellEdit["at"]): CellContent {
  const position = fromA1(cell);
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  const { value, formula } = (found && position && cellAt(found, position.row, position.column)) ?? { value: null };
  return formula === undefined ? { value } : { value, formula };
}

describe("patchWorkbook", () => {
  it.each<[string, CellEdit, string, string]>([
    ["a number", edit("C3", 3, 30.5), '<c r="C3" s="3"><v>3</v></c>', '<c r="C3" s="3"><v>30.5</v></c>'],
    [
      "a text over a shared text",
      edit("B1", "Số hộ", " Hộ <nghèo> "),
      '<c r="B1" s="1" t="s"><v>1</v></c>',
      '<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve"> Hộ &lt;nghèo&gt; </t></is></c>',
    ],
    [
      "[ED7] a text that looks like a formula",
      edit("C3", 3, "=1+1"),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3" t="inlineStr"><is><t>=1+1</t></is></c>',
    ],
    [
      "[ED7] a text that looks like an escape",
      edit("C3", 3, "_x0041_\u0001"),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3" t="inlineStr"><is><t>_x005F_x0041__x0001_</t></is></c>',
    ],
    ["nothing", edit("C3", 3, null), '<c r="C3" s="3"><v>3</v></c>', '<c r="C3" s="3"/>'],
    ["no text", edit("C3", 3, ""), '<c r="C3" s="3"><v>3</v></c>', '<c r="C3" s="3"/>'],
    ["a yes", edit("C3", 3, true), '<c r="C3" s="3"><v>3</v></c>', '<c r="C3" s="3" t="b"><v>1</v></c>'],
    ["a number over a yes", edit("A3", true, 1), '<c r="A3" t="b"><v>1</v></c>', '<c r="A3"><v>1</v></c>'],
    [
      "an error",
      edit("C3", 3, { error: "#DIV/0!" }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3" t="e"><v>#DIV/0!</v></c>',
    ],
    [
      "a text over an error",
      edit("A4", { error: "#N/A" }, "#N/A"),
      '<c r="A4" t="e"><v>#N/A</v></c>',
      '<c r="A4" t="inlineStr"><is><t>#N/A</t></is></c>',
    ],
    [
      "a date over a date",
      edit("E1", { date: "2022-06-30" }, { date: "2022-07-01" }),
      '<c r="E1" s="2"><v>44742</v></c>',
      '<c r="E1" s="2"><v>44743</v></c>',
    ],
    [
      "a date over a number",
      edit("C3", 3, { date: "2022-07-01" }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="4"><v>44743</v></c>',
    ],
    [
      "a moment over a number",
      edit("C3", 3, { date: "2022-07-01T12:00" }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="4"><v>44743.5</v></c>',
    ],
    [
      "a number over a date",
      edit("E1", { date: "2022-06-30" }, 12),
      '<c r="E1" s="2"><v>44742</v></c>',
      '<c r="E1" s="4"><v>12</v></c>',
    ],
    [
      "a formula",
      edit("C3", 3, { value: "a&b", formula: '"a"&"&b"' }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3" t="str"><f>&quot;a&quot;&amp;&quot;&amp;b&quot;</f><v>a&amp;b</v></c>',
    ],
    [
      "a formula not computed",
      edit("C3", 3, { value: null, formula: "C2+1" }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3"><f>C2+1</f></c>',
    ],
    [
      "a formula that gives no text",
      edit("C3", 3, { value: "", formula: '""' }),
      '<c r="C3" s="3"><v>3</v></c>',
      '<c r="C3" s="3" t="str"><f>&quot;&quot;</f><v></v></c>',
    ],
    [
      "a value over a formula",
      edit("F1", { value: "S01!", formula: 'A1&"!"' }, 5),
      '<c r="F1" t="str"><f>A1&amp;"!"</f><v>S01!</v></c>',
      '<c r="F1"><v>5</v></c>',
    ],
    [
      "a formula's new value",
      edit("F1", { value: "S01!", formula: 'A1&"!"' }, { value: "S02!", formula: 'A1&"!"' }),
      "<v>S01!</v>",
      "<v>S02!</v>",
    ],
    [
      "a shared formula's new value",
      edit("D1", { value: 2, formula: "C1*2" }, { value: 4, formula: "C1*2" }),
      'si="0">C1*2</f><v>2</v>',
      'si="0">C1*2</f><v>4</v>',
    ],
    [
      "a formula over one that another cell serves",
      edit("D2", { value: 4, formula: "C2*2" }, 9),
      '<c r="D2"><f t="shared" si="0"/><v>4</v></c>',
      '<c r="D2"><v>9</v></c>',
    ],
    [
      "an array formula of one cell",
      edit("C5", { value: 20, formula: "SUM(C1:C4*2)" }, 7),
      '<c r="C5"><f t="array" ref="C5">SUM(C1:C4*2)</f><v>20</v></c>',
      '<c r="C5"><v>7</v></c>',
    ],
    [
      "an array formula's new value",
      edit("A5", { value: 2, formula: "C1:C2*2" }, { value: 3, formula: "C1:C2*2" }),
      "C1:C2*2</f><v>2</v>",
      "C1:C2*2</f><v>3</v>",
    ],
    [
      "a cell before others, as its row looks",
      edit("B2", null, "mới"),
      '<c r="C2">',
      '<c r="B2" s="2" t="inlineStr"><is><t>mới</t></is></c><c r="C2">',
    ],
    [
      "a cell between others, as its column looks",
      edit("B3", null, 5),
      '<c r="C3"',
      '<c r="B3" s="1"><v>5</v></c><c r="C3"',
    ],
    ["a cell after the others", edit("F4", null, 5), "<v>8</v></c></row>", '<v>8</v></c><c r="F4"><v>5</v></c></row>'],
    [
      "a cell of an empty row",
      edit("B6", null, 5),
      '<row r="6" spans="1:2" ht="30"/>',
      '<row r="6" spans="1:2" ht="30"><c r="B6" s="1"><v>5</v></c></row>',
    ],
    [
      "a cell under a merged block's name",
      edit("A8", null, 5),
      "</sheetData>",
      '<row r="8"><c r="A8"><v>5</v></c></row></sheetData>',
    ],
  ])("[ED5] puts %s and leaves the rest of the sheet", async (...[, change, before, after]) => {
    const sheet = part(figures);
    expect(sheet.split(before)).toHaveLength(2);
    const rest = (xml: string) => xml.replace(/<dimension [^>]*>/, "");
    expect(rest(part(figures, await patch([change])))).toBe(rest(sheet.replace(before, () => after)));
  });

  it("adds rows and cells in order, widening what says how far they reach", async () => {
    const sheet = part(
      figures,
      await patch([
        edit("H10", null, 3),
        edit("H4", null, 1),
        edit("B7", null, 2),
        edit("G4", null, "g"),
        edit("A10", null, 4),
      ]),
    );
    expect(sheet).toContain('<dimension ref="A1:H10"/>');
    expect(sheet).toContain('<row r="4" spans="1:8" ht="20" customHeight="1">');
    expect(sheet).toMatch(
      /<v>8<\/v><\/c><c r="G4" s="2" t="inlineStr"><is><t>g<\/t><\/is><\/c><c r="H4" s="4"><v>1<\/v><\/c><\/row>/,
    );
    expect(sheet).toContain(
      '<row r="7"><c r="B7" s="1"><v>2</v></c></row><row r="10"><c r="A10"><v>4</v></c><c r="H10" s="4"><v>3</v></c></row></sheetData>',
    );
  });

  it("adds one style for a date, however many cells need it, and keeps all else of the look", async () => {
    const bytes = await patch([
      edit("C3", 3, { date: "2022-07-01" }),
      edit("C4", 4, { date: "2022-07-02" }),
      edit("E1", { date: "2022-06-30" }, 1),
    ]);
    expect(part("xl/styles.xml", bytes)).toBe(
      part("xl/styles.xml")
        .replace('<cellXfs count="4">', '<cellXfs count="6">')
        .replace(
          "</cellXfs>",
          '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
        ),
    );
    expect(changedEntries(excelLike(), bytes)).toEqual(["xl/workbook.xml", figures, "xl/styles.xml"]);
  });

  it("gives every cell that a shared formula served its own when the formula goes", async () => {
    const sheet = part(
      figures,
      await patch([
        edit("D1", { value: 2, formula: "C1*2" }, 9),
        edit("D4", { value: 8, formula: "C4*2" }, { value: 7, formula: "C4*2" }),
      ]),
    );
    expect(sheet).toContain('<c r="D1"><v>9</v></c>');
    expect(sheet).toContain('<c r="D2"><f>C2*2</f><v>4</v></c>');
    expect(sheet).toContain('<c r="D3"><f ca="1">C3*2</f><v>6</v></c>');
    expect(sheet).toContain('<c r="D4"><f>C4*2</f><v>7</v></c>');
  });

  it("[ED5] leaves every other entry of the archive byte for byte", async () => {
    const bytes = await patch([edit("C3", 3, 30), edit("Lạ!B1", 5, 6)]);
    expect(changedEntries(excelLike(), bytes)).toEqual(["xl/workbook.xml", figures, strange]);
    expect(part("xl/workbook.xml", bytes)).toBe(
      part("xl/workbook.xml").replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
    );
  });

  it.each([
    [
      "leaves the chain of formulas where formulas stay where they are",
      edit("D1", { value: 2, formula: "C1*2" }, { value: 3, formula: "C1*3" }),
      true,
    ],
    ["drops the chain of formulas when one goes", edit("F1", { value: "S01!", formula: 'A1&"!"' }, "x"), false],
    ["drops the chain of formulas when one comes", edit("C3", 3, { value: 3, formula: "1+2" }), false],
  ])("%s", async (_, change, isKept) => {
    const bytes = await patch([change]);
    expect(Object.keys(unzipSync(bytes)).includes("xl/calcChain.xml")).toBe(isKept);
    expect(part("[Content_Types].xml", bytes).includes("calcChain")).toBe(isKept);
    expect(part("xl/_rels/workbook.xml.rels", bytes).includes("calcChain")).toBe(isKept);
  });

  it("writes into sheets with a prefix, cells without places, and a byte order mark", async () => {
    const bytes = await patch([
      edit("Lạ!B1", 5, "năm"),
      edit("Lạ!A2", null, 1),
      edit("Lạ!A3", null, 2),
      edit("Lạ!D1", null, 4),
      edit("Lạ!B4", null, 3),
    ]);
    expect(part(strange, bytes)).toBe(
      part(strange)
        .replace("<x:c><x:v>5</x:v></x:c>", '<x:c t="inlineStr"><x:is><x:t>năm</x:t></x:is></x:c>')
        .replace("<x:v>10</x:v></x:c></x:row>", '<x:v>10</x:v></x:c><x:c r="D1"><x:v>4</x:v></x:c></x:row>')
        .replace("<x:row/>", '<x:row><x:c r="A2"><x:v>1</x:v></x:c></x:row>')
        .replace("<x:c/>", "<x:c><x:v>2</x:v></x:c>")
        .replace("</x:sheetData>", '<x:row r="4"><x:c r="B4"><x:v>3</x:v></x:c></x:row></x:sheetData>'),
    );
  });

  it("writes into a sheet that was empty", async () => {
    expect(part(empty, await patch([edit("Trống!B2", null, 1), edit("Trống!A4", null, "x")]))).toBe(
      part(empty).replace(
        "<sheetData />",
        '<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
      ),
    );
  });

  it("does not ask for a computation where there is nothing to compute", async () => {
    const sheet = part(empty);
    const bytes = excelLike({ [figures]: sheet, [strange]: sheet });
    expect(changedEntries(bytes, await patch([edit("Trống!B2", null, 1)], bytes))).toEqual([empty]);
  });

  it.each([
    ["[ED1] another value", edit("C3", 4, 5), { reason: "cell-has-changed", found: { value: 3 } }],
    [
      "[ED1] a value where a formula is",
      edit("D2", 4, 5),
      { reason: "cell-has-changed", found: { value: 4, formula: "C2*2" } },
    ],
    ["[ED1] a sheet that is not there", edit("Bìa!C3", 4, 5), { reason: "no-such-sheet", found: null }],
    ["a cell under a merged block", edit("B9", null, 5), { reason: "read-back-differs", found: { value: null } }],
    ["the head of an array formula", edit("A5", { value: 2, formula: "C1:C2*2" }, 5), { reason: "read-back-differs" }],
    ["a cell that an array formula fills", edit("B5", 2, 5), { reason: "read-back-differs", found: { value: 2 } }],
  ])("refuses %s", async (_, refused, expected) => {
    expect(await refusal([refused])).toEqual(expect.objectContaining({ at: refused.at, ...expected }));
    expect(await refusal([edit("C4", 4, 5), refused])).toEqual(
      expect.objectContaining({ at: refused.at, ...expected }),
    );
  });

  it.each([
    ["bytes that are no workbook", Buffer.from("PK, or not"), "no-such-sheet"],
    [
      "a sheet in another encoding",
      excelLike({ [figures]: part(figures).replace('"UTF-8"', '"US-ASCII"').replace("<!-- a comment -->", "") }),
      "read-back-differs",
    ],
  ])("refuses %s", async (_, bytes, reason) => {
    expect(await refusal([edit("C3", 3, 5)], bytes)).toMatchObject({ reason });
  });

  it("[ED4] gives the very same bytes for the same edits again", async () => {
    const edits = [
      edit("C3", 3, 30),
      edit("D1", { value: 2, formula: "C1*2" }, 9),
      edit("E1", { date: "2022-06-30" }, "x"),
      edit("Z99", null, { date: "2022-01-01" }),
    ];
    const once = await patch(edits);
    expect(Buffer.from(await patch(edits, once)).equals(once)).toBe(true);
    expect(Buffer.from(await patch(edits)).equals(once)).toBe(true);
  });

  it("gives the very bytes it was given when there is nothing to do", async () => {
    const bytes = excelLike();
    expect(await patch([], bytes)).toBe(bytes);
    expect(await patch([edit("C3", 99, 3)], bytes)).toBe(bytes);
  });

  it("patches what Excel's look-alike, hucre, LibreOffice and openpyxl wrote, and others take the outcome", async () => {
    const written = await writeWorkbook(fullBlueprint);
    const [byOffice = new Uint8Array()] = await recalculate([written], { trustStored: false });
    const byOpenpyxl = new Uint8Array(readFileSync(new URL("files/openpyxl.xlsx", import.meta.url)));
    const common = [
      edit("C40", null, 1.5),
      edit("B41", null, "mới\ndòng"),
      edit("A42", null, { value: 3, formula: "1+2" }),
      edit("A43", null, { date: "2022-07-01" }),
      edit("A44", null, false),
    ];
    const ofForm = [
      edit("C4", 3000.5, 7),
      edit("E5", null, "Không"),
      edit("D6", { value: "✓", formula: 'IF(ISNUMBER(C6),"✓","thiếu")' }, "sửa"),
    ];
    const cases: [Uint8Array, CellEdit[]][] = [
      [excelLike(), [edit("C3", 3, 30), edit("D1", { value: 2, formula: "C1*2" }, 9), ...common]],
      [written, [...ofForm, ...common]],
      [byOffice, [...ofForm, ...common]],
      [
        byOpenpyxl,
        [edit("C2", 12, "-"), edit("D2", { value: null, formula: "C2*2" }, 24), edit("A6", "gộp", null), ...common],
      ],
    ];
    const patched = await Promise.all(cases.map(([bytes, edits]) => patch(edits, bytes)));
    for (const [index, [bytes, edits]] of cases.entries()) {
      const after = patched[index] ?? new Uint8Array();
      const changed = changedEntries(bytes, after);
      expect(changed.every((name) => /sheet1|workbook\.xml|styles|calcChain|Content_Types/.test(name))).toBe(true);
      expect(await validate([after])).toEqual(await validate([bytes]));
      for (const { at, put } of edits) expect(valueAt(read(after), at)).toEqual(put);
    }
    const opened = (await recalculate(patched, { trustStored: false })).map(read);
    for (const [index, [, edits]] of cases.entries()) {
      const found = opened[index];
      if (!found) throw new Error("not opened");
      for (const { at, put } of edits) expect([at, valueAt(found, at).value]).toEqual([at, put.value]);
    }
  });
});
