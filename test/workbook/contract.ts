import { beforeEach, describe, expect, it } from "@jest/globals";
import { applyEdits, isRefusal } from "../../src/core/apply-edits";
import type { CellValue, Place } from "../../src/core/cell";
import type { EditRefusal } from "../../src/core/edit";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { snapshotOf } from "../../src/workbook/memory";
import type { LiveWorkbook, Operation } from "../../src/workbook/workbook";
import {
  contractBlueprint,
  drawn,
  dropSheet,
  heldBy,
  newSheet,
  operation,
  put,
  putSheet,
  rowsOf,
} from "./contract-book";
import { standardFormula } from "../../src/core/same-formula";

/** A door to the contract's workbook, and a person who can type into it. */
export interface Door {
  readonly book: Pick<LiveWorkbook, "read" | "write"> & Partial<LiveWorkbook>;
  readonly type: (at: Place, value: CellValue) => Promise<void>;
  /** What a person types is a step of the same history as operations are, so that nothing is ever undone over it. */
  readonly isTypingAStep?: boolean;
}

const made: readonly Operation[] = [
  operation("a number for a text", [put("Số liệu", "C2", 1234)]),
  operation("many cells", [put("Số liệu", "C3", 1), put("Số liệu", "C4", 2), put("Bìa", "B2", "04064")]),
  operation("a cell that was blank", [put("Số liệu", "B6", "Ghi chú"), put("Bìa", "C9", 5)]),
  operation("a cell emptied", [put("Bìa", "B5", null), put("Số liệu", "C3", "")]),
  operation("dates and answers", [
    put("Bìa", "B4", { date: "2022-06-20" }),
    put("Bìa", "C4", { date: "2022-06-21" }),
    put("Bìa", "B5", false),
  ]),
  operation("a number for a date", [put("Bìa", "B4", 12)]),
  operation("an error", [put("Bìa", "C5", { error: "#N/A" })]),
  operation("formulas", [
    put("Số liệu", "C6", { value: 8656, formula: "C5*2" }),
    put("Tổng hợp", "A3", { value: "04063", formula: "'Bìa'!$B$2" }),
    put("Số liệu", "C5", 9),
  ]),
  operation("rounds", [put("Bìa", "C5", 1)], [{ ...put("Bìa", "C5", 2), expect: { value: 1 } }]),
  operation("a new name", [put("Số liệu", "C3", 5), { kind: "rename-sheet", sheet: "Số liệu", to: "Biểu 1" }]),
  operation(
    "a new name, then cells",
    [{ kind: "rename-sheet", sheet: "Số liệu", to: "Biểu 1" }],
    [
      { at: { sheet: "Biểu 1", cell: "C2" }, expect: { value: "1.234" }, put: { value: 1234 } },
      {
        at: { sheet: "Biểu 1", cell: "C6" },
        expect: heldBy("Số liệu", "C6"),
        put: { value: 1, formula: "'Biểu 1'!C3/C3" },
      },
    ],
  ),
  operation("sheets and lines shown", [
    { kind: "show-sheet", sheet: "Ẩn" },
    { kind: "show-lines", sheet: "Số liệu", rows: [0, 3], columns: [0] },
  ]),
  operation(
    "a merge undone, then filled",
    [{ kind: "unmerge", sheet: "Số liệu", block: { top: 6, left: 1, bottom: 7, right: 2 } }],
    [put("Số liệu", "C8", 3)],
  ),
  operation("a sheet put in front", [putSheet(newSheet("Mới"))]),
  operation("sheets put behind", [
    putSheet(newSheet("Mới"), { after: "Bìa", names: [{ name: "pm_new", sheet: "Mới", at: { row: 1, column: 1 } }] }),
    putSheet(newSheet("Mới 2", 3), { after: "Mới" }),
  ]),
  operation("a sheet in place of another", [
    putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
  ]),
  operation("a sheet in place of another, by another name, and cells", [
    put("Bìa", "B5", false),
    putSheet(newSheet("Biểu 1"), {
      replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") },
      names: [{ name: "pm_total", sheet: "Biểu 1", at: { row: 2, column: 1 } }],
    }),
  ]),
  operation("two sheets that lead to each other, in place of two", [
    putSheet(
      {
        ...newSheet("Bìa"),
        cells: [...newSheet("Bìa").cells, { row: 6, column: 0, value: 2, formula: "'Số liệu'!B2", look: {} }],
      },
      { replaces: { sheet: "Bìa", expect: rowsOf("Bìa") } },
    ),
    putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
  ]),
  operation(
    "a sheet put, then written into",
    [putSheet(newSheet("Mới"))],
    [{ at: { sheet: "Mới", cell: "B2" }, expect: { value: 2 }, put: { value: 9 } }],
  ),
  operation("a sheet gone, and one out of sight", [dropSheet("Tổng hợp"), dropSheet("Ẩn")]),
  operation("sheets gone with their names, once nothing leads to them", [
    dropSheet("Tổng hợp"),
    dropSheet("Bìa"),
    put("Số liệu", "C3", 5),
  ]),
  operation("a sheet gone, another in its place, and one put", [
    dropSheet("Tổng hợp"),
    putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
    putSheet(newSheet("Mới"), { after: "Số liệu" }),
  ]),
  operation("a sheet that leads to one that is there", [
    putSheet({ ...newSheet("Mới"), cells: [{ row: 0, column: 0, value: 4328, formula: "'Số liệu'!C5", look: {} }] }),
  ]),
];

