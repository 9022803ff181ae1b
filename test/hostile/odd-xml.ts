import { noise, repeated } from "../workbook/xlsx/repeated";
import { figures, fileWith, inSheets, sheetParts, strings, workbook, type Change } from "./clean-file";
import { hostile, type HostileFile } from "./hostile-file";

const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${["b", "c", "d", "e", "f", "g", "h", "i", "j"]
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index] ?? "a"};`.repeat(10)}">`)
  .join("")}]>`;

/** What comes after the declaration of a part, and before its root. */
function afterDeclaration(what: string): (text: string) => string {
  return (text) => text.replace("?>", `?>${what}`);
}

/** A value of the figures' sheet written otherwise: Dân số (S01), the plan's figure 1710. */
function figureAs(cell: string): Record<string, Change> {
  return { [figures]: (text) => text.replace('<c r="F9" s="16"><v>1710</v></c>', cell) };
}

function everyPart(change: (text: string) => string | Uint8Array): Record<string, Change> {
  const parts = [workbook, strings, "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", ...sheetParts];
  return Object.fromEntries(parts.map((name) => [name, change]));
}

function prefixed(text: string): string {
  return text
    .replace(/<(\/?)([a-zA-Z])/g, "<$1x:$2")
    .replace(
      'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
      'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
    );
}

const strictly = (text: string): string =>
  text
    .replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text.replace("UTF-8", "UTF-16")}`, "utf16le");
const utf16Turned = (text: string): Uint8Array => Buffer.from(utf16(text)).swap16();

