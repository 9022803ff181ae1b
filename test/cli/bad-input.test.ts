import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Blueprint } from "../../src/core/blueprint";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { checkShape, failureShape, parsed } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

/** A compound file (OLE2) with these names in its directory. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of names.entries()) bytes.set(Buffer.from(name, "utf16le"), 512 + 128 * index);
  return bytes;
}

const shoppingList: Blueprint = {
  title: "Danh sách",
  names: [],
  sheets: [
    {
      name: "Danh sách",
      visibility: "visible",
      columns: [{ width: 20 }],
      rows: new Map(),
      cells: [{ row: 0, column: 0, value: "gạo", look: {} }],
      merges: [],
      lists: [],
      inputs: [],
      conditions: [],
      isProtected: false,
      print: { orientation: "portrait", fitsWidth: true },
    },
  ],
};

const files: readonly (readonly [file: string, vietnamese: RegExp, english: RegExp])[] = [
  ["empty.xlsx", /Tệp rỗng/, /is empty/],
  ["text.xlsx", /Tệp là văn bản/, /is text/],
  ["old.xlsx", /\.xls đời cũ/, /old \.xls/],
  ["locked.xlsx", /mật khẩu/, /password/],
  ["truncated.xlsx", /bị hỏng/, /damaged/],
  ["other.xlsx", /không phải biểu báo cáo chuẩn/, /no standard report/],
  ["nowhere.xlsx", /Không tìm thấy tệp/, /not found/],
];

beforeAll(async () => {
  await writeSample(join(room, "good.xlsx"), { unit: "04063" });
  const good = readFileSync(join(room, "good.xlsx"));
  writeFileSync(join(room, "empty.xlsx"), "");
  writeFileSync(join(room, "text.xlsx"), "xã,hộ nghèo\nChiềng Đông,418\n");
  writeFileSync(join(room, "old.xlsx"), compoundFile("Root Entry", "Workbook"));
  writeFileSync(join(room, "locked.xlsx"), compoundFile("Root Entry", "EncryptionInfo", "EncryptedPackage"));
  writeFileSync(join(room, "truncated.xlsx"), good.subarray(0, good.length / 2));
  writeFileSync(join(room, "other.xlsx"), await writeWorkbook(shoppingList));
  writeFileSync(join(room, "file.txt"), "a regular file");
});

describe("a file that is no report", () => {
  it.each(files)("[RD8] %s: check says so in both languages", async (file, vietnamese, english) => {
    const inVietnamese = await run(["check", file], room);
    const inEnglish = await run(["check", file, "--lang", "en"], room);
    const code = file === "nowhere.xlsx" ? 2 : 1;
    expect(inVietnamese).toMatchObject({ code, stdout: expect.stringMatching(vietnamese) });
    expect(inEnglish).toMatchObject({ code, stdout: expect.stringMatching(english) });
    const { stdout } = await run(["check", file, "--json"], room);
    const [only] = parsed(checkShape, stdout).files;
    expect(only).toMatchObject({ outcome: "unreadable", unit: null, period: null, indicators: [] });
    expect(only?.counts.error).toBe(1);
  });

  const doings: readonly (readonly [doing: string, parameters: (file: string) => string[]])[] = [
    ["consolidate", (file) => ["consolidate", file, "-o", "out.xlsx"]],
    ["compute", (file) => ["compute", file, "-o", "out.xlsx"]],
    ["form --from", (file) => ["form", "--unit", "04063", "--period", "2022-Y", "--from", file, "-o", "out.xlsx"]],
    ["consolidate --update", (file) => ["consolidate", "good.xlsx", "--update", file, "-o", "out.xlsx"]],
    ["trace", (file) => ["trace", file, "S01"]],
  ];

  it.each(doings)("[RD8] nothing is written by %s, and the sentence names the file", async (_, parameters) => {
    const before = filesIn(room);
    for (const [file] of files) {
      const { code, stdout, stderr } = await run([...parameters(file), "--lang", "en"], room);
      expect({ file, code, stdout }).toEqual({ file, code: 2, stdout: "" });
      expect(stderr).toContain(file);
      expect(stderr).not.toMatch(/undefined|NaN|\bat .+:\d+:\d+/);
    }
    expect(filesIn(room)).toEqual(before);
  });

  it("stands among others without keeping them from being consolidated, and is not passed over", async () => {
    const { code, stdout } = await run(["consolidate", "good.xlsx", "text.xlsx", "-o", "among.xlsx"], room);
    expect(code).toBe(1);
    expect(stdout).toMatch(/text\.xlsx\n +✖ Tệp là văn bản/);
    expect(filesIn(room)).toContain("among.xlsx");
  });
});

describe("a place that cannot be written", () => {
  const doings: readonly (readonly [doing: string, parameters: string[]])[] = [
    ["form", ["form", "--unit", "04063", "--period", "2022-H1"]],
    ["compute", ["compute", "good.xlsx"]],
    ["consolidate", ["consolidate", "good.xlsx"]],
  ];
  const places: readonly (readonly [place: string, output: string, vietnamese: RegExp])[] = [
    ["that is taken", "file.txt", /Đã có "file\.txt"\. .*--force/],
    ["that is a folder", ".", /là một thư mục/],
    ["below a regular file", "file.txt/out.xlsx", /"file\.txt" không phải là thư mục/],
    ["in no folder", "nowhere/out.xlsx", /Không có thư mục "nowhere"/],
  ];

  it.each(places)("%s", async (_, output, vietnamese) => {
    const before = filesIn(room);
    for (const [doing, parameters] of doings) {
      const { code, stdout, stderr } = await run([...parameters, "-o", output], room);
      expect({ doing, code, stdout }).toEqual({ doing, code: 2, stdout: "" });
      expect(stderr).toMatch(vietnamese);
    }
    expect(filesIn(room)).toEqual(before);
    expect(readFileSync(join(room, "file.txt"), "utf8")).toBe("a regular file");
  });

  it.each([
    ["form --all", ["form", "--all", "--period", "2022-H1"]],
    ["sample", ["sample"]],
  ])("the folder of %s is a file", async (_, parameters) => {
    const before = filesIn(room);
    const { code, stderr } = await run([...parameters, "-o", "file.txt"], room);
    expect(code).toBe(2);
    expect(stderr).toContain('"file.txt" không phải là thư mục');
    expect(filesIn(room)).toEqual(before);
  });
});

describe("a plan file", () => {
  it("that is not there", async () => {
    const { code, stderr } = await run(["check", "good.xlsx", "--plan", "nowhere.json"], room);
    expect(code).toBe(2);
    expect(stderr).toContain('Không đọc được tệp kế hoạch "nowhere.json"');
  });

  it("with faults names their paths and what was expected", async () => {
    writeFileSync(join(room, "plan.json"), JSON.stringify({ schema: 1, id: "x", year: "2022" }));
    const { code, stdout } = await run(["check", "good.xlsx", "--plan", "plan.json", "--json", "--lang", "en"], room);
    expect(code).toBe(2);
    expect(parsed(failureShape, stdout).error).toMatch(/year in the plan file: expected .+; it is "2022"/);
  });
});