const texts = [
  "=1+1",
  "@x",
  "-abc",
  "+1",
  "'a",
  "1.234",
  "1,5",
  "TRUE",
  "#N/A",
  "1/2",
  "16/06/2022",
  " a ",
  "5%",
  "a\nb",
  "0912345678",
];

const refused: readonly Operation[] = [
  operation("a cell that has changed", [{ ...put("Số liệu", "C3", 1), expect: { value: 99 } }]),
  operation("the second of two", [put("Bìa", "B5", false), { ...put("Số liệu", "C3", 1), expect: { value: 99 } }]),
  operation("the second round", [put("Bìa", "B5", false)], [{ ...put("Số liệu", "C3", 1), expect: { value: 99 } }]),
  operation("a sheet that is not there", [put("Không có", "A1", 1)]),
  operation("a cell under a merge", [put("Số liệu", "C8", 1)]),
  operation("a name that is taken", [put("Bìa", "B5", false), { kind: "rename-sheet", sheet: "Bìa", to: "SỐ LIỆU" }]),
  operation("a sheet put under a name that is taken", [putSheet(newSheet("Bìa"))]),
  operation("to drop a sheet that has changed", [{ kind: "drop-sheet", sheet: "Tổng hợp", expect: new Map() }]),
  operation("to drop a sheet that a formula leads to", [dropSheet("Số liệu")]),
  operation("to drop the last sheet in sight", [dropSheet("Tổng hợp"), dropSheet("Bìa"), dropSheet("Số liệu")]),
  operation("a sheet that has changed", [putSheet(newSheet("Bìa"), { replaces: { sheet: "Bìa", expect: new Map() } })]),
];

