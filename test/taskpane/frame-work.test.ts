import { describe, expect, it } from "@jest/globals";
import { ribbonActions } from "../../src/taskpane/ribbon";
import { until } from "../../src/taskpane/store";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeEngine } from "../../src/worker/make-engine";
import { gate, openWork } from "./open-work";

/** A report with typical faults. */
const faulty = await (async (): Promise<Snapshot> => {
  const { fileName, bytes } = await makeEngine().sample();
  const snapshot = readSnapshot(fileName, bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
})();

describe("a button of the ribbon", () => {
  it("that opens the pane is not lost while the pane looks at the workbook for the first time", async () => {
    const { opened, open } = gate();
    const { operations, store } = openWork(faulty, {
      otherwise: ({ read }) => ({ read: () => opened.then(read) }),
    });
    const pressed = [ribbonActions(operations)["check"]?.(), ribbonActions(operations)["newForm"]?.()];
    const looking = operations.open();
    expect(store.state().screen).toBe("home");
    open();
    await Promise.all([looking, ...pressed]);
    await until(store, ({ busy }) => !busy);
    expect(store.state().check?.counts.error).toBeGreaterThan(0);
    expect(store.state().plan).not.toBeNull();
  });
});

describe("marks", () => {
  it("that are switched off while a check puts them on are gone when it is done", async () => {
    const { opened, open } = gate();
    const engine = makeEngine();
    let isSlow = false;
    const { operations, book } = openWork(faulty, {
      engine: {
        ...engine,
        check: async (...asked) => {
          if (isSlow) await opened;
          return engine.check(...asked);
        },
      },
    });
    await operations.open();
    await operations.switchMarks(true);
    await operations.check();
    expect(book.seen.marks.length).toBeGreaterThan(0);
    isSlow = true;
    const checking = operations.check();
    const switching = operations.switchMarks(false);
    open();
    await Promise.all([checking, switching]);
    expect(book.seen.marks).toEqual([]);
  });
});

describe("a change made while the consolidation is shown", () => {
  it("is looked at again once the findings can be seen", async () => {
    const { operations, store, book } = openWork(faulty);
    await operations.open();
    await operations.check();
    const before = store.state().check;
    operations.go("consolidation");
    book.type({ sheet: "Số liệu", cell: "F9" }, "abc");
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(store.state().check).toBe(before);
    operations.go("check");
    await until(store, ({ check }) => check !== before);
    expect(store.state().check?.findings.some(({ cell }) => cell === "F9")).toBe(true);
  });
});
