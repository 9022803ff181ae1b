import { isRefusal } from "../core/apply-edits";
import { isCellEdit } from "../core/edit";
import { isUnreadable } from "../core/snapshot";
import type { Files, OpenedFile } from "../workbook/file/files";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { readCharts } from "../workbook/xlsx/read-charts";
import { readLooks } from "../workbook/xlsx/read-looks";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";

/** Files over the readers and the patcher of .xlsx; it needs no Worker, and tests run it as it is. */
export function makeFiles(): Files {
  return {
    open: (name, bytes) =>
      Promise.resolve().then(() => {
        const snapshot = readSnapshot(name, bytes);
        return isUnreadable(snapshot) ? snapshot : { name, bytes, snapshot, ...drawnIn(bytes) };
      }),
    patch: async ({ name, bytes }, rounds) => {
      let patched = bytes;
      for (const edits of rounds) {
        const outcome = await patchWorkbook(patched, edits);
        if (isRefusal(outcome)) return outcome;
        patched = outcome.bytes;
      }
      const snapshot = readSnapshot(name, patched);
      // The patcher has read back what it gives.
      if (isUnreadable(snapshot)) throw new Error(`${snapshot.reason}: ${snapshot.detail}`);
      return { bytes: patched, snapshot, drawn: rounds.flat().every(isCellEdit) ? null : drawnIn(patched) };
    },
  };
}

function drawnIn(bytes: Uint8Array): Pick<OpenedFile, "looks" | "charts"> {
  return { looks: readLooks(bytes), charts: readCharts(bytes) };
}
