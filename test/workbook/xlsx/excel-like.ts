import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

// As Excel writes a sheet: shared texts and formulas, spans, hints of its own, a comment in between.
const figures = `${head}<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">
<dimension ref="A1:F6"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="2" max="2" width="30" style="1" customWidth="1"/><col min="7" max="9" width="9" style="2"/></cols>
<sheetData>
<row r="1" spans="1:6" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1"><v>1</v></c><c r="D1"><f t="shared" ref="D1:D4" si="0">C1*2</f><v>2</v></c><c r="E1" s="2"><v>44742</v></c><c r="F1" t="str"><f>A1&amp;"!"</f><v>S01!</v></c></row>
<!-- a comment -->
<row r="2" spans="1:6" s="2" customFormat="1"><c r="C2"><v>2</v></c><c r="D2"><f t="shared" si="0"/><v>4</v></c></row>
<row r="3" spans="1:6"><c r="A3" t="b"><v>1</v></c><c r="C3" s="3"><v>3</v></c><c r="D3"><f t="shared" ca="1" si="0"/><v>6</v></c></row>
<row r="4" spans="1:6" ht="20" customHeight="1"><c r="A4" t="e"><v>#N/A</v></c><c r="C4"><v>4</v></c><c r="D4"><f t="shared" si="0"/><v>8</v></c></row>
<row r="5"><c r="A5"><f t="array" ref="A5:B5">C1:C2*2</f><v>2</v></c><c r="B5"><v>2</v></c><c r="C5"><f t="array" ref="C5">SUM(C1:C4*2)</f><v>20</v></c></row>
<row r="6" spans="1:2" ht="30"/>
</sheetData>
<mergeCells count="1"><mergeCell ref="A8:B9"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

// As some generators write one: a prefix, no places, everything optional left out.
const strange = `\uFEFF<x:worksheet xmlns:x='${main}'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>một</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c><x:c><x:f>B1*2</x:f><x:v>10</x:v></x:c></x:row><x:row/><x:row><x:c/><x:c s='1'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;

const empty = `${head}<worksheet xmlns="${main}"><sheetData /></worksheet>`;

const parts: readonly (readonly [string, string])[] = [
  [
    "[Content_Types].xml",
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${[1, 2, 3].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`).join("")}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${types}.calcChain+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr defaultThemeVersion="124226"/><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/><sheet name="Lạ" sheetId="2" r:id="rId2"/><sheet name="Trống" sheetId="3" r:id="rId3"/></sheets><definedNames><definedName name="pm_unit_code">'Số liệu'!$A$1</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${head}<Relationships xmlns="${packages}/relationships">${[1, 2, 3].map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}<Relationship Id="rId4" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId5" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId6" Type="${office}/calcChain" Target="calcChain.xml"/></Relationships>`,
  ],
  ["xl/worksheets/sheet1.xml", figures],
  ["xl/worksheets/sheet2.xml", strange],
  ["xl/worksheets/sheet3.xml", empty],
  [
    "xl/styles.xml",
    `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment wrapText="1"/></xf><xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
  [
    "xl/sharedStrings.xml",
    `${head}<sst xmlns="${main}" count="2" uniqueCount="2"><si><t>S01</t></si><si><r><t xml:space="preserve">Số </t></r><r><t>hộ</t></r></si></sst>`,
  ],
  [
    "xl/calcChain.xml",
    `${head}<calcChain xmlns="${main}">${["D1", "D2", "D3", "D4", "F1"].map((cell) => `<c r="${cell}" i="1"/>`).join("")}<c r="A5" i="1" a="1"/><c r="C5" i="1" a="1"/><c r="C1" i="2"/></calcChain>`,
  ],
];

/** A workbook of the kind that Excel and stranger programs write, with some parts written otherwise. */
export function excelLike(otherwise: Readonly<Record<string, string>> = {}): Uint8Array {
  const texts = parts.map(([name, text]) => [name, strToU8(otherwise[name] ?? text)]);
  return zipSync(Object.fromEntries(texts) as Record<string, Uint8Array>, { mtime: new Date(2022, 5, 30) });
}
