import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { contentAt, isRefusal } from "../../src/core/apply-edits";
import { fromA1, type CellValue } from "../../src/core/cell";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { checkShape, consolidateShape, parsed, sealShape } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();
const sealField = { sheet: "Bìa", cell: "C18" };

function bytes(file: string): Uint8Array {
  return readFileSync(join(room, file));
}

function snapshot(file: string): Snapshot {
  const outcome = readSnapshot("", bytes(file));
  if (isUnreadable(outcome)) throw new Error(outcome.reason);
  return outcome;
}

/** A copy of a file with something else in one cell. */
async function typeOver(file: string, to: string, [place, value]: readonly [place: string, value: CellValue]) {
  const [sheet = "", cell = ""] = place.split("!");
  const position = fromA1(cell);
  const found = snapshot(file).sheets.find(({ name }) => name === sheet);
  if (!position || !found) throw new Error(place);
  const expect = contentAt(found, position);
  const patched = await patchWorkbook(bytes(file), [{ at: { sheet, cell }, expect, put: { value } }]);
  if (isRefusal(patched)) throw new Error(patched.reason);
  writeFileSync(join(room, to), patched.bytes);
}

async function seal(...parameters: readonly string[]) {
  const { code, stdout } = await run(["seal", "--json", "--on", "2022-06-18", ...parameters], room);
  return { code, ...parsed(sealShape, stdout) };
}

async function found(...parameters: readonly string[]) {
  const { stdout } = await run(["check", "--json", "--on", "2022-06-30", ...parameters], room);
  return parsed(checkShape, stdout).files.flatMap(({ findings }) => findings);
}

/** The cell of an element's figure of this period. */
function cellOf(file: string, code: string): string {
  const sheet = snapshot(file).sheets.find(({ name }) => name === "Số liệu");
  const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === code)?.[0];
  if (row === undefined) throw new Error(code);
  return `Số liệu!F${row + 1}`;
}

beforeAll(async () => {
  await writeSample(join(room, "clean.xlsx"), { unit: "04063" });
  await seal("clean.xlsx", "-o", "sealed.xlsx");
});

