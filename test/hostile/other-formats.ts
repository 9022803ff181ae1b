import { strToU8, zipSync } from "fflate";
import { relationships } from "../workbook/xlsx/by-hand";
import { links, partsWith, workbook } from "./clean-file";
import { hostile, type HostileFile } from "./hostile-file";

/** A compound file (OLE2) with these names in its directory. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of names.entries()) bytes.set(Buffer.from(name, "utf16le"), 512 + 128 * index);
  return bytes;
}

function packageOf(main: string, document: string): Uint8Array {
  return zipSync({
    "_rels/.rels": strToU8(relationships([["rId1", "officeDocument", main]])),
    [main]: strToU8(document),
  });
}

const openDocument: readonly [Uint8Array, { level: 0 }] = [
  strToU8("application/vnd.oasis.opendocument.spreadsheet"),
  { level: 0 },
];
const excel2003 =
  '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"/></Workbook>';

/** Files of other kinds under a workbook's name, and workbooks under names of other kinds. */
export const otherFormats: readonly HostileFile[] = [
  hostile("empty.xlsx", "empty", () => new Uint8Array()),
  hostile("spaces.xlsx", "empty", () => strToU8(" \r\n".repeat(500))),
  hostile("zeros.xlsx", "not-a-zip", () => new Uint8Array(100_000)),
  hostile("was-csv.xlsx", "csv-or-text", () => strToU8("mã,thực hiện\r\nS01,1710\r\n")),
  hostile("was-csv-of-utf-16.xlsx", "csv-or-text", () =>
    Buffer.from("\uFEFFmã\tthực hiện\r\nS01\t1710\r\n", "utf16le"),
  ),
  hostile("was-html.xlsx", "html", () =>
    strToU8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>S01</td></tr></table></html>'),
  ),
  hostile("was-mhtml.xlsx", "html", () => strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n")),
  hostile("was-xls.xlsx", "old-xls", () => compoundFile("Root Entry", "Workbook")),
  hostile("was-excel-4.xlsx", "old-xls", () => Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0, 0, 0)),
  hostile("was-xml-of-2003.xlsx", "old-xls", () => strToU8(excel2003)),
  hostile("was-xlsb.xlsx", "binary-xlsb", () => packageOf("xl/workbook.bin", "\u0083\u0001")),
  hostile("was-ods.xlsx", "opendocument", () =>
    zipSync({ mimetype: [...openDocument], "content.xml": strToU8("<a/>") }),
  ),
  hostile("was-docx.xlsx", "not-a-workbook", () => packageOf("word/document.xml", '<w:document xmlns:w="urn:w"/>')),
  hostile("was-pdf.xlsx", "not-a-zip", () => strToU8("%PDF-1.7\n1 0 obj")),
  hostile("was-rtf.xlsx", "not-a-zip", () => strToU8("{\\rtf1\\ansi xin chào}")),
  hostile("was-jpeg.xlsx", "not-a-zip", () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46)),
  hostile("was-rar.xlsx", "not-a-zip", () => Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0, 0, 0)),
  hostile("was-zip-of-a-report.xlsx", "not-a-workbook", () =>
    zipSync({ "bao-cao.xlsx": zipSync(partsWith({})) }, { level: 0 }),
  ),
  hostile("has-a-password.xlsx", "encrypted", () => compoundFile("Root Entry", "EncryptionInfo", "EncryptedPackage")),
  hostile("has-macros.xlsm", "same", withMacros),
  hostile("has-macros.xlsx", "same", withMacros),
  hostile("has-macros-of-excel-4.xlsx", "same", () =>
    zipSync(
      partsWith({
        [workbook]: (text) => text.replace("</sheets>", '<sheet name="Macro1" sheetId="9" r:id="rId90"/></sheets>'),
        [links]: (text) =>
          text.replace(
            "</Relationships>",
            '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>',
          ),
        "xl/macrosheets/sheet1.xml": "<xm:macrosheet xmlns:xm='urn:xm'><a>=EXEC(\"calc\")</a></xm:macrosheet>",
      }),
    ),
  ),
];

function withMacros(): Uint8Array {
  return zipSync(
    partsWith({
      "[Content_Types].xml": (text) =>
        text.replace(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
      [links]: (text) =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
      "xl/vbaProject.bin": compoundFile("Root Entry", "VBA", "PROJECT"),
    }),
  );
}
