import { beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { contentAt, isRefusal } from "../../../src/core/apply-edits";
import { fromA1, type CellValue, type Place } from "../../../src/core/cell";
import type { CellContent, CellEdit } from "../../../src/core/edit";
import type { Snapshot } from "../../../src/core/snapshot";
import type { OpenedFile } from "../../../src/workbook/file/files";
import { openFile, type FileWorkbook, type SheetView } from "../../../src/workbook/file/open-file";
import type { Mark, NewBook } from "../../../src/workbook/workbook";
import { makeFiles } from "../../../src/worker/make-files";
import { describeDoor } from "../contract";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { contractBlueprint, operation, put } from "../contract-book";

const files = makeFiles();

async function opened(bytes: Uint8Array): Promise<OpenedFile> {
  const file = await files.open("a.xlsx", bytes);
  if ("reason" in file) throw new Error(file.detail);
  return file;
}

/** A sheet on a screen that only notes what it is told. */
function noticeboard() {
  const seen = { marks: [] as readonly Mark[], revealed: [] as Place[], opened: [] as NewBook[] };
  const selecting = new Set<() => void>();
  const view: SheetView = {
    mark: (marks) => void (seen.marks = marks),
    reveal: (place) => void seen.revealed.push(place),
    selected: () => seen.revealed.at(-1) ?? null,
    onSelected: (listener) => {
      selecting.add(listener);
      return () => selecting.delete(listener);
    },
    openNew: (book) => Promise.resolve(void seen.opened.push(book)),
  };
  return { view, seen, select: () => selecting.forEach((listener) => listener()) };
}

function contentOf(snapshot: Snapshot, { sheet, cell }: Place): CellContent {
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  const position = fromA1(cell);
  return found && position ? contentAt(found, position) : { value: null };
}

async function type(book: FileWorkbook, at: Place, value: CellValue): Promise<void> {
  const edit: CellEdit = { at, expect: contentOf(await book.read(), at), put: { value } };
  const refusal = await book.change({
    name: { vi: `Gõ vào ô ${at.cell}`, en: `Typing into ${at.cell}` },
    edits: [edit],
  });
  if (refusal) throw new Error(JSON.stringify(refusal));
}

describeDoor("a file beside the workbench's sheet", async () => {
  const book = openFile(await opened(await writeWorkbook(contractBlueprint)), { files, view: noticeboard().view });
  return { book, type: (at, value) => type(book, at, value), isTypingAStep: true };
});

describe("a file's history", () => {
  let book: FileWorkbook;
  let first: Uint8Array;
  let board: ReturnType<typeof noticeboard>;
  beforeEach(async () => {
    first = await writeWorkbook(contractBlueprint);
    board = noticeboard();
    book = openFile(await opened(first), { files, view: board.view });
  });
  const bytes = async (): Promise<Buffer> => Buffer.from((await book.file()).bytes);
  const poor = { sheet: "Số liệu", cell: "C3" };
  const total = { sheet: "Số liệu", cell: "C5" };

  it("[ED3] goes back to the very bytes of before, and forth to those of after", async () => {
    await type(book, poor, 1);
    const typed = await bytes();
    expect(await book.undo()).toEqual({ kind: "undone", name: { vi: "Gõ vào ô C3", en: "Typing into C3" } });
    expect(await bytes()).toEqual(Buffer.from(first));
    expect(book.isUnsaved()).toBe(false);
    expect(await book.redoable()).toEqual({ vi: "Gõ vào ô C3", en: "Typing into C3" });
    expect(await book.redo()).toMatchObject({ kind: "undone" });
    expect(await bytes()).toEqual(typed);
    expect(await book.redo()).toEqual({ kind: "nothing-to-undo" });
  });

  it("forgets what was undone once something else is done", async () => {
    await type(book, poor, 1);
    await book.undo();
    await type(book, poor, 2);
    expect(await book.redoable()).toBeNull();
  });

  it("takes values that formulas give now into the step before, and into no cell without a formula", async () => {
    await type(book, poor, 1);
    await book.settle([
      { at: total, value: 8 },
      { at: poor, value: 99 },
    ]);
    expect(contentOf(await book.read(), total)).toEqual({ value: 8, formula: "SUM(C3:C4)" });
    expect(contentOf(await book.read(), poor)).toEqual({ value: 1 });
    await book.undo();
    expect(await bytes()).toEqual(Buffer.from(first));
  });

  it("stores no value where nobody can tell what a formula gives now", async () => {
    await type(book, poor, 1);
    await book.settle([{ at: total, value: null }]);
    expect(contentOf(await book.read(), total)).toEqual({ value: null, formula: "SUM(C3:C4)" });
  });

  it("[ED3] [ED5] writes no values into the file as it was opened, neither at first nor when everything is undone", async () => {
    const settle = () => book.settle([{ at: total, value: 8 }]);
    await settle();
    expect(await bytes()).toEqual(Buffer.from(first));
    await type(book, poor, 1);
    await Promise.all([book.undo(), settle()]);
    expect(await bytes()).toEqual(Buffer.from(first));
    expect(book.isUnsaved()).toBe(false);
  });

  it("leaves a value that two programs compute alike to the last digits but one", async () => {
    await type(book, poor, 1);
    const before = await bytes();
    await book.settle([{ at: total, value: 4328 * (1 + 1e-15) }]);
    expect(await bytes()).toEqual(before);
  });

  it("is unsaved until what was done is in the person's hands, and again after an undo", async () => {
    expect(book.isUnsaved()).toBe(false);
    await type(book, poor, 1);
    expect(book.isUnsaved()).toBe(true);
    book.saved((await book.file()).bytes);
    expect(book.isUnsaved()).toBe(false);
    await book.undo();
    expect(book.isUnsaved()).toBe(true);
  });

  it("makes one change at a time, in the order asked, and reads after those under way", async () => {
    const typing = book.change({ name: { vi: "Gõ", en: "Typing" }, edits: [put("Số liệu", "C3", 1)] });
    const writing = book.write(operation("two", [{ ...put("Số liệu", "C3", 2), expect: { value: 1 } }]));
    const reading = book.read();
    await Promise.all([typing, writing]);
    expect(await writing).toBeNull();
    expect(contentOf(await reading, poor)).toEqual({ value: 2 });
  });

  it("tells of every change, with the file before and after", async () => {
    const told: (readonly [CellValue, CellValue])[] = [];
    const hinted: string[] = [];
    const valueIn = ({ snapshot }: OpenedFile): CellValue => contentOf(snapshot, poor).value;
    book.onChange((after, before) => told.push([valueIn(before), valueIn(after)]));
    book.onHint((hint) => hinted.push(hint));
    await type(book, poor, 1);
    await book.undo();
    board.select();
    expect(told).toEqual([
      [4321, 1],
      [1, 4321],
    ]);
    expect(hinted).toEqual(["changed", "changed", "selected"]);
  });

  it("goes to no sheet that is out of sight", async () => {
    await book.reveal(poor);
    expect(board.seen.revealed).toEqual([poor]);
    await expect(book.reveal({ sheet: "Ẩn", cell: "A1" })).rejects.toMatchObject({ kind: "item-is-gone" });
  });
});

describe("any work on a file", () => {
  const act = fc.oneof(
    fc.record({
      kind: fc.constant("type" as const),
      cell: fc.constantFrom("C3", "C4", "B6"),
      value: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ kind: fc.constant("settle" as const), value: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant("undo" as const) }),
    fc.record({ kind: fc.constant("redo" as const) }),
    fc.record({ kind: fc.constant("rename" as const), to: fc.constantFrom("Số liệu", "Biểu 1") }),
  );

  it("[ED3] [ED5] undone from the last to the first gives the very file that was opened", async () => {
    const first = await writeWorkbook(contractBlueprint);
    const start = await opened(first);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const book = openFile(start, { files, view: noticeboard().view });
        const states = [Buffer.from(first)];
        let at = 0;
        for (const one of acts) {
          const sheet = (await book.read()).sheets[1]?.name ?? "";
          if (one.kind === "undo") at -= (await book.undo()).kind === "undone" ? 1 : 0;
          else if (one.kind === "redo") at += (await book.redo()).kind === "undone" ? 1 : 0;
          else if (one.kind === "settle") {
            await book.settle([{ at: { sheet, cell: "C5" }, value: one.value }]);
            if (at > 0) states[at] = Buffer.from((await book.file()).bytes);
          } else {
            const before = (await book.file()).bytes;
            if (one.kind === "type") await type(book, { sheet, cell: one.cell }, one.value);
            else await book.write(operation("rename", [{ kind: "rename-sheet", sheet, to: one.to }]));
            const { bytes } = await book.file();
            if (Buffer.from(bytes).equals(before)) continue;
            at += 1;
            states.splice(at, states.length, Buffer.from(bytes));
          }
          expect(Buffer.from((await book.file()).bytes).equals(states[at] ?? Buffer.alloc(0))).toBe(true);
        }
        for (; at > 0; at -= 1) {
          expect(await book.undo()).toMatchObject({ kind: "undone" });
          expect(Buffer.from((await book.file()).bytes).equals(states[at - 1] ?? Buffer.alloc(0))).toBe(true);
        }
        expect(await book.undo()).toEqual({ kind: "nothing-to-undo" });
        expect(Buffer.from((await book.file()).bytes).equals(first)).toBe(true);
      }),
      { numRuns: 25, seed: 267 },
    );
  });

  it("[ED1] refuses what a stale edit expects, and is as before", async () => {
    const first = await writeWorkbook(contractBlueprint);
    const book = openFile(await opened(first), { files, view: noticeboard().view });
    const refusal = await book.change({
      name: { vi: "", en: "" },
      edits: [{ at: { sheet: "Số liệu", cell: "C3" }, expect: { value: 5 }, put: { value: 6 } }],
    });
    expect(refusal !== null && isRefusal(refusal)).toBe(true);
    expect((await book.file()).bytes).toEqual(first);
  });
});