describe("seal", () => {
  it("[SE1] writes the day, the version of the rules and the digest, after which nothing is found", async () => {
    const { code, file, sealed, findings } = await seal("clean.xlsx", "-o", "again.xlsx");
    expect({ code, file, findings }).toEqual({ code: 0, file: "again.xlsx", findings: [] });
    expect(sealed).toMatchObject({ on: "2022-06-18", rules: 1 });
    expect(snapshot("again.xlsx").names.get("pm_seal")).toEqual(sealField);
    const position = fromA1(sealField.cell) ?? { row: 0, column: 0 };
    const sheet = snapshot("again.xlsx").sheets.find(({ name }) => name === sealField.sheet);
    expect(sheet && contentAt(sheet, position)).toEqual({
      value: `Chốt ngày 18/06/2022 · bộ quy tắc 1 · SHA-256 ${sealed?.digest ?? ""}`,
    });
    expect(await found("again.xlsx")).toEqual([]);
  });

  it("[SE1] [ED5] changes no other cell, and no other part of the file but the workbook's wish to compute anew", () => {
    const [before, after] = [unzipSync(bytes("clean.xlsx")), unzipSync(bytes("sealed.xlsx"))];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.entries(after).filter(([name, part]) => !Buffer.from(part).equals(before[name] ?? part));
    const names = changed.map(([name]) => name);
    expect(names.filter((name) => name !== "xl/workbook.xml")).toEqual(["xl/worksheets/sheet1.xml"]);
    const workbook = (parts: typeof before) => strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    const withoutWish = (xml: string) => xml.replace(/<calcPr[^>]*>/, "");
    expect(withoutWish(workbook(after))).toBe(withoutWish(workbook(before)));
    const cell = /<c r="C18"[^>]*?(?:\/>|>.*?<\/c>)/s;
    const sheet = (parts: typeof before) => strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet(after)).toMatch(cell);
    expect(sheet(after).replace(cell, "")).toBe(sheet(before).replace(cell, ""));
  });

  it("[ED4] done again on the same day changes nothing, byte for byte", async () => {
    expect((await seal("sealed.xlsx", "-o", "twice.xlsx")).code).toBe(0);
    expect(Buffer.from(bytes("twice.xlsx")).equals(bytes("sealed.xlsx"))).toBe(true);
  });

  it("[SE1] a figure changed afterwards is found by check, and sealing again is for the better", async () => {
    await typeOver("sealed.xlsx", "changed.xlsx", [cellOf("sealed.xlsx", "S41"), 1583]);
    await run(["compute", "changed.xlsx", "-o", "changed.xlsx", "--force"], room);
    const findings = await found("changed.xlsx");
    expect(findings).toMatchObject([
      { rule: "sealed-report-is-unchanged", severity: "error", ...sealField, facts: { on: "2022-06-18" } },
    ]);
    const { sealed } = await seal("changed.xlsx", "-o", "anew.xlsx");
    const { sealed: first } = await seal("clean.xlsx", "-o", "first.xlsx");
    expect(sealed?.digest).not.toBe(first?.digest);
    expect(await found("anew.xlsx")).toEqual([]);
  });

  it("[SE1] errors stand in the way: they are listed, and nothing is written", async () => {
    await typeOver("clean.xlsx", "faulty.xlsx", [cellOf("clean.xlsx", "S41"), "nhiều"]);
    const before = filesIn(room);
    const outcome = await seal("faulty.xlsx", "-o", "out.xlsx");
    expect(outcome).toMatchObject({ code: 1, file: null, sealed: null });
    expect(outcome.findings.map(({ rule }) => rule)).toContain("figure-is-a-number");
    const { code, stdout, stderr } = await run(["seal", "faulty.xlsx", "-o", "out.xlsx"], room);
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/S41/);
    expect(stdout + stderr).toMatch(/Chưa chốt: sửa hết lỗi/);
    expect(filesIn(room)).toEqual(before);
  });

  it.each([
    ["vi", /không chứng tỏ ai gửi; đây không phải là chữ ký/],
    ["en", /not who sent it; it is no signature/],
  ])("[SE2] says what a seal does not prove (%s)", async (language, words) => {
    const { stdout } = await run(["seal", "clean.xlsx", "-o", `${language}.xlsx`, "--lang", language], room);
    expect(stdout).toMatch(words);
    expect((await run(["seal", "--help", "--lang", language], room)).stdout).toMatch(/chữ ký|signature/);
  });

  it("[SE2] on the screen of a report that changed, too", async () => {
    await typeOver("sealed.xlsx", "other.xlsx", [cellOf("sealed.xlsx", "S41"), 1001]);
    expect((await run(["check", "other.xlsx"], room)).stdout).toMatch(/không phải là chữ ký/);
  });

  it("is done on today's day where none is named", async () => {
    const { stdout } = await run(["seal", "clean.xlsx", "-o", "today.xlsx", "--json"], room);
    const day = parsed(sealShape, stdout).sealed?.on ?? "";
    expect(Math.abs(Date.parse(day) - Date.now())).toBeLessThan(3 * 86_400_000);
  });

  it("works in place where replacing is asked for, and not otherwise", async () => {
    writeFileSync(join(room, "in-place.xlsx"), bytes("clean.xlsx"));
    const parameters = ["seal", "in-place.xlsx", "-o", "in-place.xlsx", "--on", "2022-06-18"];
    expect((await run(parameters, room)).code).toBe(2);
    expect((await run([...parameters, "--force"], room)).code).toBe(0);
    expect(Buffer.from(bytes("in-place.xlsx")).equals(bytes("sealed.xlsx"))).toBe(true);
  });

  it("of a summary, of nobody's report and of no report at all says so, and writes nothing", async () => {
    await run(["consolidate", "sealed.xlsx", "-o", "summary.xlsx"], room);
    await typeOver("clean.xlsx", "nobodys.xlsx", ["Bìa!C8", "99999"]);
    writeFileSync(join(room, "empty.xlsx"), "");
    const before = filesIn(room);
    const said = async (file: string) => {
      const { code, stdout, stderr } = await run(["seal", file, "-o", "out.xlsx"], room);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr;
    };
    expect(await said("summary.xlsx")).toMatch(/là biểu tổng hợp; chỉ chốt báo cáo của từng đơn vị/);
    expect(await said("nobodys.xlsx")).toMatch(/chưa rõ là của đơn vị nào/);
    expect(await said("empty.xlsx")).toMatch(/empty\.xlsx/);
    expect(await said("nowhere.xlsx")).toMatch(/nowhere\.xlsx/);
    expect(filesIn(room)).toEqual(before);
  });

  it("[SE1] is seen when reports are laid together", async () => {
    const { stdout } = await run(["consolidate", "sealed.xlsx", "-o", "with-seal.xlsx", "--json"], room);
    const { units } = parsed(consolidateShape, stdout);
    expect(units.filter(({ sealedOn }) => sealedOn !== null)).toMatchObject([
      { code: "04063", sealedOn: "2022-06-18" },
    ]);
    const shown = await run(["consolidate", "sealed.xlsx", "-o", "with-seal.xlsx", "--force"], room);
    expect(shown.stdout).toMatch(/04063.*đã chốt/);
  });
});
