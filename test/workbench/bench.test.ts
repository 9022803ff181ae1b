import { describe, expect, it } from "@jest/globals";
import type { Answer } from "../../src/workbench/bench-state";
import { aFile, openBench, whenBench, type OpenBench } from "./open-bench";

const at = { sheet: "Số liệu", cell: "F9" };

async function withWork(trial: Parameters<typeof openBench>[0] = {}): Promise<OpenBench> {
  const opened = openBench(trial);
  await opened.bench.giveFiles([aFile("a.xlsx")]);
  const { book } = opened.bench.state();
  const snapshot = await book?.open.door.read();
  const value =
    snapshot?.sheets
      .find(({ name }) => name === at.sheet)
      ?.rows.get(8)
      ?.get(5)?.value ?? null;
  await opened.bench.type({ at, expect: { value }, put: { value: 1711 } });
  await whenBench(opened.bench, () => opened.bench.state().book?.isUnsaved === true);
  return opened;
}

/** As if the file were so long; a read of it would give it away. */
function sized(file: File, megabytes: number): File {
  return Object.defineProperty(file, "size", { value: megabytes * 1024 * 1024 });
}

describe("files in the workbench", () => {
  it("one is opened, and a pane of its own stands beside it", async () => {
    const { bench } = openBench();
    const before = bench.state().pane;
    await bench.giveFiles([aFile("a.xlsx")]);
    expect(bench.state().book).toMatchObject({ name: "a.xlsx", isUnsaved: false });
    expect(bench.state().pane).not.toBe(before);
    expect(bench.isUnsaved()).toBe(false);
  });

  it("several are given to the consolidation, and nothing is opened", async () => {
    const { bench } = openBench();
    await bench.giveFiles([aFile("a.xlsx"), aFile("b.xlsx")]);
    const { screen, files } = bench.state().pane.store.state();
    expect({ screen, files: files.map(({ name }) => name), book: bench.state().book }).toEqual({
      screen: "consolidation",
      files: ["a.xlsx", "b.xlsx"],
      book: null,
    });
  });

  it.each<{
    readonly name: string;
    readonly given: [string, number][];
    readonly taken: string[];
    readonly said: string;
  }>([
    { name: "larger than any report, alone", given: [["huge.xlsx", 51]], taken: [], said: "huge.xlsx" },
    {
      name: "larger than any report, among others",
      given: [
        ["a.xlsx", 1],
        ["huge.xlsx", 51],
        ["b.xlsx", 1],
      ],
      taken: ["a.xlsx", "b.xlsx"],
      said: "huge.xlsx",
    },
    {
      name: "too many to be held together",
      given: Array.from({ length: 11 }, (_, at) => [`${at}.xlsx`, 49]),
      taken: [],
      said: "500 MB",
    },
  ])("$name: said, and not read", async ({ given, taken, said }) => {
    const { bench } = openBench();
    await bench.giveFiles(given.map(([file, megabytes]) => sized(aFile(file), megabytes)));
    const { files, notice } = bench.state().pane.store.state();
    expect(files.map(({ name }) => name)).toEqual(taken);
    expect(bench.state().notice ?? notice).toMatchObject({
      tone: "failed",
      text: { vi: expect.stringContaining(said) },
    });
    expect(bench.state().book).toBeNull();
  });

  it("one that is no workbook is told of, in both languages, and the open one stays", async () => {
    const { bench } = openBench();
    await bench.giveFiles([aFile("a.xlsx")]);
    await bench.giveFiles([aFile("bad.xlsx")]);
    expect(bench.state().notice).toMatchObject({
      tone: "failed",
      text: { vi: expect.stringContaining("mật khẩu"), en: expect.stringContaining("password") },
    });
    expect(bench.state().book?.name).toBe("a.xlsx");
  });

  it("several given while the pane is at work go to the pane that stands beside what it opened", async () => {
    const { bench } = openBench();
    const before = bench.state().pane;
    await before.operations.open();
    const making = before.operations.newForm({ unit: "04063", period: "2022-H1" });
    expect(before.store.state().busy).not.toBeNull();
    await bench.giveFiles([aFile("a.xlsx"), aFile("b.xlsx")]);
    await making;
    const { pane } = bench.state();
    expect(pane).not.toBe(before);
    expect(pane.store.state()).toMatchObject({
      screen: "consolidation",
      files: [{ name: "a.xlsx" }, { name: "b.xlsx" }],
    });
  });

  it("samples of a period are made and given: of fifteen communes, and of the district", async () => {
    const { bench } = openBench();
    await bench.openSamples("2022-Y");
    expect(bench.state().pane.store.state().files).toHaveLength(16);
    expect(bench.state().question).toBeNull();
  });

  it("samples and other files are never given together, beside another workbook neither", async () => {
    const { bench } = openBench();
    const given = (): string[] =>
      bench
        .state()
        .pane.store.state()
        .files.map(({ name }) => name);
    await bench.giveFiles([aFile("a.xlsx"), aFile("b.xlsx")]);
    await bench.openSamples("2022-Y");
    expect(given()).toHaveLength(16);
    await bench.giveFiles([aFile("open.xlsx")]);
    expect(given()).toHaveLength(16);
    await bench.giveFiles([aFile("a.xlsx"), aFile("b.xlsx")]);
    expect(given()).toEqual(["a.xlsx", "b.xlsx"]);
  });
});

