import { beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { contentAt } from "../../src/core/apply-edits";
import { fromA1, reference, type Place } from "../../src/core/cell";
import type { CellContent, EditRefusal } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import { connectGrid } from "../../src/workbench/connect-grid";
import type { CalculatedCell, Grid, ShownBook, ShownCell, TypedCell } from "../../src/workbench/grid/grid";
import type { Files } from "../../src/workbook/file/files";
import { openFile, type FileWorkbook, type SheetView } from "../../src/workbook/file/open-file";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { makeFiles } from "../../src/worker/make-files";
import { contractBlueprint, newSheet, drawn, operation, put, putSheet } from "../workbook/contract-book";

/** A sheet that calculates nothing and notes what it is told. */
function paperGrid() {
  const seen = { put: [] as ShownCell[], books: [] as ShownBook[] };
  let typed: (cells: readonly TypedCell[]) => void = () => undefined;
  let calculated: (cells: readonly CalculatedCell[]) => void = () => undefined;
  const nothing = (): (() => void) => () => undefined;
  const grid: Pick<Grid, "put" | "show" | "onTyped" | "onCalculated"> = {
    put: (cells) => void seen.put.push(...cells),
    show: (book) => Promise.resolve(seen.books.push(book) > 0),
    onTyped: (listener) => ((typed = listener), nothing()),
    onCalculated: (listener) => ((calculated = listener), nothing()),
  };
  return {
    grid,
    seen,
    type: (cells: readonly TypedCell[]) => typed(cells),
    calculate: (cells: readonly CalculatedCell[]) => calculated(cells),
  };
}

const nowhere: SheetView = {
  mark: () => undefined,
  reveal: () => undefined,
  selected: () => null,
  onSelected: () => () => undefined,
  openNew: () => Promise.resolve(),
};

const poor: Place = { sheet: "Số liệu", cell: "C3" };
const total: Place = { sheet: "Số liệu", cell: "C5" };

describe("the sheet and the file", () => {
  let door: FileWorkbook;
  let paper: ReturnType<typeof paperGrid>;
  let refused: EditRefusal[];
  let isBroken: boolean;
  let stop: () => void;
  beforeEach(async () => {
    const made = makeFiles();
    isBroken = false;
    const files: Files = {
      ...made,
      patch: (given, rounds) => (isBroken ? Promise.reject(new Error("fell over")) : made.patch(given, rounds)),
    };
    const file = await files.open("a.xlsx", await writeWorkbook(contractBlueprint));
    if ("reason" in file) throw new Error(file.detail);
    door = openFile(file, { files, view: nowhere });
    paper = paperGrid();
    refused = [];
    stop = connectGrid(door, paper.grid, (refusal) => refused.push(refusal));
  });
  /** Until everything that was asked for is done, and what follows from it. */
  const quiet = async (): Promise<void> => {
    for (let times = 0; times < 5; times += 1) await door.read();
  };
  const held = async ({ sheet, cell }: Place): Promise<CellContent> => {
    const found = (await door.read()).sheets.find(({ name }) => name === sheet);
    const position = fromA1(cell);
    return found && position ? contentAt(found, position) : { value: null };
  };

  it("puts what is typed and what is calculated then into the file, as one step, and shows neither again", async () => {
    paper.type([{ at: poor, before: { value: 4321 }, content: { value: 5 } }]);
    paper.calculate([{ at: total, value: 12 }]);
    expect(await held(poor)).toEqual({ value: 5 });
    expect(await held(total)).toEqual({ value: 12, formula: "SUM(C3:C4)" });
    expect(paper.seen).toEqual({ put: [], books: [] });
    expect(await door.undoable()).toEqual({ vi: "Gõ vào ô C3", en: "Typing into C3" });
  });

  it("shows what undo brings back", async () => {
    paper.type([{ at: poor, before: { value: 4321 }, content: { value: 5 } }]);
    paper.calculate([{ at: total, value: 12 }]);
    await door.undo();
    const shown = new Map(paper.seen.put.map(({ at, content }) => [reference(at), content]));
    expect(shown).toEqual(
      new Map([
        [reference(poor), { value: 4321 }],
        [reference(total), { value: 4328, formula: "SUM(C3:C4)" }],
      ]),
    );
  });

  it("shows again what the file holds where it refuses what was typed, and says so", async () => {
    paper.type([{ at: poor, before: { value: 99 }, content: { value: 5 } }]);
    await quiet();
    expect(paper.seen.put).toEqual([{ at: poor, content: { value: 4321 } }]);
    expect(refused).toMatchObject([{ at: poor, reason: "cell-has-changed" }]);
    expect(await held(poor)).toEqual({ value: 4321 });
  });

  it("shows what the file holds, not what was refused before, where a person typed twice", async () => {
    paper.type([{ at: poor, before: { value: 99 }, content: { value: 5 } }]);
    paper.type([{ at: poor, before: { value: 5 }, content: { value: 6 } }]);
    await quiet();
    expect(paper.seen.put).toEqual([{ at: poor, content: { value: 4321 } }]);
    expect(refused).toHaveLength(2);
  });

  it("puts nothing over what a person has typed meanwhile", async () => {
    paper.type([{ at: poor, before: { value: 4321 }, content: { value: 5 } }]);
    paper.type([{ at: poor, before: { value: 5 }, content: { value: 6 } }]);
    await quiet();
    expect(paper.seen.put).toEqual([]);
    expect(await held(poor)).toEqual({ value: 6 });
  });

  it("leaves nothing in the sheet that nobody will save when the file cannot be written at all", async () => {
    isBroken = true;
    paper.type([{ at: poor, before: { value: 4321 }, content: { value: 5 } }]);
    paper.calculate([{ at: total, value: 12 }]);
    await quiet();
    expect(paper.seen.put).toEqual([{ at: poor, content: { value: 4321 } }]);
    expect(refused).toMatchObject([{ at: poor, reason: "read-back-differs" }]);
    expect(await door.undoable()).toBeNull();
  });

  it("puts nothing into a sheet that shows another file by now", async () => {
    paper.type([{ at: poor, before: { value: 99 }, content: { value: 5 } }]);
    stop();
    await quiet();
    expect(paper.seen.put).toEqual([]);
    expect(refused).toEqual([]);
  });

  it("shows what is written by other hands, and a changed book as a whole", async () => {
    await door.write(operation("mend", [put("Số liệu", "C2", 1234)]));
    expect(paper.seen.put).toEqual([{ at: { sheet: "Số liệu", cell: "C2" }, content: { value: 1234 } }]);
    await door.write(await drawn(operation("put", [putSheet(newSheet("Mới"))])));
    expect(paper.seen.books.map(({ snapshot }) => snapshot.sheets.map(({ name }) => name))).toEqual([
      expect.arrayContaining(["Mới", "Số liệu"]),
    ]);
  });

  it("names what was pasted by its block", async () => {
    paper.type([
      { at: poor, before: { value: 4321 }, content: { value: 5 } },
      { at: { sheet: "Số liệu", cell: "D4" }, before: { value: null }, content: { value: 6 } },
    ]);
    await door.read();
    expect(await door.undoable()).toEqual({ vi: "Điền vùng C3:D4", en: "Filling C3:D4" });
  });
});

describe("any work in the sheet and beside it", () => {
  const cells: readonly Place[] = ["C2", "C3", "C4", "B6"].map((cell) => ({ sheet: "Số liệu", cell }));
  const cell = fc.integer({ min: 0, max: cells.length - 1 });
  const value = fc.integer({ min: 0, max: 3 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant("type" as const), cell, value }),
    fc.record({ kind: fc.constant("mend" as const), cell, value }),
    fc.record({ kind: fc.constant("undo" as const) }),
    fc.record({ kind: fc.constant("redo" as const) }),
    fc.record({ kind: fc.constant("wait" as const) }),
  );

  it("[ED1] leaves the sheet showing what the file holds, however fast a person is", async () => {
    const files = makeFiles();
    const file = await files.open("a.xlsx", await writeWorkbook(contractBlueprint));
    if ("reason" in file) throw new Error(file.detail);
    const contentIn = ({ sheets }: Snapshot, at: Place): CellContent => {
      const found = sheets.find(({ name }) => name === at.sheet);
      const position = fromA1(at.cell);
      return found && position ? contentAt(found, position) : { value: null };
    };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
        const shown = new Map(cells.map((at) => [reference(at), contentIn(file.snapshot, at)]));
        let told: (typed: readonly TypedCell[]) => void = () => undefined;
        const door = openFile(file, { files, view: nowhere });
        const grid: Parameters<typeof connectGrid>[1] = {
          put: (put) => put.forEach(({ at, content }) => shown.set(reference(at), content)),
          show: () => Promise.reject(new Error("No sheet changed.")),
          onTyped: (listener) => ((told = listener), () => undefined),
          onCalculated: () => () => undefined,
        };
        connectGrid(door, grid, () => undefined);
        for (const one of acts) {
          if (one.kind === "undo") void door.undo();
          else if (one.kind === "redo") void door.redo();
          else if (one.kind === "wait") await door.read();
          else {
            const at = cells[one.cell] ?? poor;
            const [before, content] = [shown.get(reference(at)) ?? { value: null }, { value: one.value }];
            if (one.kind === "mend") void door.write(operation("mend", [{ at, expect: before, put: content }]));
            else {
              shown.set(reference(at), content);
              told([{ at, before, content }]);
            }
          }
        }
        for (let times = 0; times < 5; times += 1) await door.read();
        const held = await door.read();
        expect([...shown]).toEqual(cells.map((at) => [reference(at), contentIn(held, at)]));
      }),
      { numRuns: 40, seed: 1117 },
    );
  });
});
