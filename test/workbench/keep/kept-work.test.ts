import "fake-indexeddb/auto";
import { describe, expect, it } from "@jest/globals";
import { openKeeper } from "../../../src/workbench/keep/kept-work";

let time = 0;
const now = (): number => (time += 1);
const keeper = (id: string, open: readonly string[] = []) =>
  openKeeper(id, { now, living: () => Promise.resolve(new Set(open)) });
const bytes = new Uint8Array([1, 2, 3]);

describe("unsaved work that outlives the page", () => {
  it("is found by the next window, not by its own, and not while its window is open", async () => {
    await keeper("one").keep({ name: "a.xlsx", bytes });
    await keeper("one").keep({ name: "a.xlsx", bytes: new Uint8Array([4]) });
    expect(await keeper("two").left()).toMatchObject([{ id: "one", name: "a.xlsx", bytes: new Uint8Array([4]) }]);
    expect(await keeper("one").left()).toEqual([]);
    expect(await keeper("two", ["one"]).left()).toEqual([]);
  });

  it("is forgotten once it is saved or discarded", async () => {
    await keeper("three").keep({ name: "b.xlsx", bytes });
    await keeper("three").clear();
    await keeper("two").discard("one");
    expect(await keeper("two").left()).toEqual([]);
  });

  it("is of at most five windows, the newest, and of no file larger than any report", async () => {
    for (const id of ["1", "2", "3", "4", "5", "6"]) await keeper(id).keep({ name: `${id}.xlsx`, bytes });
    await keeper("huge").keep({ name: "huge.xlsx", bytes: new Uint8Array(30_000_001) });
    expect((await keeper("x").left()).map(({ id }) => id)).toEqual(["6", "5", "4", "3", "2"]);
  });
});
