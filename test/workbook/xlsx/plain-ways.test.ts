import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isUnreadable } from "../../../src/core/snapshot";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { byHand, partsByHand } from "./by-hand";
import { cellsIn, cellsOf, reasonOf } from "./plain-snapshot";

const decoder = new TextDecoder();

/** What a workbook says: its cells and what of it is hidden; or only that it says nothing. */
function said(bytes: Uint8Array): unknown {
  const outcome = readSnapshot("a.xlsx", bytes);
  if (isUnreadable(outcome)) return outcome.reason;
  return outcome.sheets.map((sheet) => [cellsOf(sheet), sheet.hiddenRows]);
}

/** The same parts with line ends in the tags behind which something may be read plainly: the parser has it all. */
function byParser(told: { rows: string; strings: string }): Uint8Array {
  const roundabout = (part: string): string =>
    decoder
      .decode(partsByHand(told).get(part))
      .replaceAll(/<(row|sst)(?=[ >])/g, "<$1\n")
      .replaceAll(/<\/(c|si)>/g, "</$1\n>");
  const parts = Object.fromEntries(
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"].map((part) => [part, roundabout(part)]),
  );
  return byHand({ ...told, parts });
}

const text = fc.constantFrom(
  "1",
  "0",
  "12.5",
  "x",
  "",
  " a  b ",
  "&lt;b&gt;",
  "&amp;lt;",
  "&quot;&apos;",
  "&#65;",
  "]",
  "]]&gt;",
  "[1]]",
  "a]>b",
  "a]]>b",
  "]]]>",
  "_x0041_",
  "=1+1",
  "\n",
  "Tú Nang",
  "&amp;amp;",
);
/** One that is nearly always the first: what is drawn shall be sound now and then. */
const usually = (first: string, ...others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const oneOf = (...all: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...all);
const attributes = oneOf(
  "",
  ' s="0"',
  ' t="s"',
  ' t="str"',
  ' t="n" s="0"',
  ' s="0" t="b"',
  ' s="0" s="0"',
  ' t="e"',
  ' cm="1"',
  ' xmlns="other"',
  ' t="inlineStr"',
);
const content = fc.oneof(
  text.map((v) => `<v>${v}</v>`),
  fc.tuple(text, text).map(([f, v]) => `<f>${f}</f><v>${v}</v>`),
  oneOf(
    "<v/>",
    "<f/>",
    "<f>A1</f><v/>",
    '<f t="shared" si="0" ref="A1:B2">A1</f>',
    '<f t="shared" si="0"/>',
    "<is><t>a</t></is>",
    "<v>1</v><v>2</v>",
    "<!--x--><v>1</v>",
    "<v><![CDATA[1]]></v>",
    " <v>1</v>",
    "<v>1</v><f>A1</f>",
  ),
);
const cell = fc
  .tuple(usually("", "XFE", "a"), attributes, fc.option(content))
  .map(([column, said, inside]) => (own: string, line: number) => {
    const r = `${column === "" ? own : column}${line}`;
    return `<c r="${r}"${said}${inside === null ? "/>" : `>${inside}</c>`}`;
  });
/** What stands where only cells are thought of. */
const odd = usually(
  "",
  "\n  ",
  "<!-- -->",
  '<!-- <row r="1"><c r="D1"><v>1</v></c> -->',
  '<!-- <row> --><c r="D1"><v>1</v></c>',
  '<!-- </c><c r="D1"><v>1</v></c> -->',
  '<?x <row r="1">?>',
  "<x a=\"<row r='1'>\"/>",
  '<x a="</c>"/>',
  "<c/>",
  "<d>",
  "</c>",
  "</row>",
  '<x:c xmlns:x="other" r="E1"><v>1</v></x:c>',
  '<c xmlns="other" r="E1"><v>1</v></c>',
  "<x>1</x>",
  "&",
  "<",
  "]]>",
);
const row = fc
  .record({
    cells: fc.array(fc.tuple(odd, cell), { maxLength: 4 }),
    place: usually("own", "none", "first", "nothing"),
    said: oneOf(
      "",
      "",
      ' ht="15" customHeight="1"',
      ' spans="1:3" s="0" customFormat="1" ht="12.5" hidden="true"',
      ' hidden="0" outlineLevel="1" collapsed="0"',
      ' hidden="1"',
    ),
    more: usually("", ' hidden="1" hidden="0"', ' x:y="1"', ' xmlns="other"', ' a=">"', "/"),
    behind: usually("", " ", "<!--x-->", "</row>"),
  })
  .map(({ cells, place, said, more, behind }) => (line: number) => {
    const inside = cells.map(([before, of], index) => `${before}${of(String.fromCharCode(65 + index), line)}`);
    const r = { own: ` r="${line}"`, none: "", first: ' r="1"', nothing: ' r="0"' }[place] ?? "";
    return `<row${r}${said}${more}>${inside.join("")}</row>${behind}`;
  });
const item = fc.oneof(
  text.map((t) => `<si><t>${t}</t></si>`),
  text.map((t) => `<si><t xml:space="preserve">${t}</t></si>`),
  oneOf(
    "<si/>",
    "<si><t/></si>",
    "<si><r><t>a</t></r><r><t> b</t></r></si>",
    "<si><t>a</t><rPh><t>b</t></rPh></si>",
    "<!--<si><t>c</t></si>-->",
    " ",
  ),
);

describe("what is read past the parser", () => {
  it("[RD8] is what the parser reads, or refuses, in rows and shared texts of any kind", () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), fc.array(item, { maxLength: 5 }), (rows, items) => {
        const told = { rows: rows.map((made, index) => made(index + 1)).join(""), strings: items.join("") };
        const plain = said(byHand(told));
        expect(plain).toEqual(said(byParser(told)));
        if (Array.isArray(plain)) whole++;
      }),
      { numRuns: 600 },
    );
    // Most drawings are unsound; without sound ones nothing would have been compared.

    expect(whole).toBeGreaterThan(100);
  });

  it.each<[string, unknown]>([
    ['<row r="1"><!-- <row r="1"> --><c r="A1"><v>1</v></c></row>', { A1: { value: 1 } }],
    ['<row r="1"><!-- <row r="1"><c r="A1"><v>1</v></c> --></row>', {}],
    ['<row r="1" a="</c>"><c r="A1"><v>1</v></c></row>', "damaged"],
    ['<row r="1"><c r="A1" t="str"><v>&amp;lt;</v></c></row>', { A1: { value: "&lt;" } }],
    ['<row r="1"><c xmlns="other" r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', { B1: { value: 2 } }],
  ])("reads %s", (rows, expected) => {
    const bytes = byHand({ rows });
    expect(reasonOf(bytes) ?? cellsIn(bytes)).toEqual(expected);
  });

  it("takes no child of another namespace for a cell, whatever prefix its row has", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const sheet = `<x:worksheet xmlns:x="${main}" xmlns="other"><x:sheetData><x:row r="1"><c r="A1"><v>1</v> </c><c r="B1"><v>2</v></c><x:c r="C1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(cellsIn(byHand({ parts: { "xl/worksheets/sheet1.xml": sheet } }))).toEqual({ C1: { value: 3 } });
  });
});
