import { expect, it } from "@jest/globals";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import type { Operations } from "../../src/taskpane/operations";
import type { LiveMemory } from "../../src/workbook/memory";
import type { LiveWorkbook } from "../../src/workbook/workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeEngine } from "../../src/worker/make-engine";
import { blank, fileOf, names } from "./district-files";
import { beingEdited, openWork } from "./open-work";

const sample = await (async (): Promise<Snapshot> => {
  const { fileName, bytes } = await makeEngine().sample();
  const snapshot = readSnapshot(fileName, bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
})();

/** Cannot be read any more once it was changed so often. */
function editedAfter(changes: number): (book: LiveMemory) => Partial<LiveWorkbook> {
  let left = changes;
  return ({ read, write, undo }) => ({
    read: () => (left <= 0 ? beingEdited() : read()),
    write: (operation) => write(operation).finally(() => left--),
    undo: () => undo().finally(() => left--),
  });
}

interface Case {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly changes: number;
  readonly act: (operations: Operations) => Promise<void>;
}

it.each<Case>([
  { name: "mending", snapshot: sample, changes: 1, act: ({ mendAll }) => mendAll() },
  {
    name: "writing a summary",
    snapshot: blank,
    changes: 1,
    act: async ({ giveFiles, consolidate, writeSummary }) => {
      await giveFiles(names.slice(0, 2).map(fileOf));
      await consolidate();
      await writeSummary();
    },
  },
  {
    name: "undoing",
    snapshot: sample,
    changes: 2,
    act: async ({ mendAll, undo }) => {
      await mendAll();
      await undo();
    },
  },
])("a look that fails after $name does not tell that nothing was written", async ({ snapshot, changes, act }) => {
  const { operations, said } = openWork(snapshot, { otherwise: editedAfter(changes) });
  await operations.open();
  await act(operations);
  expect(said()).toEqual({
    tone: "failed",
    text: "It is done, but the workbook could not be looked at again. Press Check to see how it stands.",
  });
});

it("what was written before is no word on the work at hand", async () => {
  const { operations, said } = openWork(sample, { otherwise: editedAfter(1) });
  await operations.open();
  await operations.mendAll();
  await operations.check();
  expect(said().text).toContain("Nothing was written.");
});
