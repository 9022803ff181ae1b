import { describe, expect, it } from "@jest/globals";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import type { Operations } from "../../src/taskpane/operations";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { EngineStopped } from "../../src/worker/wall/connect";
import { makeEngine } from "../../src/worker/make-engine";
import { blank, bytesOf, fileOf, names } from "./district-files";
import { beingEdited, gate, mortalEngine, openWork } from "./open-work";

function snapshotIn(name = ""): Snapshot {
  const snapshot = readSnapshot(name, bytesOf(name));
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

const some = names.slice(0, 3);
const nothing: Snapshot = { ...blank, sheets: [] };

describe("files that are given while the pane is busy", () => {
  it("are taken once it is done", async () => {
    const { store, operations, said } = openWork(blank);
    await operations.open();
    await Promise.all(some.map((name) => operations.giveFiles([fileOf(name)])));
    expect(store.state().files.map(({ name }) => name)).toEqual(some);
    expect(said()).toEqual({ tone: "done", text: "3 files chosen" });
  });
});

describe("files that are given", () => {
  const namesOf = ({ store }: ReturnType<typeof openWork>): string[] => store.state().files.map(({ name }) => name);

  it("are never samples and others together", async () => {
    const work = openWork(blank);
    await work.operations.open();
    await work.operations.giveFiles(names.slice(0, 3).map(fileOf), true);
    await work.operations.giveFiles(names.slice(2, 4).map(fileOf));
    expect(namesOf(work)).toEqual(names.slice(2, 4));
    await work.operations.giveFiles(names.slice(0, 1).map(fileOf), true);
    expect(namesOf(work)).toEqual(names.slice(0, 1));
    await work.operations.giveFiles(names.slice(1, 3).map(fileOf), true);
    expect(namesOf(work)).toEqual(names.slice(1, 3));
  });

  it("are named where they take the place of others of their names", async () => {
    const work = openWork(blank);
    await work.operations.open();
    const [one = "", other = ""] = names;
    await work.operations.giveFiles([fileOf(one), fileOf(other)]);
    const renamed = Object.assign(new File([], one), { arrayBuffer: () => fileOf(other).arrayBuffer() });
    await work.operations.giveFiles([renamed, fileOf(other)]);
    expect(work.said()).toEqual({
      tone: "done",
      text: `2 files chosen. Earlier files of the same name are replaced: ${one}.`,
    });
  });

  it("are taken but for those that cannot be read, which are named", async () => {
    const work = openWork(blank);
    await work.operations.open();
    const folder = Object.assign(new File([], "reports"), { arrayBuffer: () => Promise.reject(new Error("a folder")) });
    await work.operations.giveFiles([...some.map(fileOf), folder]);
    expect(namesOf(work)).toEqual(some);
    expect(work.said()).toEqual({
      tone: "failed",
      text: "Not read: reports. It is a folder, or no longer where it was.",
    });
  });
});

describe("a summary", () => {
  it("is not written into a commune's report where the first look failed", async () => {
    let reads = 0;
    const report = snapshotIn(names[0]);
    const { book, operations, said, sheets } = openWork(report, {
      otherwise: ({ read }) => ({ read: () => (++reads === 1 ? beingEdited() : read()) }),
    });
    await operations.open();
    expect(said().text).toContain("Press Enter or Esc");
    await operations.giveFiles(names.slice(1).map(fileOf));
    await operations.consolidate();
    expect(await sheets()).toEqual(report.sheets.map(({ name }) => name));
    expect(book.seen.opened.map(({ fileName }) => fileName)).toEqual(["tong-hop-2022-H1.xlsx"]);
  });
});

describe("a summary that was written", () => {
  it("is written no longer once it is undone", async () => {
    const { store, operations } = openWork(blank);
    await operations.open();
    await operations.giveFiles(some.map(fileOf));
    await operations.consolidate();
    await operations.writeSummary();
    expect(store.state().isWritten).toBe(true);
    await operations.undo();
    // Its files were let go: what is open again is told of, and nothing waits to be written.
    expect(store.state()).toMatchObject({ isWritten: false, consolidation: null, files: [] });
  });
});

describe("Stop", () => {
  it("is heard while the workbook is being read", async () => {
    const { opened, open } = gate();
    const engine = makeEngine();
    const { operations, said, sheets } = openWork(blank, {
      engine: {
        ...engine,
        consolidate: async (...asked) => ({ ...(await engine.consolidate(...asked)), state: "ready" }),
      },
      otherwise: ({ read }) => ({ read: () => opened.then(read) }),
    });
    await operations.giveFiles(some.map(fileOf));
    const consolidated = operations.consolidate();
    operations.stop();
    open();
    await consolidated;
    expect(said()).toEqual({ tone: "done", text: "Stopped. Nothing was written." });
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});

describe("a look that nobody asked for", () => {
  it("is made up for where it failed", async () => {
    let breaks = false;
    const { book, operations, store } = openWork(snapshotIn(names[0]), {
      otherwise: ({ read }) => ({ read: () => (breaks ? beingEdited() : read()) }),
    });
    await operations.open();
    await operations.check();
    const before = store.state().check;
    breaks = true;
    book.type({ sheet: "Số liệu", cell: "F9" }, "abc");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    breaks = false;
    book.select({ sheet: "Số liệu", cell: "F10" });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(store.state().check).not.toBe(before);
  });
});

describe("what a consolidation was asked for", () => {
  it.each<[string, (operations: Operations) => void]>([
    ["files cleared", ({ clearFiles }) => clearFiles()],
    ["a file left out", ({ leaveOutFile }) => leaveOutFile(some[0] ?? "")],
    ["errors let in", ({ allowErrors }) => allowErrors(true)],
  ])("where it has changed meanwhile the answer counts for nothing: %s", async (_, change) => {
    const engine = makeEngine();
    const { opened, open } = gate();
    const { store, operations, said, sheets } = openWork(blank, {
      engine: {
        ...engine,
        consolidate: async (...asked) => {
          const view = await engine.consolidate(...asked);
          await opened;
          return { ...view, state: "ready" };
        },
      },
    });
    await operations.open();
    await operations.giveFiles(some.map(fileOf));
    const consolidated = operations.consolidate();
    change(operations);
    open();
    await consolidated;
    expect(store.state().consolidation).toBeNull();
    expect(said()).toMatchObject({ tone: "failed", text: expect.stringContaining("nothing was written") });
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});

describe("a consolidation that the engine has forgotten", () => {
  it("is not said to be written", async () => {
    const { engine, die } = mortalEngine();
    const { book, operations, said } = openWork(nothing, { engine });
    await operations.open();
    await operations.giveFiles(some.map(fileOf));
    await operations.consolidate();
    die();
    await operations.writeSummary();
    expect(said()).toMatchObject({ tone: "failed", text: expect.stringContaining("Nothing was consolidated yet") });
    await operations.openSummary();
    expect(said().tone).toBe("failed");
    expect(book.seen.opened).toEqual([]);
  });

  it.each([true, false])("is not shown any more (the engine fell over: %s)", async (isFault) => {
    const feedback = (): Promise<never> => Promise.reject(new EngineStopped(isFault, ""));
    const { store, operations } = openWork(blank, { engine: { ...makeEngine(), feedback } });
    await operations.open();
    await operations.giveFiles(some.map(fileOf));
    await operations.consolidate();
    expect(store.state().consolidation).not.toBeNull();
    await operations.answerUnits("files");
    expect(store.state().consolidation).toBeNull();
  });
});
