import { beforeAll, describe, expect, it } from "@jest/globals";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkShape, parsed } from "./json-shapes";
import { makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();
const badWords = /undefined|NaN|Infinity|\[object/;

beforeAll(async () => {
  await writeSample(join(room, "reports/a.xlsx"), { unit: "04063" });
  await writeSample(join(room, "reports/b.xlsx"), {
    unit: "04066",
    changes: { "elements/S05/actual": null, "elements/S01/actual": "1.710", "elements/S30/actual": 10.98 },
  });
  await writeSample(join(room, "reports/c.XLSX"), { unit: "124" });
  writeFileSync(join(room, "reports/~$a.xlsx"), "lock");
  writeFileSync(join(room, "reports/.~lock.a.xlsx#"), "lock");
  writeFileSync(join(room, "reports/notes.txt"), "notes");
  mkdirSync(join(room, "reports/deeper"));
  copyFileSync(join(room, "reports/a.xlsx"), join(room, "reports/deeper/d.xlsx"));
  mkdirSync(join(room, "empty"));
});

describe("check", () => {
  it("of a clean report ends with 0", async () => {
    const { code, stdout, stderr } = await run(["check", "reports/a.xlsx"], room);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Xã Chiềng Đông, 6 tháng đầu năm 2022: không có lỗi/);
    expect(stdout).toMatch(/1 tệp, đều không có lỗi\./);
  });

  it("of a report with errors says what, where, why and what to do, and ends with 1", async () => {
    const vietnamese = await run(["check", "reports"], room);
    const english = await run(["check", "reports", "--lang", "en"], room);
    expect(vietnamese.code).toBe(1);
    expect(vietnamese.stdout).toMatch(/✖ F13 {2}.*“Dân số” \(S05\)/);
    expect(vietnamese.stdout).toMatch(/Vì sao: .+\n +Cần làm: .+/);
    expect(english.code).toBe(1);
    expect(english.stdout).toMatch(/✖ F13 {2}.*\(S05\)/);
    expect(english.stdout).toMatch(/Why: .+\n +To do: .+/);
    expect(vietnamese.stdout + english.stdout).not.toMatch(badWords);
  });

  it("gives JSON of the fixed shape and nothing else on standard output", async () => {
    const { code, stdout, stderr } = await run(["check", "reports", "--json"], room);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const { files } = parsed(checkShape, stdout);
    expect(files.map(({ file, unit, period, outcome }) => [file, unit, period, outcome])).toEqual([
      ["reports/a.xlsx", "04063", "2022-H1", "ok"],
      ["reports/b.xlsx", "04066", "2022-H1", "errors"],
      ["reports/c.XLSX", "124", "2022-H1", "ok"],
    ]);
    const places = files[1]?.findings.map(({ rule, sheet, cell, code: row }) => [rule, sheet, cell, row]);
    expect(places).toEqual(
      expect.arrayContaining([
        ["figure-is-present", "Số liệu", "F13", "S05"],
        ["number-is-not-text", "Số liệu", "F9", "S01"],
        ["count-is-whole", "Số liệu", "F38", "S30"],
      ]),
    );
    expect(files[1]?.counts.error).toBe(files[1]?.findings.length);
    expect(files[0]?.indicators.find(({ code: indicator }) => indicator === "C01")).toMatchObject({ target: 3 });
    expect(files[2]?.indicators.map(({ code: indicator }) => indicator)).toEqual(["C12"]);
  });

  it("says the same of the same files, however they are named and in whatever order", async () => {
    const inOrder = await run(["check", "reports/a.xlsx", "reports/b.xlsx", "reports/c.XLSX", "--json"], room);
    const others = [
      ["reports"],
      ["reports/"],
      ["reports/c.XLSX", "reports/a.xlsx", "./reports/b.xlsx"],
      ["reports/*.xlsx", "reports/c.XLSX"],
      ["reports/{b,a}.xlsx", "reports", "reports/a.xlsx"],
    ];
    for (const given of others) expect(await run(["check", ...given, "--json"], room)).toEqual(inOrder);
  });

  it("looks into deeper folders only where a pattern says so", async () => {
    const { stdout } = await run(["check", "reports/**/*.xlsx", "--json"], room);
    const files = parsed(checkShape, stdout).files.map(({ file }) => file);
    expect(files).toEqual(["reports/a.xlsx", "reports/b.xlsx", "reports/deeper/d.xlsx"]);
  });

  it("with --quiet prints errors only", async () => {
    expect(await run(["check", "reports/a.xlsx", "--quiet"], room)).toEqual({ code: 0, stdout: "", stderr: "" });
    const { stdout } = await run(["check", "reports", "--quiet"], room);
    expect(stdout).toContain("reports/b.xlsx");
    expect(stdout).not.toContain("reports/a.xlsx");
  });

  it.each(["empty", "nowhere.xlsx", "reports/*.xls"])("of nothing that is there (%s) ends with 2", async (given) => {
    const { code, stdout, stderr } = await run(["check", given, "--json"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Không đọc được tệp nào/);
    const [file, ...others] = parsed(checkShape, stdout).files;
    expect(others).toEqual([]);
    expect(file).toMatchObject({ outcome: "unreadable", findings: [{ rule: "file-is-a-workbook" }] });
  });

  it("of a file that is there and one that is not checks the one and names the other", async () => {
    const { code, stdout } = await run(["check", "reports/a.xlsx", "nowhere.xlsx", "--json"], room);
    expect(code).toBe(1);
    expect(parsed(checkShape, stdout).files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ["nowhere.xlsx", "unreadable"],
      ["reports/a.xlsx", "ok"],
    ]);
  });

  it("shows foreign text without letting it steer the terminal", async () => {
    const escape = String.fromCharCode(27);
    await writeSample(join(room, "steer.xlsx"), {
      unit: "04063",
      changes: { "elements/S05/actual": `một${escape}[2J\nhai\u202Eba` },
    });
    const { stdout } = await run(["check", "steer.xlsx"], room);
    expect(stdout).toContain("một");
    expect(stdout).not.toMatch(new RegExp(`[${escape}\u202E]`));
  });
});
