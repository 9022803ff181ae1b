import { describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { CannotBeDone } from "../../src/cli/cannot-be-done";
import { writeFiles } from "../../src/cli/write-files";
import { filesIn, interrupt, makeRoom } from "./program";

const all = makeRoom();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function isTemporary(file: string): boolean {
  return file.endsWith(".tmp");
}

function room(): string {
  return mkdtempSync(join(all, "room-"));
}

describe("writing files", () => {
  it("leaves nothing behind when one of several cannot be made", async () => {
    const folder = room();
    const outputs = [
      { path: join(folder, "new/a.xlsx"), make: () => bytes("a") },
      { path: join(folder, "new/b.xlsx"), make: () => Promise.reject(new RangeError("no")) },
    ];
    await expect(writeFiles(outputs, { mayReplace: false, folders: [join(folder, "new")] })).rejects.toThrow(
      RangeError,
    );
    expect(filesIn(folder)).toEqual([]);
  });

  it("[ED2] puts back what was replaced when a later file cannot take its place", async () => {
    const folder = room();
    const [a, b] = [join(folder, "a.xlsx"), join(folder, "b.xlsx")];
    writeFileSync(a, "old a");
    const outputs = [
      { path: a, make: () => bytes("new a") },
      {
        path: b,
        make: () => {
          // Someone makes a folder of that name while the bytes are made.
          mkdirSync(b);
          return bytes("new b");
        },
      },
    ];
    await expect(writeFiles(outputs, { mayReplace: true })).rejects.toThrow(CannotBeDone);
    expect(readFileSync(a, "utf8")).toBe("old a");
    expect(filesIn(folder)).toEqual(["a.xlsx", "b.xlsx"]);
  });

  it("refuses a file that came into the place meanwhile", async () => {
    const folder = room();
    const path = join(folder, "a.xlsx");
    const make = (): Uint8Array => {
      writeFileSync(path, "theirs");
      return bytes("ours");
    };
    await expect(writeFiles([{ path, make }], { mayReplace: false })).rejects.toThrow(CannotBeDone);
    expect(readFileSync(path, "utf8")).toBe("theirs");
    expect(filesIn(folder)).toEqual(["a.xlsx"]);
  });

  it("takes away what killed programs left: of a process that is gone, or older than a day; nothing else", async () => {
    const folder = room();
    const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
    const other = host === "00000000" ? "11111111" : "00000000";
    const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
    const id = "123e4567-e89b-12d3-a456-426614174000";
    const left = [`.plan-monitor-${host}-${gone}-${id}.tmp`, `.plan-monitor-${host}-${gone}-${id}.tmp.before`];
    const kept = [`.plan-monitor-${host}-${process.pid}-${id}.tmp`, `.plan-monitor-${other}-${gone}-${id}.tmp`];
    const others = [".plan-monitor-notes.tmp", "a.tmp", `.plan-monitor-${id}.tmp.xlsx`];
    const old = [`.plan-monitor-${id}.tmp`, `.plan-monitor-${other}-1-${id}.tmp`];
    for (const name of [...left, ...kept, ...others, ...old]) writeFileSync(join(folder, name), "");
    const aWeekAgo = Date.now() / 1000 - 7 * 86_400;
    for (const name of [...old, ...others]) utimesSync(join(folder, name), aWeekAgo, aWeekAgo);
    await writeFiles([{ path: join(folder, "a.xlsx"), make: () => bytes("a") }], { mayReplace: false });
    expect(filesIn(folder)).toEqual([...kept, ...others, "a.xlsx"].sort());
  });

  it("writes a file portion by portion, and leaves nothing where one cannot be made", async () => {
    const folder = room();
    async function* portions(isWhole: boolean): AsyncGenerator<Uint8Array> {
      yield bytes("one ");
      yield await Promise.resolve(bytes("two"));
      if (!isWhole) throw new RangeError("no third");
    }
    await writeFiles([{ path: join(folder, "a.csv"), make: () => portions(true) }], { mayReplace: false });
    const broken = [{ path: join(folder, "b.csv"), make: () => portions(false) }];
    await expect(writeFiles(broken, { mayReplace: false })).rejects.toThrow(RangeError);
    expect(filesIn(folder)).toEqual(["a.csv"]);
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("one two");
  });

  it("makes nothing where a place is taken", async () => {
    const folder = room();
    writeFileSync(join(folder, "b.xlsx"), "mine");
    let isMade = false;
    const make = (): Uint8Array => {
      isMade = true;
      return bytes("");
    };
    const outputs = ["a.xlsx", "b.xlsx"].map((name) => ({ path: join(folder, name), make }));
    await expect(writeFiles(outputs, { mayReplace: false })).rejects.toThrow(CannotBeDone);
    expect(isMade).toBe(false);
    expect(filesIn(folder)).toEqual(["b.xlsx"]);
  });

  const posix = process.platform === "win32" ? it.skip : it;

  posix("keeps the rights of the file it replaces, and the link that leads to it", async () => {
    const folder = room();
    const [file, link] = [join(folder, "file.xlsx"), join(folder, "link.xlsx")];
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    await writeFiles([{ path: link, make: () => bytes("new") }], { mayReplace: true });
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readFileSync(link, "utf8")).toBe("new");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  posix("leaves nothing half-written when it is stopped in the middle", async () => {
    const folder = room();
    const code = await interrupt(["sample", "-o", "made"], folder, () => filesIn(folder).some(isTemporary));
    expect(code).toBe(143);
    expect(filesIn(folder).filter((file) => /\.(?:tmp|xlsx)$/.test(file))).toEqual([]);
  });

  posix("never replaces what is no regular file", async () => {
    const outputs = [{ path: "/dev/null", make: () => bytes("x") }];
    await expect(writeFiles(outputs, { mayReplace: true })).rejects.toThrow(CannotBeDone);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});
