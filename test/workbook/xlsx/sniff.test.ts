import { describe, expect, it } from "@jest/globals";
import { strToU8 } from "fflate";
import { sniff } from "../../../src/workbook/xlsx/sniff";
import { byHand } from "./by-hand";

/** A compound file whose directory, in its second sector, names these streams. */
function compound(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((stream, index) => {
    const name = Array.from(stream, (letter) => [letter.charCodeAt(0), 0]).flat();
    bytes.set(name, 1024 + 128 * index);
  });
  return bytes;
}

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat()]);

describe("[RD8] sniff", () => {
  it.each<[string, Uint8Array, string | null]>([
    ["nothing", new Uint8Array(), "empty"],
    ["spaces", strToU8(" \r\n\t\n"), "empty"],
    ["a mark alone", strToU8("\uFEFF"), "empty"],
    ["an encrypted package", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted"],
    ["an old workbook", compound("Root Entry", "Workbook"), "old-xls"],
    ["an older workbook", compound("Root Entry", "Book"), "old-xls"],
    ["the head of an old workbook", compound().subarray(0, 8), "old-xls"],
    ["an old document", compound("Root Entry", "WordDocument"), "not-a-workbook"],
    ["old slides", compound("Root Entry", "PowerPoint Document"), "not-a-workbook"],
    ["a workbook of Excel 4", Uint8Array.of(9, 4, 6, 0, 0, 0, 0x10, 0), "old-xls"],
    [
      "an XML workbook of 2003",
      strToU8(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      "old-xls",
    ],
    [
      "a flat OpenDocument",
      strToU8('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'),
      "opendocument",
    ],
    ["a page", strToU8("\uFEFF  <!DOCTYPE html><html><body>"), "html"],
    ["a page of Excel's", strToU8('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'), "html"],
    ["a bare table", strToU8("<TABLE border=1><tr><td>1"), "html"],
    ["a page in UTF-16", utf16("<html><table>"), "html"],
    ["a page of several parts", strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related"), "html"],
    ["commas", strToU8("code,actual\nS01,5\n"), "csv-or-text"],
    ["semicolons with diacritics", strToU8("mã;số liệu\nS01;5\n"), "csv-or-text"],
    ["text of an old encoding", Uint8Array.of(0x4d, 0xb7, 0x3b, 0x53, 0xe8, 0x0a), "csv-or-text"],
    ["tabs in UTF-16", utf16("code\tactual\nS01\t5\n"), "csv-or-text"],
    ["XML of another kind", strToU8("<?xml version='1.0'?><a/>"), "csv-or-text"],
    ["JSON", strToU8('{"a": "<html>"}'), "csv-or-text"],
    ["a PDF", strToU8("%PDF-1.7\n%\u00e2\u00e3"), "not-a-zip"],
    ["rich text", strToU8("{\\rtf1\\ansi"), "not-a-zip"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), "not-a-zip"],
    ["another archive", Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0), "not-a-zip"],
    ["zeros", new Uint8Array(1000), "not-a-zip"],
    ["a workbook", byHand({}), null],
    ["the head of a zip archive", strToU8("PK\u0003\u0004"), null],
  ])("says of %s what it is", (_, bytes, reason) => {
    expect(sniff(bytes)?.reason ?? null).toBe(reason);
  });
});
