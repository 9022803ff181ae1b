import { describe, expect, it } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { isUnreadable } from "../../../src/core/snapshot";
import { openArchive } from "../../../src/workbook/xlsx/archive";
import { isFault } from "../../../src/workbook/xlsx/fault";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { byHand, partsByHand, relationships, sheetPart, workbookPart } from "./by-hand";
import { excelLike } from "./excel-like";
import { pack } from "./packed";
import { reasonOf, snapshotOf } from "./plain-snapshot";
import { noise, repeated } from "./repeated";

const mebibyte = 1024 * 1024;

function read(bytes: Uint8Array): { readonly reason: string | null; readonly seconds: number } {
  const started = performance.now();
  const reason = reasonOf(bytes);
  return { reason, seconds: (performance.now() - started) / 1000 };
}

describe("[RD8] a real file that is not whole", () => {
  const whole = excelLike();
  const honest = snapshotOf(whole);

  it("is refused wherever it breaks off", () => {
    for (let length = 0; length < whole.length; length += 97) {
      const outcome = readSnapshot("a.xlsx", whole.subarray(0, length));
      expect(isUnreadable(outcome) ? "refused" : length).toBe("refused");
    }
  });

  it("reads the same or not at all, whichever byte is changed and how", () => {
    const outcomes = { same: 0, refused: 0 };
    const different: string[] = [];
    // The directory says where everything is: there every byte is changed in three ways.
    const directory = new DataView(whole.buffer, whole.byteOffset).getUint32(whole.length - 6, true);
    for (let at = 0; at < whole.length; at++) {
      for (const change of at < directory ? [1 << (at % 8)] : [0x01, 0x80, 0xff]) {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const outcome = readSnapshot("a.xlsx", changed);
        if (isUnreadable(outcome)) outcomes.refused++;
        else if (JSON.stringify(outcome, plainMaps) === expected) outcomes.same++;
        else different.push(`${at} ^ ${change}`);
      }
    }
    expect(different).toEqual([]);
    // Times, versions and attributes of entries may change without harm; nothing else.
    expect(outcomes.refused).toBeGreaterThan(outcomes.same * 3);
    expect(outcomes.same).toBeGreaterThan(0);
  });

  const plainMaps = (_: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  const expected = JSON.stringify(honest, plainMaps);

  it("is refused where a block of zeros stands in it", () => {
    for (let at = 0; at + 64 < whole.length; at += 64) {
      const holed = whole.slice();
      holed.fill(0, at, at + 64);
      if (Buffer.from(holed).equals(whole)) continue;
      const outcome = readSnapshot("a.xlsx", holed);
      expect(isUnreadable(outcome) || JSON.stringify(outcome, plainMaps) === expected).toBe(true);
    }
  });
});

describe("[RD8] what is named .xlsx and is none", () => {
  const parts = partsByHand({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const withoutWorkbook = (document: string) =>
    zipSync({
      "_rels/.rels": strToU8(relationships([["rId1", "officeDocument", "main.xml"]])),
      "main.xml": strToU8(document),
    });

  it.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(), "empty"],
    ["a text", strToU8("code,actual\nS01,5\n"), "csv-or-text"],
    ["a page", strToU8("<html><table></table></html>"), "html"],
    ["the head of an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), "old-xls"],
    ["an empty archive", zipSync({}), "not-a-workbook"],
    ["an archive of pictures", zipSync({ "a.jpg": strToU8("1") }), "not-a-workbook"],
    ["a document", withoutWorkbook('<w:document xmlns:w="urn:w"/>'), "not-a-workbook"],
    ["slides", withoutWorkbook('<presentation xmlns="urn:p"/>'), "not-a-workbook"],
    [
      "a binary workbook",
      zipSync({
        "_rels/.rels": strToU8(relationships([["rId1", "officeDocument", "xl/workbook.bin"]])),
        "xl/workbook.bin": strToU8("1"),
      }),
      "binary-xlsb",
    ],
    [
      "an OpenDocument",
      zipSync({
        mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
        "content.xml": strToU8("<a/>"),
      }),
      "opendocument",
    ],
    ["a book to read", zipSync({ mimetype: [strToU8("application/epub+zip"), { level: 0 }] }), "not-a-workbook"],
    [
      "a workbook that leads out of itself",
      zipSync({ "_rels/.rels": strToU8(relationships([["rId1", "officeDocument", "../../../etc/passwd"]])) }),
      "damaged",
    ],
    [
      "a workbook locked entry by entry",
      pack([...parts].map(([name, data]) => ({ name, data, flags: 1 }))),
      "encrypted",
    ],
    [
      "a sheet from the internet",
      byHand({
        parts: {
          "xl/_rels/workbook.xml.rels": relationships([
            ["rId1", "worksheet", 'http://example.com/a.xml" TargetMode="External'],
          ]),
        },
      }),
      "damaged",
    ],
  ])("%s", (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it("reads a workbook that a writer of streams packed", () => {
    const bytes = pack(
      [...parts].map(([name, data]) => ({ name, data, descriptor: "signed" as const, is64: true })),
      { is64: true },
    );
    expect(snapshotOf(bytes).sheets.map(({ rows }) => rows.get(0)?.get(0)?.value)).toEqual([1]);
  });

  it("refuses a second workbook beside the first under the same name", () => {
    const twin = [
      ...parts,
      ["xl/worksheets/sheet1.xml", strToU8(sheetPart('<row r="1"><c r="A1"><v>2</v></c></row>'))] as const,
    ];
    expect(reasonOf(pack(twin.map(([name, data]) => ({ name, data }))))).toBe("damaged");
  });
});

describe("[RD8] what asks for too much", () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY c "${"&b;".repeat(50)}"><!ENTITY d "${"&c;".repeat(50)}">]>`;
  const sheetWith = (part: string): Uint8Array => byHand({ parts: { "xl/worksheets/sheet1.xml": part } });

  it.each<[string, () => Uint8Array, string]>([
    ["rows of nothing that shrink to nothing", () => byHand({ rows: "<row/>".repeat(mebibyte) }), "too-large"],
    [
      "shared texts that shrink to nothing",
      () => byHand({ strings: "<si><t>a</t></si>".repeat(mebibyte / 4) }),
      "too-large",
    ],
    [
      "entities within entities",
      () => sheetWith(sheetPart("<row><c><v>&d;</v></c></row>").replace("<worksheet", `${laughs}<worksheet`)),
      "damaged",
    ],
    [
      "an entity from outside",
      () => sheetWith(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>`),
      "damaged",
    ],
    [
      "elements a thousand deep",
      () => sheetWith(sheetPart("", { after: "<a>".repeat(1000) + "</a>".repeat(1000) })),
      "damaged",
    ],
    [
      "100,001 merges",
      () =>
        byHand({
          after:
            `<mergeCells>${repeated(20 * 100_001, (index) => `<mergeCell ref="A${index + 1}"/>`.padEnd(27))}</mergeCells>`.replace(
              "</mergeCells>",
              `${'<mergeCell ref="A1"/>'.repeat(30_000)}</mergeCells>`,
            ),
        }),
      "too-large",
    ],
    [
      "a long formula shared by many cells",
      () =>
        byHand({
          rows: `<row><c><f t="shared" ref="A1:A9999" si="0">${repeated(8000, (index) => `A${index + 1}+`)}A1</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(9000)}`,
        }),
      "too-large",
    ],
    [
      "columns hidden again and again",
      () =>
        byHand({
          before: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(10_000)}</cols>`,
          rows: '<row><c r="XFD1"><v>1</v></c></row>',
        }),
      "too-large",
    ],
  ])("refuses %s", (_, make, expected) => {
    const { reason, seconds } = read(make());
    expect(reason).toBe(expected);
    expect(seconds).toBeLessThan(10);
  });

  it("reads 300,000 blank rows and cells in little time, and keeps none", () => {
    const rows = repeated(
      8_000_000,
      (index) => `<row r="${index + 1}" ht="${noise(index).length}.${index % 97}"><c r="B${index + 1}"/></row>`,
    );
    const started = performance.now();
    const snapshot = snapshotOf(byHand({ rows }));
    expect(snapshot.sheets[0]?.rows.size).toBe(0);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("takes time that grows with a text's length, not with its square", () => {
    const spaces = " ".repeat(900_000);
    for (const part of [
      sheetPart(`<row><c t="inlineStr"><is><t>a${spaces}b</t></is></c></row>`),
      sheetPart(`<row><c><v>1${spaces}1</v></c></row>`),
      sheetPart(`<row><c t="str"><v>${"_x".repeat(400_000)}</v></c></row>`),
      sheetPart(`<row><c t="d"><v>${"2".repeat(900_000)}</v></c></row>`),
      sheetPart(`<row><c t="inlineStr"><is>${"<t> </t>".repeat(100_000)}</is></c></row>`),
    ]) {
      expect(read(sheetWith(part)).seconds).toBeLessThan(5);
    }
    const name = `<definedNames><definedName name="a">'${"''".repeat(400_000)}</definedName></definedNames>`;
    const format = `<numFmts><numFmt numFmtId="164" formatCode="${"[&quot;".repeat(100_000)}"/></numFmts>`;
    expect(read(byHand({ names: name })).seconds).toBeLessThan(5);
    expect(read(byHand({ styles: format })).seconds).toBeLessThan(5);
  });

  it("takes 500 sheets with all columns hidden to the right for what they are: blank", () => {
    const many = Array.from({ length: 500 }, (_, index) => index + 1);
    const hiding = sheetPart('<row r="1"><c r="A1"><v>1</v></c></row>', {
      before: '<cols><col min="1" max="16384" hidden="1"/></cols>',
    });
    const parts = {
      "xl/workbook.xml": workbookPart(many.map((index) => ({ name: `S${index}` }))),
      "xl/_rels/workbook.xml.rels": relationships(many.map((index) => [`rId${index}`, "worksheet", `s${index}.xml`])),
      ...Object.fromEntries(many.map((index) => [`xl/s${index}.xml`, hiding])),
    };
    const { sheets } = snapshotOf(byHand({ parts }));
    expect(sheets.map(({ hiddenColumns }) => hiddenColumns.size)).toEqual(many.map(() => 1));
  });

  it("opens an archive without inflating what is not asked for", () => {
    const bytes = byHand({
      parts: { "xl/media/image1.bin": Uint8Array.from({ length: 100_000 }, (_, index) => index % 256) },
    });
    const archive = openArchive(bytes);
    if (isFault(archive)) throw new Error(archive.detail);
    const entry = archive.find("xl/media/image1.bin");
    const broken = bytes.slice();
    const at = (entry?.raw.byteOffset ?? 0) - bytes.byteOffset + 10;
    broken[at] = (broken[at] ?? 0) ^ 255;
    // A picture that is broken keeps no figure from being read.
    expect(reasonOf(broken)).toBeNull();
  });
});