/** Parts written as few programs write them, or as only an enemy would. */
export const oddXml: readonly HostileFile[] = [
  hostile("billion-laughs-in-texts.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => afterDeclaration(laughs)(text).replace("<t>", "<t>&j;") }),
  ),
  hostile("billion-laughs-in-a-sheet.xlsx", "damaged", () =>
    fileWith({ [figures]: (text) => afterDeclaration(laughs)(text).replace("<v>1710<", "<v>&j;<") }),
  ),
  hostile("billion-laughs-in-the-workbook.xlsx", "damaged", () => fileWith({ [workbook]: afterDeclaration(laughs) })),
  ...[
    ["a-file-of-the-machine", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ["a-page-of-the-net", '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'],
    ["a-parameter", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/a.dtd"> %x;]>'],
  ].map(([name = "", doctype = ""]) =>
    hostile(`entity-from-${name}.xlsx`, "damaged", () => fileWith({ [strings]: afterDeclaration(doctype) })),
  ),
  hostile("an-unknown-entity.xlsx", "damaged", () => fileWith(figureAs('<c r="F9" s="16"><v>&nbsp;1710</v></c>'))),
  hostile("utf-16.xlsx", "same", () => fileWith(everyPart(utf16))),
  hostile("utf-16-the-other-way-round.xlsx", "same", () => fileWith(everyPart(utf16Turned))),
  hostile("a-mark-before-utf-8.xlsx", "same", () => fileWith(everyPart((text) => `\uFEFF${text}`))),
  hostile("another-encoding.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => text.replace("UTF-8", "windows-1258") }),
  ),
  hostile("bytes-that-are-no-utf-8.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => Buffer.from(text.replace("HUYỆN", "HUYÊN"), "latin1") }),
  ),
  hostile("prefixed-names.xlsx", "same", () =>
    fileWith({ ...inSheets(prefixed), [strings]: prefixed, [workbook]: prefixed }),
  ),
  hostile("strict-ooxml.xlsx", "same", () => fileWith(everyPart((text) => strictly(text).replace(/$/, "\n")))),
  hostile("elements-of-strangers.xlsx", "same", () =>
    fileWith(
      inSheets((text) =>
        text.replace(
          "<sheetData>",
          '<z:sheetData xmlns:z="urn:z"><z:row><z:c><z:v>1</z:v></z:c></z:row></z:sheetData><sheetData>',
        ),
      ),
    ),
  ),
  hostile("a-figure-in-pieces.xlsx", "same", () =>
    fileWith(figureAs('<c r="F9" s="16"><v>17<!-- a --><![CDATA[1]]>&#x30;<?a b?></v></c>')),
  ),
  hostile("a-figure-as-1.71e3.xlsx", "same", () => fileWith(figureAs('<c r="F9" s="16"><v> 1.71E+3 </v></c>'))),
  ...["1e999", "NaN", "INF", "0x6AE", "1,710", "1710abc", "--5"].map((written, index) =>
    hostile(`a-number-that-is-none-${index + 1}.xlsx`, "damaged", () =>
      fileWith(figureAs(`<c r="F9" s="16"><v>${written}</v></c>`)),
    ),
  ),
  hostile("a-control-character.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => text.replace("<t>", "<t>\u0001") }),
  ),
  hostile("a-control-character-by-number.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => text.replace("<t>", "<t>&#1;") }),
  ),
  hostile("half-a-character.xlsx", "damaged", () =>
    fileWith({ [strings]: (text) => text.replace("<t>", "<t>&#xD83D;") }),
  ),
  hostile("control-characters-as-escapes.xlsx", [], () =>
    fileWith(figureNote("_x0000__x0007__x001B_[31m_xD800_ cảnh báo")),
  ),
  hostile("a-text-of-a-million-letters.xlsx", [], () => fileWith(figureNote("dài ".repeat(250_000)))),
  hostile("200000-ampersands.xlsx", [], () => fileWith(figureNote("&amp;".repeat(200_000)))),
  hostile("a-million-ampersands.xlsx", "too-large", () => fileWith(figureNote("&amp;".repeat(1_000_000)))),
  hostile("an-attribute-of-three-megabytes.xlsx", "same", () =>
    fileWith({ [figures]: (text) => text.replace("<sheetData>", `<sheetData a="${repeated(3_000_000, noise)}">`) }),
  ),
  hostile("a-hundred-thousand-attributes.xlsx", "same", () =>
    fileWith({
      [figures]: (text) =>
        text.replace(
          "<sheetData>",
          `<sheetData ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(" ")}>`,
        ),
    }),
  ),
  hostile("a-hundred-thousand-namespaces.xlsx", "same", () =>
    fileWith({
      [figures]: (text) =>
        text.replace(
          "<sheetData>",
          `<sheetData ${Array.from({ length: 100_000 }, (_, index) => `xmlns:a${index}="urn:${index}"`).join(" ")}>`,
        ),
    }),
  ),
  hostile("elements-of-a-thousand-storeys.xlsx", "damaged", () =>
    fileWith({
      [figures]: (text) => text.replace("<sheetData>", `${"<a>".repeat(1000)}${"</a>".repeat(1000)}<sheetData>`),
    }),
  ),
  hostile("a-sheet-that-never-ends.xlsx", "damaged", () =>
    fileWith({ [figures]: (text) => text.replace("</worksheet>", "") }),
  ),
  hostile("a-sheet-of-nothing.xlsx", "damaged", () => fileWith({ [figures]: "" })),
  hostile("a-sheet-of-bytes.xlsx", "damaged", () =>
    fileWith({ [figures]: Uint8Array.from({ length: 9999 }, (_, i) => i % 251) }),
  ),
  hostile("a-report-within-a-comment.xlsx", ["sheet-is-present"], () =>
    fileWith({
      [figures]: (text) => text.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/><!-- $& -->".replace("$&", "")),
    }),
  ),
];

/** The first explanation of the figures' sheet, as people write beside a figure. */
function figureNote(written: string): Record<string, Change> {
  return {
    [figures]: (text) =>
      text.replace('<c r="G9" s="17"/>', `<c r="G9" s="17" t="inlineStr"><is><t>${written}</t></is></c>`),
  };
}
