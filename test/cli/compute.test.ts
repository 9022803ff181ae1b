import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentAt, isRefusal } from "../../src/core/apply-edits";
import { fromA1, type CellValue } from "../../src/core/cell";
import type { Snapshot } from "../../src/core/snapshot";
import { isUnreadable } from "../../src/core/snapshot";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { checkShape, computeShape, parsed } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

function snapshot(file: string): Snapshot {
  const outcome = readSnapshot("", readFileSync(join(room, file)));
  if (isUnreadable(outcome)) throw new Error(outcome.reason);
  return outcome;
}

/** A copy of a file with these cells ("Số liệu!F9") typed over, as an official would, formulas and all. */
async function typeOver(file: string, to: string, cells: Readonly<Record<string, CellValue>>): Promise<void> {
  const before = snapshot(file);
  const edits = Object.entries(cells).map(([place, value]) => {
    const [sheet = "", cell = ""] = place.split("!");
    const position = fromA1(cell);
    const found = before.sheets.find(({ name }) => name === sheet);
    if (!position || !found) throw new Error(place);
    return { at: { sheet, cell }, expect: contentAt(found, position), put: { value } };
  });
  const patched = await patchWorkbook(readFileSync(join(room, file)), edits);
  if (isRefusal(patched)) throw new Error(patched.reason);
  writeFileSync(join(room, to), patched.bytes);
}

async function compute(...parameters: readonly string[]) {
  const { code, stdout } = await run(["compute", "--json", ...parameters], room);
  return { code, ...parsed(computeShape, stdout) };
}

beforeAll(async () => {
  await writeSample(join(room, "clean.xlsx"), { unit: "04063" });
  await typeOver("clean.xlsx", "spoiled.xlsx", { "Hộ nghèo!L11": 999, "Chỉ tiêu!I10": null, "Chỉ tiêu!H11": 50 });
});

describe("compute", () => {
  it("leaves a right file as it is, byte for byte", async () => {
    const { code, changed } = await compute("clean.xlsx", "-o", "same.xlsx");
    expect({ code, changed }).toEqual({ code: 0, changed: [] });
    expect(readFileSync(join(room, "same.xlsx")).equals(readFileSync(join(room, "clean.xlsx")))).toBe(true);
  });

  it("puts typed-over cells right, formula and value, and touches nothing else", async () => {
    const { code, changed } = await compute("spoiled.xlsx", "-o", "mended.xlsx");
    expect(code).toBe(0);
    expect(changed.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual([
      "Chỉ tiêu!H11",
      "Chỉ tiêu!I10",
      "Hộ nghèo!L11",
    ]);
    expect(snapshot("mended.xlsx").sheets).toEqual(snapshot("clean.xlsx").sheets);
    const { stdout } = await run(["check", "mended.xlsx", "--json"], room);
    expect(parsed(checkShape, stdout).files[0]?.findings).toEqual([]);
  });

  it("[ED4] done again changes nothing", async () => {
    await compute("spoiled.xlsx", "-o", "once.xlsx");
    expect((await compute("once.xlsx", "-o", "twice.xlsx")).changed).toEqual([]);
  });

  it("brings stored values up to date after figures have changed", async () => {
    await writeSample(join(room, "wanted.xlsx"), { unit: "04063", changes: { "elements/S41/actual": 1000 } });
    const at = snapshot("clean.xlsx").sheets.find(({ name }) => name === "Số liệu");
    const row = [...(at?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === "S41")?.[0] ?? 0;
    await typeOver("clean.xlsx", "changed.xlsx", { [`Số liệu!F${row + 1}`]: 1000 });
    await compute("changed.xlsx", "-o", "current.xlsx");
    expect(snapshot("current.xlsx").sheets).toEqual(snapshot("wanted.xlsx").sheets);
  });

  it("works in place where replacing is asked for, and not otherwise", async () => {
    writeFileSync(join(room, "in-place.xlsx"), readFileSync(join(room, "spoiled.xlsx")));
    expect((await run(["compute", "in-place.xlsx", "-o", "in-place.xlsx"], room)).code).toBe(2);
    expect(readFileSync(join(room, "in-place.xlsx")).equals(readFileSync(join(room, "spoiled.xlsx")))).toBe(true);
    const { code, stdout } = await run(["compute", "in-place.xlsx", "-o", "in-place.xlsx", "--force"], room);
    expect(code).toBe(0);
    expect(stdout).toContain("Đã viết lại 3 ô công thức.");
    expect(snapshot("in-place.xlsx").sheets).toEqual(snapshot("clean.xlsx").sheets);
  });

  it("of a report of no unit or period says so, and writes nothing", async () => {
    await typeOver("clean.xlsx", "nobodys.xlsx", { "Bìa!C8": "99999" });
    const before = filesIn(room);
    const { code, stderr } = await run(["compute", "nobodys.xlsx", "-o", "out.xlsx"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/"nobodys\.xlsx" chưa rõ là của đơn vị nào/);
    expect(filesIn(room)).toEqual(before);
  });

  it("of a summary says how summaries are made again", async () => {
    await run(["consolidate", "clean.xlsx", "-o", "summary.xlsx"], room);
    const { code, stderr } = await run(["compute", "summary.xlsx", "-o", "out.xlsx"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/là biểu tổng hợp/);
  });
});
