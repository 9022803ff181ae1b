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
});
