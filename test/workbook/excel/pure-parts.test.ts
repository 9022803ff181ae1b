import { describe, expect, it } from "@jest/globals";
import { blockToA1, fromA1, type Cell } from "../../../src/core/cell";
import type { CellContent } from "../../../src/core/edit";
import type { SheetSnapshot } from "../../../src/core/snapshot";
import { blocksOfAddress } from "../../../src/workbook/excel/ask-sheet";
import { blocksOf } from "../../../src/workbook/excel/blocks";
import { runsOf } from "../../../src/workbook/excel/do-steps";
import { cellOf, formatFor, rawOf } from "../../../src/workbook/excel/excel-cell";
import { isMarkFormula, markFormula } from "../../../src/workbook/excel/mark-formula";
import { changedRow, rowHashes } from "../../../src/workbook/excel/row-hashes";
import { troubleOf } from "../../../src/workbook/excel/trouble-of";
import { recordsIn, storedRecords, withRecord, type UndoRecord } from "../../../src/workbook/excel/undo-records";

describe("cells as Excel gives them", () => {
  it.each([
    [{ value: 5, formula: 5, format: "General", type: "Double" }, { value: 5 }],
    [
      { value: 6, formula: "=A1+1", format: "General", type: "Double" },
      { value: 6, formula: "A1+1" },
    ],
    [{ value: "=1+1", formula: "=1+1", format: "General", type: "String" }, { value: "=1+1" }],
    [{ value: "", formula: "", format: "General", type: "Empty" }, null],
    [
      { value: "", formula: '=IF(A1,"","")', format: "General", type: "String" },
      { value: "", formula: 'IF(A1,"","")' },
    ],
    [
      { value: "#N/A", formula: "=NA()", format: "General", type: "Error" },
      { value: { error: "#N/A" }, formula: "NA()" },
    ],
    [{ value: "#N/A", formula: "#N/A", format: "General", type: "String" }, { value: "#N/A" }],
    [{ value: 44728, formula: 44728, format: "dd/mm/yyyy", type: "Double" }, { value: { date: "2022-06-16" } }],
    [{ value: true, formula: true, format: "General", type: "Boolean" }, { value: true }],
  ])("%j", (raw, cell) => {
    expect(cellOf(raw)).toEqual(cell);
  });

  it.each<[CellContent, string, Written]>([
    [{ value: "=1+1" }, "General", { raw: "'=1+1", format: null }],
    [{ value: "-abc" }, "General", { raw: "'-abc", format: null }],
    [{ value: "'a" }, "General", { raw: "''a", format: null }],
    [{ value: "1.234" }, "@", { raw: "1.234", format: null }],
    [{ value: 1234 }, "@", { raw: 1234, format: "General" }],
    [{ value: 1234 }, "#,##0", { raw: 1234, format: null }],
    [{ value: 1234 }, "dd/mm/yyyy", { raw: 1234, format: "General" }],
    [{ value: { date: "2022-06-16" } }, "General", { raw: 44728, format: "m/d/yyyy" }],
    [{ value: { date: "2022-06-16" } }, "dd/mm/yyyy", { raw: 44728, format: null }],
    [{ value: 2, formula: "1+1" }, "@", { raw: "=1+1", format: "General" }],
    [{ value: null }, "@", { raw: "", format: null }],
  ])("[ED7] %j in a cell of the format %s", (content, format, written) => {
    expect({ raw: rawOf(content, format), format: formatFor(content, format) }).toEqual(written);
  });
});

interface Written {
  readonly raw: string | number | boolean;
  readonly format: string | null;
}

