import { describe, expect, it } from "@jest/globals";
import type { NewBook } from "../../src/workbook/workbook";
import { savingOn, type FileHandle } from "../../src/workbench/save-file";

const bytes = new Uint8Array([80, 75]);

function handleOf(name: string, written: Uint8Array[]): FileHandle {
  const write = (part: Uint8Array): Promise<void> => Promise.resolve(void written.push(part));
  return { name, createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }) };
}

describe("saving", () => {
  it("hands the file over as a download where the browser has no dialog", async () => {
    const given: NewBook[] = [];
    const save = savingOn({ pick: null, download: (file) => void given.push(file) });
    expect(await save({ name: "a.xlsx", bytes, to: null })).toEqual({ name: "a.xlsx", handle: null });
    expect(given).toEqual([{ fileName: "a.xlsx", bytes }]);
  });

  it("asks where to once, and writes the same file from then on", async () => {
    const written: Uint8Array[] = [];
    let asked = 0;
    const pick = (): Promise<FileHandle> => {
      asked += 1;
      return Promise.resolve(handleOf("b.xlsx", written));
    };
    const save = savingOn({ pick, download: () => undefined });
    const to = await save({ name: "a.xlsx", bytes, to: null });
    expect(to?.name).toBe("b.xlsx");
    await save({ name: "b.xlsx", bytes, to });
    expect([asked, written]).toEqual([1, [bytes, bytes]]);
  });

  it("tells a person who thinks better of it from a disk that refuses", async () => {
    const refuse = (name: string) =>
      savingOn({ pick: () => Promise.reject(new DOMException("", name)), download: () => undefined });
    expect(await refuse("AbortError")({ name: "a.xlsx", bytes, to: null })).toBeNull();
    await expect(refuse("NotAllowedError")({ name: "a.xlsx", bytes, to: null })).rejects.toThrow();
  });
});