/** What every door keeps to: the same operations make of the same workbook what the core says they make. */
export function describeDoor(name: string, open: () => Promise<Door>): void {
  describe(name, () => {
    const before = snapshotOf(contractBlueprint, "a.xlsx");
    let door: Door;
    beforeEach(async () => {
      door = await open();
    });
    const held = async () => comparable(await door.book.read());

    it("reads the workbook as its blueprint describes it", async () => {
      expect(await held()).toEqual(comparable(before));
    });

    describe.each(made.map((one) => [one.name.en, one] as const))("%s", (_, undrawn) => {
      it("[ED5] [ED8] makes of the workbook what the core makes of it, and nothing else", async () => {
        expect(await door.book.write(await drawn(undrawn, ...forDrawing))).toBeNull();
        expect(await held()).toEqual(comparable(expected(before, undrawn)));
      });

      it("[ED4] twice is once, and [ED3] one undo takes it back", async () => {
        const given = await drawn(undrawn, ...forDrawing);
        await door.book.write(given);
        const once = await held();
        const again = await door.book.write(given);
        // Where a sheet got another name the second round finds it gone, as the core says.
        if (again === null) expect(await held()).toEqual(once);
        if (!door.book.undo || !door.book.undoable) return;
        expect(await door.book.undo()).toEqual({ kind: "undone", name: given.name });
        expect(await held()).toEqual(comparable(before));
        expect(await door.book.undoable()).toBeNull();
      });
    });

    it.each(texts)("[ED7] %j stays a text, is found again and goes again", async (text) => {
      const given = operation("text", [put("Bìa", "C5", text), put("Bìa", "B2", text), put("Số liệu", "C3", text)]);
      expect(await door.book.write(given)).toBeNull();
      expect(await held()).toEqual(comparable(expected(before, given)));
      expect(await door.book.write(given)).toBeNull();
      if (!door.book.undo) return;
      await door.book.undo();
      expect(await held()).toEqual(comparable(before));
    });

    it.each(refused.map((one) => [one.name.en, one] as const))(
      "[ED1] [ED2] refuses %s, and nothing is made",
      async (_, undrawn) => {
        const outcome = outcomeOf(before, undrawn);
        expect(isRefusal(outcome)).toBe(true);
        expect(await door.book.write(await drawn(undrawn, ...forDrawing))).toEqual(outcome);
        expect(await held()).toEqual(comparable(before));
        expect((await door.book.undoable?.()) ?? null).toBeNull();
      },
    );

    it("[ED1] refuses what a person typed over, and leaves it", async () => {
      await door.type({ sheet: "Số liệu", cell: "C3" }, 4322);
      const typed = await held();
      const outcome = await door.book.write(operation("late", [put("Bìa", "B5", false), put("Số liệu", "C3", 1)]));
      expect(outcome).toMatchObject({
        at: { sheet: "Số liệu", cell: "C3" },
        reason: "cell-has-changed",
        found: { value: 4322 },
      });
      expect(await held()).toEqual(typed);
    });

    it("[ED3] undoes one operation after the other, but none over what a person typed since", async () => {
      const { book } = door;
      if (!book.undo || !book.undoable || door.isTypingAStep === true) return;
      await book.write(operation("one", [put("Số liệu", "C3", 1)]));
      await book.write(operation("two", [{ ...put("Số liệu", "C3", 2), expect: { value: 1 } }]));
      expect(await book.undo()).toMatchObject({ kind: "undone", name: { en: "two" } });
      await door.type({ sheet: "Số liệu", cell: "C3" }, 3);
      const at = { sheet: "Số liệu", cell: "C3" };
      expect(await book.undo()).toMatchObject({ kind: "user-changed", name: { en: "one" }, at });
      expect(await book.undoable()).toEqual({ vi: "one", en: "one" });
      await door.type(at, 1);
      await door.type({ sheet: "Bìa", cell: "C9" }, "của tôi");
      expect(await book.undo()).toMatchObject({ kind: "undone" });
      const sheets = (await book.read()).sheets;
      expect(sheets[0]?.rows.get(8)?.get(2)?.value).toBe("của tôi");
      expect(sheets[1]?.rows.get(2)?.get(2)?.value).toBe(4321);
      expect(await book.undo()).toEqual({ kind: "nothing-to-undo" });
    });

    it("[ED3] undoes no sheet in which a person typed since", async () => {
      const { book } = door;
      if (!book.undo || door.isTypingAStep === true) return;
      await book.write(await drawn(operation("put", [putSheet(newSheet("Mới"))])));
      await door.type({ sheet: "Mới", cell: "B2" }, 1);
      expect(await book.undo()).toMatchObject({ kind: "user-changed", at: { sheet: "Mới" } });
    });

    it("[ED3] undoes what a person typed since first, where typing is a step", async () => {
      const { book } = door;
      if (!book.undo || !book.undoable || door.isTypingAStep !== true) return;
      await book.write(operation("one", [put("Số liệu", "C3", 1)]));
      await door.type({ sheet: "Số liệu", cell: "C3" }, 3);
      expect(await book.undo()).toMatchObject({ kind: "undone" });
      expect(await book.undoable()).toEqual({ vi: "one", en: "one" });
      expect(await book.undo()).toMatchObject({ kind: "undone", name: { en: "one" } });
      expect(await held()).toEqual(comparable(before));
      expect(await book.undo()).toEqual({ kind: "nothing-to-undo" });
    });

    it("[ED3] undoes a seal, and nothing that was done before it", async () => {
      const { book } = door;
      // Where the file itself keeps no history, nothing of it can travel along.
      if (!book.undo || !book.undoable || door.isTypingAStep === true) return;
      await book.write(operation("name", [put("Bìa", "C5", "Lò Thị Hoa")]));
      await book.write(
        await drawn(
          operation("swap", [
            putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
          ]),
        ),
      );
      await book.write(operation("seal", [put("Bìa", "B3", "Chốt ngày 16/06/2022")]));
      expect(await book.undo()).toMatchObject({ kind: "undone", name: { en: "seal" } });
      expect(await book.undoable()).toBeNull();
    });

    it("shows marks that change nothing a reading finds", async () => {
      const { book } = door;
      if (!book.mark) return;
      await book.mark([
        { at: { sheet: "Số liệu", cell: "C3" }, severity: "error" },
        { at: { sheet: "Bìa", cell: "B2" }, severity: "warning" },
      ]);
      expect(await held()).toEqual(comparable(before));
      await book.mark([]);
      expect(await held()).toEqual(comparable(before));
    });
  });
}

/** A drawing holds a sheet in sight, and may hold more than is put. */
const forDrawing = [newSheet("Thừa")];

function outcomeOf(before: Snapshot, { rounds }: Operation): Snapshot | EditRefusal {
  let current = before;
  for (const edits of rounds) {
    const next = applyEdits(current, edits);
    if (isRefusal(next)) return next;
    current = next;
  }
  return current;
}

function expected(before: Snapshot, given: Operation): Snapshot {
  const outcome = outcomeOf(before, given);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** What doors have to agree on: of a formula its meaning, of what is hidden as much as the cells reach. */
export function comparable({ sheets, names }: Snapshot) {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sortedRows(sheet),
      merges: [...sheet.merges].sort((one, other) => one.top - other.top || one.left - other.left),
      hiddenRows: [...sheet.hiddenRows].filter((row) => row <= Math.max(-1, ...sheet.rows.keys())).sort(),
      hiddenColumns: [...sheet.hiddenColumns].sort(),
    })),
    names: Object.fromEntries([...names].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

function sortedRows({ rows }: SheetSnapshot) {
  return Object.fromEntries(
    [...rows].map(([row, cells]) => [
      row,
      Object.fromEntries(
        [...cells].map(([column, { value, formula }]) => [
          column,
          formula === undefined ? value : { formula: standardFormula(formula) },
        ]),
      ),
    ]),
  );
}
