import { describe, expect, it } from "@jest/globals";
import { Zip, ZipDeflate, strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { spliceArchive } from "../../../src/workbook/xlsx/splice-archive";

const long = strToU8("0123456789".repeat(1000));
const archive = zipSync(
  { "a.xml": strToU8("<a/>"), "b/ơ.xml": [long, { level: 9 }], "c.bin": [long, { level: 0, comment: "c" }] },
  { mtime: new Date(2022, 5, 30), comment: "lời cuối", extra: { 4660: strToU8("extra") } },
);

/** Where each local record of the archive stands, by name, up to the next. */
function records(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found = new Map<string, string>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [name, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const next = at + 30 + name + extra + view.getUint32(at + 18, true);
    found.set(
      strFromU8(bytes.subarray(at + 30, at + 30 + name)),
      Buffer.from(bytes.subarray(at, next)).toString("hex"),
    );
    at = next;
  }
  return found;
}

function splice(changes: [string, string | null][], bytes = archive): Uint8Array {
  const spliced = spliceArchive(
    bytes,
    new Map(changes.map(([name, text]) => [name, text === null ? null : strToU8(text)])),
  );
  if (!spliced) throw new Error("not spliced");
  return spliced;
}

describe("spliceArchive", () => {
  it("gives the very same bytes when nothing changes", () => {
    expect(Buffer.from(splice([])).equals(archive)).toBe(true);
  });

  it("[ED2] changes nothing of what it was given, be it a Buffer", () => {
    const given = Buffer.concat([archive]);
    expect(Buffer.from(splice([["a.xml", "mới"]], given)).equals(splice([["a.xml", "mới"]]))).toBe(true);
    expect(given.equals(archive)).toBe(true);
  });

  it.each([
    ["the first", "a.xml", ["b/ơ.xml", "c.bin"]],
    ["one within", "b/ơ.xml", ["a.xml", "c.bin"]],
    ["the last", "c.bin", ["a.xml", "b/ơ.xml"]],
  ])("[ED5] replaces %s and keeps the records of the others", (_, name, others) => {
    const spliced = splice([[name, "mới"]]);
    expect(strFromU8(unzipSync(spliced)[name] ?? new Uint8Array())).toBe("mới");
    expect(Object.keys(unzipSync(spliced))).toEqual(["a.xml", "b/ơ.xml", "c.bin"]);
    const [before, after] = [records(archive), records(spliced)];
    for (const other of others) expect(after.get(other)).toBe(before.get(other));
  });

  it("removes an entry", () => {
    const spliced = splice([["b/ơ.xml", null]]);
    expect(Object.keys(unzipSync(spliced))).toEqual(["a.xml", "c.bin"]);
    expect(records(spliced).get("c.bin")).toBe(records(archive).get("c.bin"));
  });

  it("adds an entry behind the others, which stay as they are, and is the same each time", () => {
    const spliced = splice([["đ/mới.xml", "<mới/>"]]);
    expect(Object.entries(unzipSync(spliced)).map(([name, part]) => [name, part.length])).toEqual([
      ["a.xml", 4],
      ["b/ơ.xml", 10_000],
      ["c.bin", 10_000],
      ["đ/mới.xml", 8],
    ]);
    const [before, after] = [records(archive), records(spliced)];
    for (const [name, record] of before) expect(after.get(name)).toBe(record);
    expect(Buffer.from(splice([["đ/mới.xml", "<mới/>"]])).equals(spliced)).toBe(true);
    expect(Buffer.from(splice([["đ/mới.xml", null]], new Uint8Array(spliced))).equals(archive)).toBe(true);
  });

  it("replaces an entry of an archive that was streamed, its sizes after its data", () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => void chunks.push(chunk));
    for (const name of ["a.xml", "b.xml", "c.xml"]) {
      const entry = new ZipDeflate(name);
      zip.add(entry);
      entry.push(strToU8(`<${name}/>`), true);
    }
    zip.end();
    const streamed = new Uint8Array(Buffer.concat(chunks));
    expect(streamed[6]).toBe(8);
    const parts = unzipSync(splice([["b.xml", "<b/>"]], streamed));
    expect(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)])).toEqual([
      ["a.xml", "<a.xml/>"],
      ["b.xml", "<b/>"],
      ["c.xml", "<c.xml/>"],
    ]);
  });

  it.each([
    ["the removal of an entry that is not there", () => spliceArchive(archive, new Map([["d.xml", null]]))],
    ["no archive", () => spliceArchive(strToU8("PK, but not really an archive at all"), new Map())],
    ["nothing", () => spliceArchive(new Uint8Array(), new Map())],
    ["an archive cut short", () => spliceArchive(archive.slice(0, -40), new Map())],
    ["an archive with something before it", () => spliceArchive(Buffer.concat([long, archive]), new Map())],
  ])("gives null for %s", (_, attempt) => {
    expect(attempt()).toBeNull();
  });
});
