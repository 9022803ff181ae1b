import { describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
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

  it("gives what other programs take for whole, also after Python's streamed and Java-like archives", () => {
    const room = mkdtempSync(join(tmpdir(), "plan-monitor-splice-"));
    try {
      const path = join(room, "streamed.zip");
      const make = `
import sys, zipfile
class Stream:
    def __init__(self, f): self.f = f
    def write(self, b): return self.f.write(b)
    def flush(self): self.f.flush()
with open(sys.argv[1], "wb") as f, zipfile.ZipFile(Stream(f), "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.xml", "<a/>")
    z.writestr("b.xml", "x" * 5000)
    z.writestr("c.xml", "<c/>")
`;
      execFileSync("/usr/bin/python3", ["-c", make, path]);
      const streamed = new Uint8Array(readFileSync(path));
      expect(streamed.length).toBeGreaterThan(0);
      writeFileSync(path, splice([["b.xml", "<b/>"]], streamed));
      const read = `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print([z.read(n).decode() for n in z.namelist()])
`;
      expect(execFileSync("/usr/bin/python3", ["-c", read, path], { encoding: "utf8" })).toBe(
        "['<a/>', '<b/>', '<c/>']\n",
      );
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });

  it.each([
    ["an entry that is not there", () => spliceArchive(archive, new Map([["d.xml", long]]))],
    ["no archive", () => spliceArchive(strToU8("PK, but not really an archive at all"), new Map())],
    ["nothing", () => spliceArchive(new Uint8Array(), new Map())],
    ["an archive cut short", () => spliceArchive(archive.slice(0, -40), new Map())],
    ["an archive with something before it", () => spliceArchive(Buffer.concat([long, archive]), new Map())],
  ])("gives null for %s", (_, attempt) => {
    expect(attempt()).toBeNull();
  });
});
