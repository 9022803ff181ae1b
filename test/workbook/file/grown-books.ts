import { strFromU8, strToU8, unzipSync } from "fflate";
import { pack, type PackedEntry } from "../xlsx/packed";
import { picture } from "./flat-books";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Parts = Record<string, Uint8Array>;

/** The parts with texts added or put in the place of others; a function changes the text that is there. */
function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string | ((before: string) => string)>>): Parts {
  const all: Parts = { ...unzipSync(bytes) };
  for (const [name, given] of Object.entries(parts)) {
    if (typeof given === "function") {
      const before = strFromU8(all[name] ?? new Uint8Array());
      const after = given(before);
      if (after === before) throw new Error(`${name} was not changed`);
      all[name] = strToU8(after);
    } else all[name] = strToU8(given);
  }
  return all;
}

const packed = (parts: Parts, how: (name: string) => Partial<PackedEntry> = () => ({})): PackedEntry[] =>
  Object.entries(parts).map(([name, data]) => ({ name, data, ...how(name) }));

const override = (part: string, type: string) => (xml: string) =>
  xml.replace("</Types>", `<Override PartName="${part}" ContentType="${type}"/></Types>`);
const related = (id: string, type: string, target: string) => (xml: string) =>
  xml.replace("</Relationships>", `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`);
const relations = (inside: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** With data of a document management system and properties of one's own, as an office's server puts them into every file. */
export function withCustomXml(bytes: Uint8Array): Uint8Array {
  const item = `<so:văn_bản xmlns:so="urn:so-lao-dong"><so:số_ký_hiệu>12/BC-UBND</so:số_ký_hiệu><!-- giữ --></so:văn_bản>`;
  return pack(
    packed(
      withParts(bytes, {
        "customXml/item1.xml": item,
        "customXml/itemProps1.xml": `${head}<ds:datastoreItem ds:itemID="{5D2B7A54-0000-4F00-9B5C-000000000001}" xmlns:ds="${office}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:so-lao-dong"/></ds:schemaRefs></ds:datastoreItem>`,
        "customXml/_rels/item1.xml.rels": relations(
          `<Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/>`,
        ),
        "docProps/custom.xml": `${head}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Độ mật"><vt:lpwstr>Thường</vt:lpwstr></property></Properties>`,
        "[Content_Types].xml": (xml) =>
          override(
            "/docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
          )(
            override(
              "/customXml/itemProps1.xml",
              "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            )(xml),
          ),
        "_rels/.rels": related("rIdCustom", `${office}/relationships/custom-properties`, "docProps/custom.xml"),
        "xl/_rels/workbook.xml.rels": related(
          "rIdCustomXml",
          `${office}/relationships/customXml`,
          "../customXml/item1.xml",
        ),
      }),
    ),
  );
}

const sparklines = `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>'Số liệu'!C1:C4</xm:f><xm:sqref>J1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext><ext uri="{00000000-DEAD-4BEE-8000-000000000000}"><của-tôi xmlns="urn:unknown" a='1'>giữ  nguyên</của-tôi></ext></extLst>`;
const alternate = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x99" xmlns:x99="urn:later"><x99:later c="1"/></mc:Choice></mc:AlternateContent>`;

/** With lists of extensions, content for later programs, a part of an unknown kind and one that nothing leads to. */
export function withUnknown(bytes: Uint8Array): Uint8Array {
  const parts = withParts(bytes, {
    "xl/worksheets/sheet1.xml": (xml) => xml.replace("</worksheet>", `${alternate}${sparklines}</worksheet>`),
    "xl/workbook.xml": (xml) =>
      xml.replace(
        "</workbook>",
        `<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" chartTrackingRefBase="1"/></ext></extLst></workbook>`,
      ),
    "xl/unknown/lạ.bin": "\u0000\u0001 not XML",
    "xl/unknown/alone.xml": "<alone/>",
    "xl/media/image9.png": "",
    "[Content_Types].xml": (xml) =>
      xml.replace(
        "<Default ",
        '<Default Extension="bin" ContentType="application/x-unknown"/><Default Extension="png" ContentType="image/png"/><Default ',
      ),
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      `<Relationship Id="rId1" Type="urn:unknown/relation" Target="../unknown/lạ.bin"/>`,
    ),
  });
  parts["xl/media/image9.png"] = new Uint8Array(Buffer.from(picture, "base64"));
  return pack(packed(parts));
}

/** Packed as stream writers and old programs pack: stored entries, sizes behind the data, another order, a word at the end. */
export function packedOddly(bytes: Uint8Array): Uint8Array {
  const ways: readonly Partial<PackedEntry>[] = [{ method: 0 }, { descriptor: "signed" }, { descriptor: "bare" }, {}];
  const parts = Object.entries(unzipSync(bytes)).reverse();
  return pack(
    parts.map(([name, data], index) => ({ name, data, ...ways[index % ways.length] })),
    { comment: "đóng gói bởi máy chủ" },
  );
}

/** Packed with sizes of 64 bits, which Excel reads. */
export function packedWidely(bytes: Uint8Array): Uint8Array {
  return pack(
    packed(unzipSync(bytes), () => ({ is64: true })),
    { is64: true },
  );
}
