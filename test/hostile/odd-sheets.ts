import { fromA1 } from "../../src/core/cell";
import { cover, figures, fileWith, inSheets, links, sheetParts, strings, workbook, type Change } from "./clean-file";
import { hostile, type HostileFile } from "./hostile-file";

type Text = (text: string) => string;

const dimension =
  (ref: string): Text =>
  (text) =>
    text.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${ref}"/>`);

const behind =
  (what: string): Text =>
  (text) =>
    text.replace(/(<sheetProtection[^>]*\/>)?<mergeCells/, `$1${what}<mergeCells`);

const rowPattern = /<row r="(?<row>\d+)"(?<rest>[^>]*?)(?:\/>|>(?<cells>.*?)<\/row>)/gs;
const cellPattern = /<c r="(?<letters>[A-Z]+)\d+"/g;

/** The cells of a row say no place; those that are left out stand there as empty ones. */
function withoutPlaces(text: string): string {
  let before = 0;
  return replaced(text, rowPattern, ({ row, rest = "", cells = "" }) => {
    const gap = "<row/>".repeat(Number(row) - before - 1);
    before = Number(row);
    return `${gap}<row${rest}>${inTurn(cells)}</row>`;
  });
}

function inTurn(cells: string): string {
  let last = 0;
  return replaced(cells, cellPattern, ({ letters }) => {
    const column = (fromA1(`${letters ?? ""}1`)?.column ?? 0) + 1;
    const gap = "<c/>".repeat(column - last - 1);
    last = column;
    return `${gap}<c`;
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function replaced(text: string, pattern: RegExp, by: (groups: Groups) => string): string {
  return text.replace(pattern, (...found: unknown[]) => by(found.at(-1) as Groups));
}

const backwards: Text = (text) =>
  replaced(text, /<sheetData>(?<rows>.*)<\/sheetData>/gs, ({ rows = "" }) => {
    const all = rows.match(/<row [^>]*?(?:\/>|>.*?<\/row>)/gs) ?? [];
    const turned = all.map((row) =>
      replaced(row, /(?<open><row [^>]*>)(?<cells>.*)<\/row>/gs, ({ open = "", cells = "" }) => {
        const each = cells.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? [];
        return `${open}${each.reverse().join("")}</row>`;
      }),
    );
    return `<sheetData>${turned.reverse().join("")}</sheetData>`;
  });

/** One more sheet with these rows under this name. */
function sheetNamed(
  name: string,
  rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>ghi chú</t></is></c></row>',
): Record<string, Change> {
  return {
    [workbook]: (text) => text.replace("</sheets>", `<sheet name="${name}" sheetId="99" r:id="rId99"/></sheets>`),
    [links]: (text) =>
      text.replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
      ),
    "xl/worksheets/sheet99.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  };
}

/** A cell of the figures' sheet written otherwise. */
function cell(was: string, is: string): Record<string, Change> {
  return { [figures]: (text) => text.replace(was, is) };
}

const inlineText = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const total = '<c r="F9" s="16"><v>1710</v></c>';
const code = '<c r="A9" t="s" s="13"><v>69</v></c>';
const blankRows = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<row r="${index + 1000}" s="16" customFormat="1" ht="${15 + (index % 7)}"><c r="A${index + 1000}" s="16"/></row>`,
  ).join("");
const calculated = /(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g;

/** Sheets and cells as few programs write them. */
export const oddSheets: readonly HostileFile[] = [
  hostile("dimension-of-one-cell.xlsx", "same", () => fileWith(inSheets(dimension("A1")))),
  hostile("dimension-of-1048576-by-16384.xlsx", "same", () => fileWith(inSheets(dimension("A1:XFD1048576")))),
  hostile("dimension-of-nonsense.xlsx", "same", () => fileWith(inSheets(dimension("ZZZZ0:-1")))),
  hostile("30000-merges.xlsx", "same", () =>
    fileWith({
      [figures]: (text) =>
        text.replace(
          /<mergeCells[^>]*>/,
          `<mergeCells>${Array.from({ length: 30_000 }, (_, index) => `<mergeCell ref="AA${index + 100}:AC${index + 100}"/>`).join("")}`,
        ),
    }),
  ),
  hostile("lists-over-whole-columns.xlsx", "same", () =>
    fileWith({
      [figures]: (text) =>
        text.replace(
          /<dataValidations[^>]*>/,
          `<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>'.repeat(5000)}`,
        ),
    }),
  ),
  hostile("colours-over-whole-columns.xlsx", "same", () =>
    fileWith({
      [figures]: behind(
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>'.repeat(
          5000,
        ),
      ),
    }),
  ),
  hostile("100000-blank-rows.xlsx", "same", () =>
    fileWith({ [figures]: (text) => text.replace("</sheetData>", `${blankRows(100_000)}</sheetData>`) }),
  ),
  hostile("all-columns-to-the-right-hidden.xlsx", "same", () =>
    fileWith({ [figures]: (text) => text.replace("</cols>", '<col min="9" max="16384" hidden="1"/></cols>') }),
  ),
  hostile("cells-without-addresses.xlsx", "same", () => fileWith(inSheets(withoutPlaces))),
  hostile("rows-and-cells-backwards.xlsx", "same", () => fileWith(inSheets(backwards))),
  hostile("two-cells-of-one-address.xlsx", "damaged", () => fileWith(cell(total, `${total}<c r="F9"><v>9999</v></c>`))),
  hostile("two-values-in-a-cell.xlsx", "damaged", () => fileWith(cell(total, '<c r="F9"><v>1710</v><v>9999</v></c>'))),
  hostile("a-cell-of-another-row.xlsx", "damaged", () => fileWith(cell(total, '<c r="F10"><v>1710</v></c>'))),
  hostile("a-cell-beyond-the-sheet.xlsx", "damaged", () => fileWith(cell(total, `${total}<c r="XFE9"><v>1</v></c>`))),
  hostile("a-row-beyond-the-sheet.xlsx", "damaged", () =>
    fileWith({ [figures]: (text) => text.replace("</sheetData>", '<row r="1048577"/></sheetData>') }),
  ),
  hostile("a-cell-of-an-unknown-type.xlsx", "damaged", () => fileWith(cell(total, '<c r="F9" t="q"><v>1710</v></c>'))),
  hostile("no-texts.xlsx", "damaged", () => fileWith({ [strings]: null })),
  hostile("no-formats.xlsx", "damaged", () => fileWith({ "xl/styles.xml": null })),
  hostile("fewer-texts-than-are-named.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => text.replace(/<si>(?:(?!<si>).)*<\/si><\/sst>/s, "</sst>") }),
  ),
  hostile("a-text-of-a-number-too-high.xlsx", "damaged", () => fileWith(cell(code, '<c r="A9" t="s"><v>567</v></c>'))),
  hostile("a-text-of-a-number-below-zero.xlsx", "damaged", () => fileWith(cell(code, '<c r="A9" t="s"><v>-1</v></c>'))),
  hostile("a-format-of-a-number-too-high.xlsx", "damaged", () =>
    fileWith(cell(total, '<c r="F9" s="9999"><v>1710</v></c>')),
  ),
  hostile("counts-texts-wrongly.xlsx", "same", () =>
    fileWith({
      [strings]: (text) => text.replace(/count="567" uniqueCount="567"/, 'count="4294967295" uniqueCount="0"'),
    }),
  ),
  hostile("no-list-of-types.xlsx", "same", () => fileWith({ "[Content_Types].xml": null })),
  hostile("no-way-to-the-workbook.xlsx", "not-a-workbook", () => fileWith({ "_rels/.rels": null })),
  hostile("no-ways-to-the-sheets.xlsx", "damaged", () => fileWith({ [links]: null })),
  hostile("a-way-to-itself.xlsx", "damaged", () =>
    fileWith({ [links]: (text) => text.replace("worksheets/sheet2.xml", "../xl/workbook.xml") }),
  ),
  hostile("two-sheets-of-one-part.xlsx", "damaged", () =>
    fileWith({ [links]: (text) => text.replace("worksheets/sheet3.xml", "worksheets/sheet2.xml") }),
  ),
  hostile("two-sheets-of-one-name.xlsx", "damaged", () =>
    fileWith({ [workbook]: (text) => text.replace('name="Chỉ tiêu"', 'name="SỐ LIỆU"') }),
  ),
  hostile("a-sheet-on-the-net.xlsx", "damaged", () =>
    fileWith({
      [links]: (text) =>
        text.replace('Target="worksheets/sheet2.xml"', 'Target="http://127.0.0.1:9/a.xml" TargetMode="External"'),
    }),
  ),
  hostile("dates-from-1904.xlsx", "same", () =>
    fileWith({
      [workbook]: (text) => text.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'),
      [cover]: (text) => text.replace("<v>44728</v>", `<v>${44728 - 1462}</v>`),
    }),
  ),
  hostile("formulas-without-values.xlsx", "same", () =>
    fileWith(
      Object.fromEntries(
        sheetParts
          .filter((_, index) => [1, 2, 3, 4, 6].includes(index))
          .map((name) => [name, (text: string) => text.replace(calculated, "$1")]),
      ),
    ),
  ),
  hostile("formulas-of-errors.xlsx", ["cell-is-not-an-error"], () =>
    fileWith(cell(total, '<c r="F9" s="16" t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
  ),
  hostile("a-formula-of-ten-thousand-brackets.xlsx", ["figure-is-calculated"], () =>
    fileWith(cell(total, `<c r="F9" s="16"><f>${"(".repeat(10_000)}1710${")".repeat(10_000)}</f></c>`)),
  ),
  hostile("a-link-to-another-file.xlsx", ["no-links-to-other-files"], () =>
    fileWith({
      ...cell(total, '<c r="F9" s="16"><f>[1]Sheet1!$A$1</f><v>1710</v></c>'),
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
      "xl/externalLinks/_rels/externalLink1.xml.rels": "<Relationships/>",
    }),
  ),
  hostile("sheet-named-proto.xlsx", "same", () => fileWith(sheetNamed("__proto__"))),
  hostile("sheet-named-constructor.xlsx", "same", () => fileWith(sheetNamed("constructor"))),
  hostile("sheet-named-as-markup.xlsx", "same", () => fileWith(sheetNamed("&lt;img src=x onerror=alert(1)>"))),
  hostile("sheet-named-with-an-escape.xlsx", "same", () => fileWith(sheetNamed("a&#x202E;b&#x9B;31m"))),
  hostile("sheet-of-a-million-cells.xlsx", "too-large", () => fileWith(sheetNamed("Nhiều", cellsOf(62)))),
  hostile("code-named-proto.xlsx", ["keys-are-in-place"], () => fileWith(cell(code, inlineText("A9", "__proto__")))),
  hostile("code-named-constructor.xlsx", ["keys-are-in-place"], () =>
    fileWith(cell(code, inlineText("A9", "constructor"))),
  ),
  hostile("texts-of-the-prototype.xlsx", [], () =>
    fileWith({
      [cover]: (text) => text.replace(/<c r="C12"[^>]*>.*?<\/c>/, inlineText("C12", "__proto__")),
      [figures]: (text) => text.replace('<c r="G9" s="17"/>', inlineText("G9", "constructor")),
    }),
  ),
  hostile("unit-named-proto.xlsx", ["unit-is-known"], () =>
    fileWith({
      [cover]: (text) =>
        text
          .replace(/<c r="C8"[^>]*>.*?<\/c>/, inlineText("C8", "__proto__"))
          .replace(/<c r="C9"[^>]*>.*?<\/c>/, inlineText("C9", "constructor")),
    }),
  ),
  hostile("names-of-the-prototype-in-the-book.xlsx", "same", () =>
    fileWith({
      [workbook]: (text) =>
        text.replace(
          "<definedNames>",
          `<definedNames><definedName name="__proto__">'Số liệu'!$A$1</definedName><definedName name="constructor">'Bìa'!$C$8</definedName>`,
        ),
    }),
  ),
  hostile("a-name-with-two-meanings.xlsx", "damaged", () =>
    fileWith({
      [workbook]: (text) =>
        text.replace("<definedNames>", `<definedNames><definedName name="pm_unit_code">'Bìa'!$C$9</definedName>`),
    }),
  ),
];

/** As many rows of 16,384 numbers. */
function cellsOf(rows: number): string {
  const row = Array.from({ length: 16_384 }, (_, index) => `<c><v>${(index * 7919) % 1000}</v></c>`).join("");
  return `<row>${row}</row>`.repeat(rows);
}
