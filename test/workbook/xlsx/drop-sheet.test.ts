import { describe, expect, it } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Edit } from "../../../src/core/edit";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { itWithValidator } from "../../proof/tools";
import { validate } from "../../tools/validator";
import { contractBlueprint } from "../contract-book";
import { changedEntries, linkedBook, partOf, patched, refusalOf } from "./patching";
import { snapshotOf } from "./plain-snapshot";

const book = "xl/workbook.xml";

function drop(bytes: Uint8Array, sheet: string): Edit {
  const found = snapshotOf(bytes).sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(sheet);
  return { kind: "drop-sheet", sheet, expect: found.rows };
}

/** The contract's workbook, each of its sheets with a print area, with the second tab in front. */
async function printed(): Promise<Uint8Array> {
  const area = { top: 0, left: 0, bottom: 5, right: 2 };
  const sheets = contractBlueprint.sheets.map((sheet) => ({ ...sheet, print: { ...sheet.print, area } }));
  const parts = unzipSync(await writeWorkbook({ ...contractBlueprint, sheets }));
  const xml = strFromU8(parts[book] ?? new Uint8Array());
  const shown = xml.replace(/<workbookView[^>]*\/>/, '<workbookView activeTab="2" firstSheet="1"/>');
  expect(shown).not.toBe(xml);
  return zipSync({ ...parts, [book]: strToU8(shown) });
}

describe("a sheet that is taken out of a file", () => {
  it("[ED5] leaves every other part as it is", async () => {
    const before = await printed();
    const after = await patched(before, [drop(before, "Tổng hợp")]);
    expect(changedEntries(before, after).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      book,
      "xl/worksheets/sheet3.xml",
    ]);
    expect(snapshotOf(after).sheets.map(({ name }) => name)).toEqual(["Bìa", "Số liệu", "Ẩn"]);
  });

  it("takes its own names along, and what counts sheets counts the others as before", async () => {
    const before = await printed();
    const after = await patched(before, [drop(before, "Tổng hợp"), drop(before, "Bìa")]);
    const xml = partOf(after, book);
    const areas = [...xml.matchAll(/localSheetId="(\d)"[^>]*>([^<]*)</g)].map(([, sheet, of]) => [sheet, of]);
    expect(areas).toEqual([
      ["0", "'Số liệu'!$A$1:$C$6"],
      ["1", "'Ẩn'!$A$1:$C$6"],
    ]);
    expect([...snapshotOf(after).names.keys()]).toEqual(["pm_total"]);
    // The sheet that was in front is gone: the one beside it that can be seen is shown.
    expect(/<workbookView[^>]*>/.exec(xml)?.[0]).toBe('<workbookView activeTab="0" firstSheet="0"/>');
  });

  it("leaves no list of names that is empty", async () => {
    const sheet = contractBlueprint.sheets[0];
    if (!sheet) throw new Error("no sheet");
    const other = { ...sheet, name: "Khác" };
    const before = await writeWorkbook({
      ...contractBlueprint,
      sheets: [sheet, other],
      names: contractBlueprint.names.slice(0, 1),
    });
    expect(partOf(await patched(before, [drop(before, "Bìa")]), book)).not.toContain("definedNames");
  });

  it("stays where another part leans on it, and where it was made by others", async () => {
    const bytes = linkedBook();
    expect(await refusalOf(bytes, [drop(bytes, "Biểu 1")])).toMatchObject({ reason: "sheet-is-needed" });
    const without = await patched(bytes, [drop(bytes, "Tổng hợp")]);
    expect(snapshotOf(without).sheets.map(({ name }) => name)).toEqual(["Biểu 1", "Ẩn"]);
  });

  itWithValidator("leaves a workbook as Excel wants it", async () => {
    const [one, other] = [await printed(), linkedBook()];
    const books = [
      await patched(one, [drop(one, "Tổng hợp"), drop(one, "Bìa")]),
      await patched(other, [drop(other, "Tổng hợp")]),
    ];
    expect(await validate(books.slice(0, 1))).toEqual([]);
    // Others' faults stay theirs.
    expect(await validate(books)).toEqual(await validate([one, other]));
  });
});
