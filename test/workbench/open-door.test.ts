import { describe, expect, it } from "@jest/globals";
import type { Answer } from "../../src/workbench/bench-state";
import { whenBench } from "./open-bench";
import type { SavedTo, SaveRequest } from "../../src/workbench/save-file";
import { heldBy, heldIn, openFiles, poor, type FileBench } from "./open-files";

/** Answers the next question about unsaved work. */
async function answer({ bench }: FileBench, given: Answer): Promise<void> {
  await whenBench(bench, () => bench.state().question?.kind === "unsaved");
  bench.answer(given);
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** A disk that has written only when it is told to. */
function slowDisk() {
  const asked: SaveRequest[] = [];
  let written: (to: SavedTo) => void = () => undefined;
  return {
    asked,
    saveFile: (request: SaveRequest) => {
      asked.push(request);
      return new Promise<SavedTo>((resolve) => (written = resolve));
    },
    write: (name: string) => written({ name, handle: null }),
    /** Until it has been given so many files. */
    given: (count: number): Promise<void> => waitUntil(() => asked.length >= count),
  };
}

function typing(value: number, before: number): Parameters<FileBench["bench"]["type"]>[0] {
  return { at: poor, expect: { value: before }, put: { value } };
}

describe("saving", () => {
  it("a change made while the file is written is not in it, and stays unsaved and kept", async () => {
    const disk = slowDisk();
    const { bench, give, kept } = await openFiles(disk);
    await give("a.xlsx");
    await bench.type(typing(5, 4321));
    const saving = bench.save();
    await disk.given(1);
    await bench.type(typing(6, 5));
    await waitUntil(() => heldIn(kept.get("mine")) === 6);
    disk.write("a.xlsx");
    await saving;
    expect([heldIn(disk.asked[0]), heldIn(kept.get("mine")), bench.isUnsaved()]).toEqual([5, 6, true]);
  });

  it("that ends when another file is open says nothing of that one, and the next is not written over the first", async () => {
    const disk = slowDisk();
    const { bench, give } = await openFiles(disk);
    await give("a.xlsx");
    const saving = bench.save();
    await disk.given(1);
    await give("b.xlsx");
    disk.write("disk-a.xlsx");
    await saving;
    expect(bench.state().book?.name).toBe("b.xlsx");
    const savingNext = bench.save();
    await disk.given(2);
    disk.write("disk-b.xlsx");
    await savingNext;
    expect(disk.asked).toMatchObject([
      { name: "a.xlsx", to: null },
      { name: "b.xlsx", to: null },
    ]);
  });

  it("what stands in a field that was not left yet is part of the file", async () => {
    const disk = slowDisk();
    const opened = await openFiles({
      ...disk,
      endField: () => void opened.bench.type(typing(5, 4321)),
    });
    await opened.give("a.xlsx");
    const saving = opened.bench.save();
    await disk.given(1);
    disk.write("a.xlsx");
    await saving;
    expect([heldIn(disk.asked[0]), opened.bench.isUnsaved()]).toEqual([5, false]);
  });
});

describe("what the pane does", () => {
  it.each(["check", "seal"] as const)("is done with what is half typed in the sheet: %s", async (verb) => {
    const opened = await openFiles();
    await opened.give("a.xlsx");
    opened.sheet.halfType(5);
    await opened.bench.state().pane.operations[verb]();
    expect(await heldBy(opened.book())).toBe(5);
  });

  it("is done with what stands in a field that was not left yet", async () => {
    const opened = await openFiles({ endField: () => void opened.bench.type(typing(5, 4321)) });
    await opened.give("a.xlsx");
    await opened.bench.state().pane.operations.compute();
    expect(await heldBy(opened.book())).toBe(5);
  });

  it("unasked leaves alone what is half typed", async () => {
    const opened = await openFiles();
    await opened.give("a.xlsx");
    opened.sheet.halfType(5);
    await opened.bench.state().pane.operations.open();
    expect(await heldBy(opened.book())).toBe(4321);
  });
});

describe("one file after another", () => {
  it("a figure half typed belongs to the file it was typed in, and is asked about", async () => {
    const opened = await openFiles();
    await opened.give("a.xlsx");
    const a = opened.book();
    opened.sheet.halfType(5);
    const opening = opened.give("b.xlsx");
    await answer(opened, "discard");
    await opening;
    expect([await heldBy(a), await heldBy(opened.book())]).toEqual([5, 4321]);
    expect([opened.bench.state().book?.name, opened.bench.isUnsaved()]).toEqual(["b.xlsx", false]);
  });

  it.each<[Answer, string, number]>([
    ["save", "b.xlsx", 1],
    ["discard", "b.xlsx", 0],
    ["cancel", "a.xlsx", 0],
  ])("what is typed while the next is being opened is asked about: %s", async (given, open, saves) => {
    let saved = 0;
    const saveFile = ({ name }: SaveRequest): Promise<SavedTo> => {
      saved += 1;
      return Promise.resolve({ name, handle: null });
    };
    const opened = await openFiles({ saveFile });
    const { bench, sheet, give } = opened;
    await give("a.xlsx");
    const a = opened.book();
    let drawn: () => void = () => undefined;
    sheet.slowly = new Promise((resolve) => (drawn = resolve));
    const opening = give("b.xlsx");
    await whenBench(bench, () => bench.state().opening !== null);
    sheet.type(5);
    await a.door.read();
    sheet.halfType(6, { value: 5 });
    drawn();
    await answer(opened, given);
    await opening;
    expect([bench.state().book?.name, saved, bench.state().question]).toEqual([open, saves, null]);
    expect(await heldBy(opened.book())).toBe(given === "cancel" ? 6 : 4321);
    sheet.type(9, { value: given === "cancel" ? 6 : 4321 });
    expect(await heldBy(opened.book())).toBe(9);
  });

  it("two at once are opened one after the other, and each is asked about", async () => {
    const opened = await openFiles();
    const { bench, give } = opened;
    await give("a.xlsx");
    await bench.type(typing(5, 4321));
    const { door } = opened.book();
    const openings = [door.openNew({ fileName: "new.xlsx", bytes: opened.bytes }), give("b.xlsx")];
    await answer(opened, "cancel");
    await expect(openings[0]).rejects.toThrow();
    await answer(opened, "discard");
    await openings[1];
    expect([bench.state().book?.name, bench.state().question]).toEqual(["b.xlsx", null]);
  });

  it("the samples take no question from a person who has to answer it", async () => {
    const opened = await openFiles();
    const { bench, give } = opened;
    await give("a.xlsx");
    await bench.type(typing(5, 4321));
    const samples = bench.openSamples("2022-Y");
    const opening = give("b.xlsx");
    await whenBench(bench, () => bench.state().question?.kind === "unsaved");
    await samples;
    await answer(opened, "discard");
    await opening;
    expect(bench.state().book?.name).toBe("b.xlsx");
  });

  it("marks and goes nowhere in the next, and hears no more of what is selected there", async () => {
    const { sheet, give, book } = await openFiles();
    await give("a.xlsx");
    const { door } = book();
    const hints: string[] = [];
    door.onHint((hint) => hints.push(hint));
    sheet.select(poor);
    await give("b.xlsx");
    await door.mark([{ at: poor, severity: "error" }]);
    await door.reveal(poor);
    sheet.select(poor);
    expect([sheet.marked, sheet.revealed, hints]).toEqual([0, [], ["selected"]]);
    await book().door.mark([{ at: poor, severity: "error" }]);
    expect(sheet.marked).toBe(1);
  });
});

describe("what cannot be done is said", () => {
  const unreadable = Object.assign(new File([], "folder"), {
    arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")),
  });

  it("a folder, or a file that is gone", async () => {
    const { bench } = await openFiles();
    await bench.giveFiles([unreadable]);
    expect(bench.state().notice).toMatchObject({ tone: "failed", text: { en: expect.stringContaining("folder") } });
  });

  it("a figure typed beside the sheet, where the file cannot be written at all", async () => {
    const patch = (): Promise<never> => Promise.reject(new Error("fell over"));
    const { bench, give } = await openFiles({ files: { patch } });
    await give("a.xlsx");
    await bench.type(typing(5, 4321));
    expect(bench.state().notice).toMatchObject({ tone: "failed", text: { en: expect.stringContaining("C3") } });
  });
});
