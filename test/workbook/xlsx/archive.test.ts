import { describe, expect, it } from "@jest/globals";
import { deflateSync, strFromU8 } from "fflate";
import { openArchive, type Archive } from "../../../src/workbook/xlsx/archive";
import { crc32 } from "../../../src/workbook/xlsx/crc32";
import { portableCodec } from "../../../src/workbook/xlsx/zip-codec";
import { isFault } from "../../../src/workbook/xlsx/fault";
import { joined, pack, type PackedEntry } from "./packed";

const mebibyte = 1024 * 1024;
const text = "số liệu ".repeat(500);
const plain: readonly PackedEntry[] = [
  { name: "a.xml", data: text },
  { name: "b/c.xml", data: "stored", method: 0 },
];

function opened(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes);
  if (isFault(archive)) throw new Error(`${archive.reason}: ${archive.detail}`);
  return archive;
}

function textOf(archive: Archive, part: string): string {
  const bytes = archive.read(part);
  return isFault(bytes) ? bytes.reason : strFromU8(bytes);
}

/** The same bytes, and how many pieces of them were looked at since. */
function counted(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly pieces: () => number } {
  let pieces = 0;
  const subarray = (begin?: number, end?: number): Uint8Array => {
    pieces += 1;
    return Uint8Array.prototype.subarray.call(bytes, begin, end);
  };
  return { bytes: Object.assign(bytes.slice(), { subarray }), pieces: () => pieces };
}

function reasonOf(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes);
  return isFault(archive) ? archive.reason : null;
}

/** What comes of opening the archive and reading its first entry. */
function reasonOfReading(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes);
  if (isFault(archive)) return archive.reason;
  const [name = ""] = archive.entries.keys();
  const outcome = archive.read(name);
  return isFault(outcome) ? outcome.reason : null;
}

describe("crc32", () => {
  it.each([
    ["", 0],
    ["123456789", 0xcbf43926],
    ["a", 0xe8b7be43],
  ])("counts %j", (data, expected) => {
    expect(crc32(new TextEncoder().encode(data))).toBe(expected);
  });
});

