import { describe, expect, it } from "@jest/globals";
import type { SheetBlueprint } from "../../src/core/blueprint";
import { isRefusal } from "../../src/core/apply-edits";
import { isReserved } from "../../src/workbook/reserved-sheets";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { isUnreadable } from "../../src/core/snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { contractBlueprint, newSheet, put, putSheet } from "./contract-book";

const kept: SheetBlueprint = { ...newSheet("pm_undo_1"), visibility: "very-hidden" };
const [cover, ...others] = contractBlueprint.sheets;
const withKept = { ...contractBlueprint, sheets: [...(cover ? [cover] : []), kept, ...others] };

function namesIn(bytes: Uint8Array): string[] {
  const outcome = readSnapshot("a.xlsx", bytes);
  if (isUnreadable(outcome)) throw new Error(outcome.detail);
  return outcome.sheets.map(({ name }) => name);
}

describe("sheets that wait for undo", () => {
  it("are no part of what a file says", async () => {
    expect(namesIn(await writeWorkbook(withKept))).toEqual(["Bìa", "Số liệu", "Tổng hợp", "Ẩn"]);
  });

  it("are read where a person made one in sight", async () => {
    const seen: SheetBlueprint = { ...kept, visibility: "visible" };
    expect(namesIn(await writeWorkbook({ ...contractBlueprint, sheets: [seen] }))).toEqual(["pm_undo_1"]);
  });

  it("stand in nobody's way when the file is mended or gets a sheet", async () => {
    const edits = [put("Số liệu", "C3", 1), putSheet(newSheet("Mới"), { after: "Tổng hợp" })];
    const outcome = await patchWorkbook(await writeWorkbook(withKept), edits);
    expect(isRefusal(outcome) ? outcome : namesIn(outcome.bytes)).toEqual(["Bìa", "Số liệu", "Tổng hợp", "Mới", "Ẩn"]);
  });

  it.each([
    ["pm_undo_1", true],
    ["PM_UNDO_gone_2", true],
    ["pm_plan", false],
    ["Bìa", false],
  ])("%s: %s", (name, expected) => {
    expect(isReserved(name)).toBe(expected);
  });
});