describe("unsaved work", () => {
  it("is kept at every change, and no longer once it is saved", async () => {
    const { bench, kept, saved } = await withWork();
    await whenBench(bench, () => kept.has("mine"));
    expect(kept.get("mine")).toMatchObject({ name: "a.xlsx" });
    expect(await bench.save()).toBe(true);
    expect(saved).toMatchObject([{ name: "a.xlsx", to: null }]);
    expect([kept.size, bench.isUnsaved(), bench.state().book?.name]).toEqual([0, false, "saved.xlsx"]);
  });

  it("stays unsaved where the person thinks better of saving", async () => {
    const { bench, kept } = await withWork({ savesTo: null });
    expect(await bench.save()).toBe(false);
    expect([kept.size, bench.isUnsaved()]).toEqual([1, true]);
  });

  it.each<[Answer, string, number]>([
    ["save", "b.xlsx", 1],
    ["discard", "b.xlsx", 0],
    ["cancel", "a.xlsx", 0],
  ])("before another file is opened: %s", async (answer, open, saves) => {
    const { bench, saved } = await withWork();
    const opening = bench.giveFiles([aFile("b.xlsx")]);
    await whenBench(bench, () => bench.state().question !== null);
    expect(bench.state().question).toEqual({ kind: "unsaved", name: "a.xlsx" });
    bench.answer(answer);
    await opening;
    expect([bench.state().book?.name, saved.length, bench.state().question]).toEqual([open, saves, null]);
  });

  it("is what a new form is, before anything is typed", async () => {
    const { bench } = openBench();
    const { operations, store } = bench.state().pane;
    await operations.open();
    await operations.newForm({ unit: "04063", period: "2022-H1" });
    expect(store.state().notice?.tone).toBe("done");
    expect(bench.state().book).toMatchObject({ name: "04063-Chieng-Dong-2022-H1.xlsx", isUnsaved: true });
  });

  it("that was left is offered, opened again as unsaved, or discarded", async () => {
    const left = ["x", "y"].map((id) => ({ id, name: `${id}.xlsx`, bytes: new Uint8Array([1]), at: 1 }));
    const { bench } = openBench({ left });
    await bench.findKept();
    const [x, y] = bench.state().kept;
    if (!x || !y) throw new Error("not offered");
    await bench.discardKept(y);
    await bench.reopenKept(x);
    expect(bench.state()).toMatchObject({ kept: [], book: { name: "x.xlsx", isUnsaved: true } });
  });

  it("[ED1] what was changed meanwhile is not typed over, and said", async () => {
    const { bench } = await withWork();
    await bench.type({ at, expect: { value: 5 }, put: { value: 6 } });
    expect(bench.state().notice?.text.vi).toContain("'Số liệu'!F9");
  });
});