describe("openArchive", () => {
  it.each<[string, Uint8Array]>([
    ["as most write it", pack(plain)],
    ["with a comment", pack(plain, { comment: "PK\u0005\u0006 a comment" })],
    ["with an end of 64 bits", pack(plain, { is64: true })],
    ["with sizes of 64 bits", pack(plain.map((entry) => ({ ...entry, is64: true })))],
    ["with signed descriptors", pack(plain.map((entry) => ({ ...entry, descriptor: "signed" as const })))],
    ["with bare descriptors", pack(plain.map((entry) => ({ ...entry, descriptor: "bare" as const })))],
    [
      "with descriptors of 64 bits",
      pack(plain.map((entry) => ({ ...entry, is64: true, descriptor: "signed" as const }))),
    ],
    [
      "with descriptors announced and left out",
      pack(plain.map((entry) => ({ ...entry, descriptor: "left out" as const }))),
    ],
    ["with the flag of UTF-8", pack(plain.map((entry) => ({ ...entry, flags: 0x800 })))],
  ])("reads an archive %s", (_, bytes) => {
    const archive = opened(bytes);
    expect([...archive.entries.keys()]).toEqual(["a.xml", "b/c.xml"]);
    expect(textOf(archive, "a.xml")).toBe(text);
    expect(textOf(archive, "b/c.xml")).toBe("stored");
    expect(textOf(archive, "d.xml")).toBe("damaged");
  });

  it("gives every entry's bytes as they stand: records and directory together are the file again", () => {
    for (const descriptor of [undefined, "signed", "bare"] as const) {
      const bytes = pack(plain.map((entry) => ({ ...entry, ...(descriptor && { descriptor }) })));
      const entries = [...opened(bytes).entries.values()];
      const pieces = [...entries.map(({ localRecord }) => localRecord), ...entries.map(({ record }) => record)];
      expect(joined([...pieces, bytes.subarray(-22)])).toEqual(bytes);
      expect(entries[0]?.raw).toEqual(deflateSync(new TextEncoder().encode(text)));
      expect(entries.map(({ method, size, crc }) => [method, size, crc])).toEqual([
        [8, new TextEncoder().encode(text).length, crc32(new TextEncoder().encode(text))],
        [0, 6, crc32(new TextEncoder().encode("stored"))],
      ]);
    }
  });

  it("finds parts whatever case and slashes their names are written with", () => {
    const archive = opened(
      pack([
        { name: "xl\\Worksheets\\Sheet1.XML", data: "1" },
        { name: "/xl/a.xml", data: "2" },
      ]),
    );
    expect(textOf(archive, "xl/worksheets/sheet1.xml")).toBe("1");
    expect(textOf(archive, "xl/a.xml")).toBe("2");
  });

  it("keeps names that lead nowhere as mere names", () => {
    const names = ["../../etc/passwd", "__proto__", "constructor", "C:\\a", "a/../b", "folder/"];
    const archive = opened(pack(names.map((name) => ({ name, data: name }))));
    expect([...archive.entries.keys()]).toEqual(names);
    expect(textOf(archive, "__proto__")).toBe("__proto__");
    expect(textOf(archive, "toString")).toBe("damaged");
    expect(textOf(archive, "b")).toBe("damaged");
  });

  it.each<[string, Uint8Array, string]>([
    ["an entry twice", pack([...plain, { name: "a.xml", data: "other" }]), "damaged"],
    ["an entry twice but for its case", pack([...plain, { name: "A.XML", data: "other" }]), "damaged"],
    ["an entry twice but for its slashes", pack([...plain, { name: "b\\c.xml", data: "other" }]), "damaged"],
    ["an encrypted entry", pack([{ name: "a.xml", data: text, flags: 1 }]), "encrypted"],
    ["a strongly encrypted entry", pack([{ name: "a.xml", data: text, flags: 0x41 }]), "encrypted"],
    ["a masked header", pack([{ name: "a.xml", data: text, flags: 0x2000 }]), "encrypted"],
    ["another method", pack([{ name: "a.xml", data: text, method: 12 }]), "damaged"],
    ["two names for an entry", pack([{ name: "a.xml", data: text, localName: "b.xml" }]), "damaged"],
    ["fewer entries than announced", pack(plain, { count: 3 }), "damaged"],
    ["more entries than announced", pack(plain, { count: 1 }), "damaged"],
    ["bytes after its end", joined([pack(plain), Uint8Array.of(0)]), "damaged"],
    ["bytes before its start", joined([Uint8Array.of(0x50, 0x4b, 3, 4, 0), pack(plain)]), "damaged"],
    ["no end", pack(plain).subarray(0, -1), "damaged"],
    ["nothing but a head", Uint8Array.of(0x50, 0x4b, 3, 4), "damaged"],
    ["2,001 entries", pack(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}`, data: "" }))), "too-large"],
    [
      "a part of 201 MB",
      pack([{ name: "a", data: new Uint8Array(2 * mebibyte), method: 0, saysSize: 201 * mebibyte }]),
      "too-large",
    ],
    ["a part of 2^53 bytes", pack([{ name: "a", data: "", is64: true, saysSize: 2 ** 53 }]), "damaged"],
    [
      "401 MB in all",
      pack(Array.from({ length: 401 }, (_, index) => ({ name: `${index}`, data: text, saysSize: mebibyte }))),
      "too-large",
    ],
    ["a part that swells by 1000", pack([{ name: "a", data: new Uint8Array(2 * mebibyte) }]), "too-large"],
  ])("refuses %s", (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it.each([
    ["method", 10, 2],
    ["CRC-32", 16, 4],
    ["compressed size", 20, 2],
    ["size", 24, 2],
  ])("refuses an entry whose header says another %s than the directory, before it is read", (_, field, width) => {
    const bytes = pack([{ name: "a.xml", data: "stored", method: 0 }, ...plain.slice(1)]);
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    for (let at = directory + field; at < directory + field + width; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(reasonOf(changed)).toBe("damaged");
    }
  });

  it("takes 2,000 entries, and small parts that swell", () => {
    expect(reasonOf(pack(Array.from({ length: 2000 }, (_, index) => ({ name: `${index}`, data: "" }))))).toBeNull();
    expect(reasonOfReading(pack([{ name: "a", data: new Uint8Array(mebibyte) }]))).toBeNull();
  });

  it("stops at 2,000 entries of 100,000, announced honestly or not", () => {
    const one: readonly PackedEntry[] = [{ name: "a", data: "" }];
    const times = 100_000;
    for (const bytes of [pack(one, { times, count: times, is64: true }), pack(one, { times, count: times % 65_536 })]) {
      const looked = counted(bytes);
      expect(reasonOf(looked.bytes)).toBe("too-large");
      // Of each entry its name and its whole record.
      expect(looked.pieces()).toBeLessThan(2 * 2_000 + 100);
    }
  });

  it("refuses entries that lie over each other", () => {
    const bytes = pack([
      { name: "a", data: "1", method: 0 },
      { name: "b", data: "2", method: 0 },
    ]);
    const [, second] = opened(bytes).entries.values();
    if (!second) throw new Error("No second entry.");
    const at = bytes.length - 22 - second.record.length;
    const twisted = bytes.slice();
    // The second record now is a copy of the first under its own name's place: both lead to offset 0.
    new DataView(twisted.buffer).setUint32(at + 42, 0, true);
    twisted[at + 46] = 0x61;
    expect(openArchive(twisted)).toMatchObject({ reason: "damaged", detail: "a: overlaps another entry" });
  });

  it.each<[string, PackedEntry]>([
    ["longer than announced", { name: "a", data: text, saysSize: 10 }],
    ["shorter than announced", { name: "a", data: text, saysSize: 10_000 }],
    ["of another CRC-32", { name: "a", data: text, saysCrc: 1 }],
    ["stored, of another size", { name: "a", data: text, method: 0, saysSize: 10 }],
    ["stored, of another CRC-32", { name: "a", data: text, method: 0, saysCrc: 1 }],
    ["empty, of another size", { name: "a", data: "", saysSize: 5 }],
  ])("refuses a part %s", (_, entry) => {
    expect(reasonOfReading(pack([entry]))).toBe("damaged");
  });

  it("stops inflating a part soon after the bytes announced, however many there are", () => {
    const bomb = pack([{ name: "a", data: new Uint8Array(40 * mebibyte), saysSize: 1000, saysCrc: 0 }]);
    expect(reasonOfReading(bomb)).toBe("damaged");
    const looked = counted(deflateSync(new Uint8Array(40 * mebibyte)));
    expect(portableCodec.inflate(looked.bytes, 1000)).toBeNull();
    expect(looked.pieces()).toBe(1);
  });

  it("inflates long parts whole", () => {
    const long = Uint8Array.from(
      { length: mebibyte + 1000 },
      (_, index) => ((index * index) % 251) ^ (Math.imul(index, 2_654_435_761) >>> 30),
    );
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => Math.imul(index, 2_654_435_761) >>> 24);
    for (const data of [long, noise]) {
      const read = opened(pack([{ name: "a", data }])).read("a");
      expect(!isFault(read) && Buffer.from(read).equals(data)).toBe(true);
    }
  });

  it("reads an archive that is a view into a larger buffer", () => {
    const bytes = pack(plain);
    const larger = joined([new Uint8Array(7), bytes, new Uint8Array(9)]);
    expect(textOf(opened(larger.subarray(7, 7 + bytes.length)), "a.xml")).toBe(text);
  });
});
