import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, contentAt, isRefusal } from "../../../src/core/apply-edits";
import type { CellValue } from "../../../src/core/cell";
import { toA1 } from "../../../src/core/cell";
import type { SheetBlueprint } from "../../../src/core/blueprint";
import type { CellContent, CellEdit, Edit } from "../../../src/core/edit";
import type { Snapshot } from "../../../src/core/snapshot";
import { isUnreadable } from "../../../src/core/snapshot";
import { patchWorkbook } from "../../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { excelLike } from "./excel-like";
import { linkedBook } from "./patching";

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

  it("[ED1] [ED2] [ED4] [ED8] make of any edits of sheets and cells the same workbook, once and again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...books), fc.infiniteStream(fc.nat()), async (book, choices) => {
        const given = mixedEdits(book, choices);
        const expected = applyEdits(read(book), given);
        const outcome = await patchWorkbook(book, given);
        if (isRefusal(expected) || isRefusal(outcome)) {
          expect(outcome).toEqual(expected);
          return;
        }
        const once = read(outcome.bytes);
        expect(once).toEqual(expected);
        const twice = await patchWorkbook(outcome.bytes, given);
        const again = applyEdits(once, given);
        if (isRefusal(again) || isRefusal(twice)) expect(twice).toEqual(again);
        else if (again === once) expect(twice.bytes).toBe(outcome.bytes);
        else expect(read(twice.bytes)).toEqual(again);
      }),
      { numRuns: 150, seed: 124 },
    );
  });
});

const books = [excelLike(), linkedBook()];
const newNames = ["Mới", "Nghèo's", "số liệu", "A1", "Biểu 1", "Tổng hợp & phụ", "Ẩn"];

/** Up to five edits, each made for the workbook as the ones before it leave it, or for one that is no more. */
function mixedEdits(book: Uint8Array, choices: Iterable<number>): Edit[] {
  const stream = choices[Symbol.iterator]();
  const below = (count: number) => Number(stream.next().value) % count;
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const given: Edit[] = [];
  const found = read(book);
  let current = found;
  for (let left = below(5) + 1; left > 0; left--) {
    const sheet = below(12) === 0 ? undefined : one(current.sheets);
    const name = sheet?.name ?? "Không có";
    const kind = below(7);
    const edit = makeEdit();
    given.push(edit);
    const next = applyEdits(found, given);
    if (!isRefusal(next)) current = next;

    function makeEdit(): Edit {
      if (kind === 0) return { kind: "rename-sheet", sheet: name, to: one(newNames) };
      if (kind === 1) return { kind: "show-sheet", sheet: name };
      if (kind === 2) return { kind: "show-lines", sheet: name, rows: [below(5), below(5)], columns: [below(9), 5] };
      if (kind === 3) {
        const block = one([...(sheet?.merges ?? []), { top: 0, left: 0, bottom: 1, right: 1 }]);
        return { kind: "unmerge", sheet: name, block };
      }
      if (kind === 4) {
        const at = one(found.sheets.filter((each) => each.rows.size > 0));
        const [row, cells] = one([...at.rows].filter(([index]) => index !== 4));
        const column = one([...cells.keys()]);
        const put = { value: one(["chữ", 7, null]) };
        const place = { sheet: at.name, cell: toA1({ row, column }) };
        return { at: place, expect: contentAt(at, { row, column }), put, leavesLegacyFont: below(2) === 0 };
      }
      const put = putBlueprint(one([...newNames, name]), kind === 6 && below(3) === 0, below(4));
      const names = below(2) === 0 ? [] : [{ name: "pm_tong", sheet: put.name, at: { row: 1, column: 1 } }];
      const after = one([null, name, "Không có"]);
      const expect = below(9) === 0 ? new Map() : (sheet?.rows ?? new Map());
      const replaces = kind === 5 ? { sheet: name, expect } : null;
      return { kind: "put-sheet", sheet: put, names, replaces, after };
    }
  }
  return given;
}

function putBlueprint(name: string, isHidden: boolean, count: number): SheetBlueprint {
  const formula = `SUM('${name.replaceAll("'", "''")}'!A1:A3)`;
  return {
    name,
    visibility: isHidden ? "very-hidden" : "visible",
    columns: [{ width: 5, isHidden: count === 1 }, { width: 20 }],
    rows: new Map([[1, { isHidden: count === 2 }]]),
    cells: [
      { row: 0, column: 0, value: "tên", look: { isBold: true, fill: "FFF8E1" } },
      { row: 1, column: 1, value: count, look: { format: "0.00%", hasBorder: true } },
      { row: 2, column: 1, value: count, formula, look: { size: 9 + count } },
    ],
    merges: count === 3 ? [{ top: 4, left: 0, bottom: 5, right: 1 }] : [],
    lists: [],
    inputs: [],
    conditions: [{ block: { top: 0, left: 0, bottom: 2, right: 1 }, formula: "A1>1", look: { fill: "C8E6C9" } }],
    isProtected: count === 0,
    print: { orientation: "portrait", repeatedRows: { first: 0, last: 0 }, fitsWidth: true },
  };
}
