import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, contentAt, isRefusal } from "../../../src/core/apply-edits";
import type { CellValue } from "../../../src/core/cell";
import { toA1 } from "../../../src/core/cell";
import type { CellContent, CellEdit } from "../../../src/core/edit";
import type { Snapshot } from "../../../src/core/snapshot";
import { isUnreadable } from "../../../src/core/snapshot";
import { patchWorkbook } from "../../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { excelLike } from "./excel-like";

const bytes = excelLike();

function read(given: Uint8Array): Snapshot {
  const snapshot = readSnapshot("a.xlsx", given);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

const before = read(bytes);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("=1+1", "@x", "#N/A", "_x0041_", "\uD800", " a ", "\r\n\t", "]]>&lt;", "TRUE", "'"),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.integer({ min: 0, max: 60_000 }),
  text,
  fc.boolean(),
  fc.constantFrom("#N/A", "#DIV/0!", "#REF!").map((error) => ({ error })),
  fc
    .date({ min: new Date("1900-03-01T00:00Z"), max: new Date("2099-12-31T00:00Z"), noInvalidDate: true })
    .map((date) => ({ date: date.toISOString().slice(0, 10) })),
);

const content: fc.Arbitrary<CellContent> = fc.oneof(
  value.map((given) => ({ value: given })),
  fc.record({ value, formula: fc.constantFrom("C1*2", '"a"&" <b>"', "SUM(C1:C4)", "'Lạ'!B1") }),
);

// Not the fifth row: an array formula fills it, which a snapshot cannot tell.
const place = fc.record({
  sheet: fc.constantFrom("Số liệu", "Số liệu", "Lạ", "Trống", "Bìa"),
  row: fc.constantFrom(0, 1, 2, 3, 5, 7, 8, 30),
  column: fc.nat(8),
});

const edit: fc.Arbitrary<CellEdit> = fc
  .record({ place, put: content, stale: fc.option(content, { freq: 60 }) })
  .map(({ place: { sheet: name, row, column }, put, stale }) => {
    const sheet = before.sheets.find((candidate) => candidate.name === name);
    const found = sheet ? contentAt(sheet, { row, column }) : { value: null };
    return { at: { sheet: name, cell: toA1({ row, column }) }, expect: stale ?? found, put };
  });

const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

describe("patchWorkbook and applyEdits", () => {
  it("[ED1] [ED2] [ED5] [ED7] [ED8] make of any edits the same workbook, or refuse the same edit", async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (given) => {
        const expected = applyEdits(before, given);
        const outcome = await patchWorkbook(bytes, given);
        if (isRefusal(expected) || isRefusal(outcome)) expect(outcome).toEqual(expected);
        else expect(read(outcome.bytes)).toEqual(expected);
      }),
      { numRuns: 300, seed: 124 },
    );
  });

  it("[ED4] make of edits done twice what they make of edits done once", async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (given) => {
        const once = await patchWorkbook(bytes, given);
        if (isRefusal(once)) return;
        const twice = await patchWorkbook(once.bytes, given);
        expect(isRefusal(twice) ? twice : Buffer.from(twice.bytes).equals(once.bytes)).toBe(true);
      }),
      { numRuns: 100, seed: 124 },
    );
  });
});
