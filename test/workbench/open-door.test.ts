import { describe, expect, it } from "@jest/globals";
import type { Answer } from "../../src/workbench/bench-state";
import { whenBench } from "./open-bench";
import { heldBy, openFiles, type FileBench } from "./open-files";

/** Answers the next question about unsaved work. */
async function answer({ bench }: FileBench, given: Answer): Promise<void> {
  await whenBench(bench, () => bench.state().question?.kind === "unsaved");
  bench.answer(given);
}

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