describe("addresses", () => {
  it.each([
    ["Bìa!A1:B2", ["A1:B2"]],
    ["'Số liệu'!A1:B2,'Số liệu'!C4", ["A1:B2", "C4"]],
    ["'a!A1,b'!D4:D5,'a!A1,b'!E1:F1", ["D4:D5", "E1:F1"]],
    ["'của''tôi'!A1:A2", ["A1:A2"]],
  ])("%s", (address, blocks) => {
    expect(blocksOfAddress(address).map(blockToA1)).toEqual(blocks);
  });

  it("lays cells that stand side by side together, and fills no gap", () => {
    const cells = ["B2", "C2", "B3", "C3", "E3", "B5"].map((cell) => ({
      ...(fromA1(cell) ?? { row: 0, column: 0 }),
      content: cell,
    }));
    expect(blocksOf(cells).map(({ block, contents }) => [blockToA1(block), contents])).toEqual([
      [
        "B2:C3",
        [
          ["B2", "C2"],
          ["B3", "C3"],
        ],
      ],
      ["E3", [["E3"]]],
      ["B5", [["B5"]]],
    ]);
  });

  it("takes lines together", () => {
    expect(runsOf([4, 2, 3, 7, 7])).toEqual([
      { first: 2, last: 4 },
      { first: 7, last: 7 },
    ]);
  });
});

describe("undo records", () => {
  const record = (name: string, kept: string | null = null, size = 0): UndoRecord => ({
    name: { vi: name, en: name },
    cells: [{ sheet: "a", cell: "A1", value: "x".repeat(size) }],
    sheets: [],
    steps:
      kept === null
        ? []
        : [{ kind: "give-way", sheet: "a", back: { kept, name: "a", visibility: "visible", place: 0 } }],
  });
  const names = (records: readonly UndoRecord[]) => records.map(({ name }) => name.en);

  it("[ED3] come back as they were stored", () => {
    const records = [record("one"), record("two", "pm_undo_1")];
    expect(recordsIn(storedRecords(records))).toEqual(records);
  });

  it.each([null, 7, "", "{", "[1]", '[{"name":"x"}]', "x".repeat(3_000_000)])(
    "are none where they are not ours",
    (stored) => {
      expect(recordsIn(stored)).toEqual([]);
    },
  );

  it("keep twenty, and no more than 1 MB", () => {
    let records: readonly UndoRecord[] = [];
    for (let index = 0; index < 25; index++) records = withRecord(records, record(String(index)));
    expect(names(records)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 5)));
    records = withRecord(records, record("long", null, 600_000));
    records = withRecord(records, record("longer", null, 600_000));
    expect(names(records)).toEqual(["longer"]);
    expect(withRecord(records, record("too long", null, 1_000_001))).toEqual([]);
  });

  it("keep replaced sheets for the last operation that put some", () => {
    const records = withRecord([record("a"), record("b", "pm_undo_1"), record("c")], record("d", "pm_undo_2"));
    expect(names(records)).toEqual(["c", "d"]);
  });

  it("tell the row that was changed in a sheet that was put", () => {
    const rows = (formula: string, text: string): SheetSnapshot["rows"] =>
      new Map<number, Map<number, Cell>>([
        [0, new Map([[0, { value: text.length, formula }]])],
        [1, new Map([[0, { value: text }]])],
      ]);
    const then = rowHashes(rows("'Bìa'!$A$1", "a"));
    const same = rowHashes(new Map([...rows("Bìa!A1", "a")].reverse()));
    const other = rowHashes(rows("Bìa!A1", "bb"));
    expect(changedRow(then, same)).toBeNull();
    expect(changedRow(then, other)).toBe(1);
  });
});

describe("marks and troubles", () => {
  it("know a mark of any day again, and nobody else's condition", () => {
    expect(isMarkFormula(markFormula(44728))).toBe(true);
    expect(isMarkFormula("=A1>1")).toBe(false);
  });

  it.each([
    ["AccessDenied", "sheet-is-protected"],
    ["InvalidOperationInCellEditMode", "cell-is-being-edited"],
    ["ResponsePayloadSizeLimitExceeded", "too-much-at-once"],
    ["ItemNotFound", "item-is-gone"],
    ["HostIsBusy", "host-is-busy"],
    ["Whatever", "unknown"],
  ])("[XL5] %s is %s", (code, kind) => {
    expect(troubleOf(Object.assign(new Error("x"), { code }))).toMatchObject({ kind, about: { isUnsure: false } });
  });
});
