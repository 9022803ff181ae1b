import { afterEach, describe, expect, it } from "@jest/globals";
import type { Edit } from "../../../src/core/edit";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { connectFiles } from "../../../src/worker/wall/connect-files";
import { exposeFiles } from "../../../src/worker/wall/expose-files";
import { makeFiles } from "../../../src/worker/make-files";
import { contractBlueprint, put } from "../../workbook/contract-book";

const open: MessagePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

/** A worker's two ends in one process: messages are cloned as they are between real ones. */
function fakeWorkers() {
  const started: { fail: (message: string) => void; isTerminated: boolean }[] = [];
  const start = (): Worker => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    exposeFiles(makeFiles(), port2);
    const errors = new EventTarget();
    const state = {
      isTerminated: false,
      fail: (message: string) => errors.dispatchEvent(Object.assign(new Event("error"), { message })),
    };
    started.push(state);
    const worker = {
      postMessage: port1.postMessage.bind(port1),
      start: port1.start.bind(port1),
      addEventListener: (kind: string, listener: () => void) =>
        (kind === "message" ? port1 : errors).addEventListener(kind, listener),
      removeEventListener: port1.removeEventListener.bind(port1),
      terminate: () => {
        state.isTerminated = true;
        port1.close();
        port2.close();
      },
    };
    return worker as unknown as Worker;
  };
  return { started, start };
}

describe("files behind their wall", () => {
  const edits: readonly Edit[] = [put("Số liệu", "C3", 5)];

  it("give the same as without it, refusals too, and leave the bytes with whoever gave them", async () => {
    const { started, start } = fakeWorkers();
    const [files, plain] = [connectFiles(start), makeFiles()];
    const bytes = await writeWorkbook(contractBlueprint);
    expect(started).toHaveLength(0);
    expect(await files.open("a.xlsx", bytes)).toEqual(await plain.open("a.xlsx", bytes));
    expect(await files.open("a.xlsx", new Uint8Array([1, 2]))).toEqual(
      await plain.open("a.xlsx", new Uint8Array([1, 2])),
    );
    const file = { name: "a.xlsx", bytes };
    expect(await files.patch(file, [edits])).toEqual(await plain.patch(file, [edits]));
    const stale = [[{ ...put("Số liệu", "C3", 6), expect: { value: 99 } }]];
    expect(await files.patch(file, stale)).toMatchObject({ reason: "cell-has-changed", found: { value: 4321 } });
    const renamed = [[{ kind: "rename-sheet", sheet: "Số liệu", to: "Biểu 1" } as const]];
    expect(await files.patch(file, renamed)).toEqual(await plain.patch(file, renamed));
    expect(bytes.length).toBeGreaterThan(0);
    expect(started).toHaveLength(1);
  });

  it("tell that they fell over instead of keeping everyone waiting, and start anew", async () => {
    const { started, start } = fakeWorkers();
    const files = connectFiles(start);
    const bytes = await writeWorkbook(contractBlueprint);
    const going = files.open("a.xlsx", bytes);
    await Promise.resolve();
    started[0]?.fail("out of memory");
    await expect(going).rejects.toThrow("out of memory");
    expect(started[0]?.isTerminated).toBe(true);
    const again = files.open("a.xlsx", bytes);
    await Promise.resolve();
    started[0]?.fail("late");
    expect(await again).toEqual(await makeFiles().open("a.xlsx", bytes));
    const file = { name: "a.xlsx", bytes };
    expect(await files.patch(file, [edits])).toEqual(await makeFiles().patch(file, [edits]));
    expect(started).toHaveLength(2);
  });
});
