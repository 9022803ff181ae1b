import { fromA1 } from "../../src/core/cell";
import { isRefusal } from "../../src/core/apply-edits";
import type { CellContent } from "../../src/core/edit";
import { isUnreadable } from "../../src/core/snapshot";
import { openLiveMemory, snapshotOf } from "../../src/workbook/memory";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { describeDoor, type Door } from "./contract";
import { contractBlueprint } from "./contract-book";

describeDoor("memory", () => {
  const book = openLiveMemory(snapshotOf(contractBlueprint, "a.xlsx"));
  const type: Door["type"] = (at, value) => {
    book.type(at, value);
    return Promise.resolve();
  };
  return Promise.resolve({ book, type });
});

describeDoor(".xlsx files", async () => {
  let bytes = await writeWorkbook(contractBlueprint);
  const read = () => {
    const outcome = readSnapshot("a.xlsx", bytes);
    if (isUnreadable(outcome)) throw new Error(outcome.detail);
    return outcome;
  };
  return {
    book: {
      read: () => Promise.resolve(read()),
      write: async ({ rounds }) => {
        let patched = bytes;
        for (const edits of rounds) {
          const outcome = await patchWorkbook(patched, edits);
          if (isRefusal(outcome)) return outcome;
          patched = outcome.bytes;
        }
        bytes = patched;
        return null;
      },
    },
    type: async (at, value) => {
      const { row, column } = fromA1(at.cell) ?? { row: 0, column: 0 };
      const found = read()
        .sheets.find(({ name }) => name === at.sheet)
        ?.rows.get(row)
        ?.get(column);
      const expect: CellContent = found ? { ...found } : { value: null };
      const outcome = await patchWorkbook(bytes, [{ at, expect, put: { value } }]);
      if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
      bytes = outcome.bytes;
    },
  };
});
