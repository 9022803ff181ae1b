import { describe, expect, it } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue } from "../../../src/core/cell";
import type { CellEdit } from "../../../src/core/edit";
import { itWithValidator } from "../../proof/tools";
import { validate } from "../../tools/validator";
import { changedEntries, linkedBook, partOf, patched, refusalOf } from "./patching";
import { cellsIn } from "./plain-snapshot";

const book = linkedBook();
const part = "xl/tables/table1.xml";
const sheet = "xl/worksheets/sheet1.xml";

/** Something put into a cell of "Biểu 1", whose block A1:D4 is a table. */
function put(cell: string, value: CellValue, formula?: string): CellEdit {
  const expected = cellsIn(book)[cell];
  return {
    at: { sheet: "Biểu 1", cell },
    expect: { value: expected?.value ?? null },
    put: formula === undefined ? { value } : { value, formula },
  };
}

function columnsOf(bytes: Uint8Array): string[] {
  return [...partOf(bytes, part).matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name = ""]) => name);
}

/** The book with its table changed. */
function withTable(change: (xml: string) => string): Uint8Array {
  const changed = change(partOf(book, part));
  if (changed === partOf(book, part)) throw new Error("The table is not as it was thought.");
  return zipSync({ ...unzipSync(book), [part]: strToU8(changed) });
}

describe("a table's header", () => {
  it("gives its column the name that it has now, and nothing else changes", async () => {
    const after = await patched(book, [put("B1", "Số hộ & “khẩu”\n_x000A_")]);
    expect(columnsOf(after)).toEqual(["Xã", "Số hộ &amp; “khẩu”_x000a__x005F_x000A_", "Nghèo", "Tỉ lệ"]);
    const others = changedEntries(book, after).filter((name) => name !== "xl/workbook.xml");
    expect(others.sort()).toEqual([part, sheet]);
  });

  it("may change places with another one", async () => {
    const after = await patched(book, [put("B1", "Nghèo"), put("C1", "Hộ")]);
    expect(columnsOf(after)).toEqual(["Xã", "Nghèo", "Hộ", "Tỉ lệ"]);
  });

  it.each<[string, CellEdit]>([
    ["a number", put("B1", 2022)],
    ["nothing", put("B1", null)],
    ["a formula", put("B1", "Hộ mới", '"Hộ mới"')],
    ["what another header says", put("B1", "nghèo")],
  ])("[ED2] does not become %s", async (_, edit) => {
    expect(await refusalOf(book, [put("F6", 1), edit])).toMatchObject({ at: edit.at, reason: "read-back-differs" });
  });

  it("[ED2] stays where formulas speak of the table by its columns", async () => {
    const spoken = withTable((xml) =>
      xml.replace(
        '<tableColumn id="4" name="Tỉ lệ"/>',
        '<tableColumn id="4" name="Tỉ lệ"><calculatedColumnFormula>Bang1[[#This Row],[Hộ]]</calculatedColumnFormula></tableColumn>',
      ),
    );
    expect(await refusalOf(spoken, [put("B1", "Số hộ")])).toMatchObject({ at: { cell: "B1" } });
    expect(changedEntries(spoken, await patched(spoken, [put("B2", 11)]))).not.toContain(part);
  });

  it("[ED5] is none where the table shows none, nor are the cells around it", async () => {
    const headless = withTable((xml) => xml.replace('headerRowCount="1"', 'headerRowCount="0"'));
    expect(changedEntries(headless, await patched(headless, [put("B1", 5)]))).not.toContain(part);
    expect(changedEntries(book, await patched(book, [put("A2", "Chiềng"), put("F1", 7)]))).not.toContain(part);
  });

  itWithValidator("leaves a file in which the Open XML SDK finds no fault", async () => {
    const after = await patched(book, [put("B1", "Số hộ\nkhẩu")]);
    expect((await validate([after])).length).toBeLessThanOrEqual((await validate([book])).length);
  });
});
