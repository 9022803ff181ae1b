import { describe, expect, it } from "@jest/globals";
import type { Snapshot } from "../../src/core/snapshot";
import { makeEngine } from "../../src/worker/make-engine";
import { lintWorkbook } from "../../src/workbook/xlsx/lint";
import { on, opened, planned, sampleFile, written } from "./live";

const engine = makeEngine();

function without(book: Snapshot, sheet: string): Snapshot {
  return { ...book, sheets: book.sheets.filter(({ name }) => name !== sheet) };
}

describe("the sheets of an operation, drawn", () => {
  it("are those that it puts, with blanks for the others that formulas name", async () => {
    const book = without(opened(sampleFile("2022-H1", "04063")), "Chỉ tiêu");
    const { operation } = planned(await engine.mendAll(book, on));
    const bytes = operation.drawn?.bytes ?? new Uint8Array();
    const drawn = opened({ name: "drawn.xlsx", bytes });
    expect(drawn.sheets.map(({ name, rows }) => [name, rows.size > 0])).toEqual([
      ["Chỉ tiêu", true],
      ["Số liệu", false],
    ]);
    expect(lintWorkbook(bytes)).toEqual([]);
    const whole = written(book, operation);
    const put = whole.sheets.find(({ name }) => name === "Chỉ tiêu");
    expect(drawn.sheets[0]?.rows).toEqual(put?.rows);
  });

  it("are none where only cells change", async () => {
    const book = opened(sampleFile("with-faults", "04084"));
    expect(planned(await engine.mendAll(book, on)).operation.drawn).toBeNull();
  });
});
