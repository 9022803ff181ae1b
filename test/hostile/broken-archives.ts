import { cleanFile, cleanParts } from "./clean-file";
import { hostile, type HostileFile } from "./hostile-file";
import { joined, pack, type PackedEntry } from "../workbook/xlsx/packed";

function entries(): PackedEntry[] {
  return Object.entries(cleanParts()).map(([name, data]) => ({ name, data }));
}

function renamed(rename: (name: string) => string): Uint8Array {
  return pack(entries().map(({ name, data }) => ({ name: rename(name), data })));
}

/** Where the central directory of the clean file starts and its end record stands. */
export function directoryOf(bytes: Uint8Array): { readonly start: number; readonly end: number } {
  const end = bytes.length - 22;
  return { start: new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 16, true), end };
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Archives that broke on their way, or were packed by strange programs. */
export const brokenArchives: readonly HostileFile[] = [
  hostile("cut-in-half.xlsx", "damaged", () => cleanFile.subarray(0, cleanFile.length / 2)),
  hostile("cut-one-byte-short.xlsx", "damaged", () => cleanFile.subarray(0, -1)),
  hostile("head-missing.xlsx", "not-a-zip", () => cleanFile.subarray(1000)),
  hostile("no-directory.xlsx", "damaged", () => cleanFile.subarray(0, directoryOf(cleanFile).start)),
  hostile("a-page-glued-behind.xlsx", "damaged", () => joined([cleanFile, text("<html></html>")])),
  hostile("a-program-glued-before.xlsx", "not-a-zip", () => joined([text("MZ\0\0"), cleanFile])),
  hostile("a-hole-of-zeros.xlsx", "damaged", () => cleanFile.slice().fill(0, 20_000, 24_000)),
  hostile("twice-the-same-entries.xlsx", "damaged", () => pack([...entries(), ...entries()])),
  hostile("entries-that-differ-in-case-alone.xlsx", "damaged", () =>
    pack([...entries(), { name: "XL/WORKBOOK.XML", data: "<workbook/>" }]),
  ),
  hostile("directory-listed-twice.xlsx", "damaged", () => pack(entries(), { times: 2 })),
  hostile("announces-too-many-entries.xlsx", "damaged", () => pack(entries(), { count: 18 })),
  hostile("announces-too-few-entries.xlsx", "damaged", () => pack(entries(), { count: 16 })),
  // Far more than the 65,535 that the end record can count.
  hostile("100000-entries.xlsx", "too-large", () => pack(entries(), { times: 6000 })),
  hostile("locked-entries.xlsx", "encrypted", () => pack(entries().map((entry) => ({ ...entry, flags: 1 })))),
  hostile("unknown-compression.xlsx", "damaged", () =>
    pack(entries().map((entry) => ({ ...entry, method: 12 as const }))),
  ),
  hostile("nothing-compressed.xlsx", "same", () => pack(entries().map((entry) => ({ ...entry, method: 0 as const })))),
  hostile("streamed-with-64-bits.xlsx", "same", () =>
    pack(
      entries().map((entry) => ({ ...entry, descriptor: "signed" as const, is64: true })),
      { is64: true },
    ),
  ),
  hostile("a-comment-of-the-archive.xlsx", "same", () => pack(entries(), { comment: "PK".repeat(2000) })),
  hostile("absolute-names.xlsx", "same", () => renamed((name) => `/${name}`)),
  hostile("backslashes-in-names.xlsx", "same", () => renamed((name) => name.replaceAll("/", "\\"))),
  hostile("names-in-capitals.xlsx", "same", () => renamed((name) => name.toUpperCase())),
  hostile("names-that-climb-out.xlsx", "same", () =>
    pack([
      ...entries(),
      { name: "../../../../tmp/plan-monitor-was-here", data: "x" },
      { name: "..\\..\\plan-monitor-was-here", data: "x" },
      { name: "C:\\plan-monitor-was-here", data: "x" },
    ]),
  ),
  hostile("names-of-the-prototype.xlsx", "same", () =>
    pack([...entries(), ...["__proto__", "constructor", "toString", ""].map((name) => ({ name, data: "x" }))]),
  ),
  hostile("another-name-in-the-entry.xlsx", "damaged", () =>
    pack(entries().map((entry, index) => (index === 4 ? { ...entry, localName: "xl/workbooks.xml" } : entry))),
  ),
  hostile("a-wrong-checksum.xlsx", "damaged", () =>
    pack(entries().map((entry) => (entry.name.endsWith("sheet2.xml") ? { ...entry, saysCrc: 1 } : entry))),
  ),
];
