import { describe, expect, it } from "@jest/globals";

import { connectEngine, EngineStopped } from "../../../src/worker/wall/connect";
import { exposeEngine } from "../../../src/worker/wall/expose-engine";
import { makeEngine } from "../../../src/worker/make-engine";
import { givenPlan, planFiles } from "../../plans/opened";
import { on, opened, sampleFile, sampleFiles } from "../live";

/** A worker's two ends in one process: messages are cloned as they are between real ones. */
function fakeWorkers() {
  const started: { fail: (message: string) => void; isTerminated: boolean }[] = [];
  const start = (): Worker => {
    const { port1, port2 } = new MessageChannel();
    exposeEngine(makeEngine(), port2);
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

describe("the engine behind its wall", () => {
  it("gives the same as without it, and leaves the files with whoever gave them", async () => {
    const { start } = fakeWorkers();
    const { engine, stop } = connectEngine(start);
    const book = opened(sampleFile("with-faults", "04084"));
    expect(await engine.check(book, on)).toEqual(await makeEngine().check(book, on));
    expect(await engine.mendAll(book, on)).toEqual(await makeEngine().mendAll(book, on));
    const progress: number[] = [];
    const files = sampleFiles("2022-H1").slice(0, 3);
    const request = { files, book: null, allowsErrors: false, on };
    const view = await engine.consolidate(request, (done) => progress.push(done));
    expect(view).toMatchObject({ state: "needs-a-look", received: 3 });
    expect(progress).toEqual([1, 2, 3]);
    expect(files.every(({ bytes }) => bytes.length > 0)).toBe(true);
    expect((await engine.summaryBook())?.fileName).toBe("tong-hop-2022-H1.xlsx");
    await expect(engine.form({ unit: "nowhere", period: "2022-H1" })).rejects.toThrow("nowhere");
    stop();
  });

  it("asks of two workbooks at once about the right one each", async () => {
    const { start } = fakeWorkers();
    const { engine, stop } = connectEngine(start);
    const books = [opened(sampleFile("with-faults", "04084")), opened(sampleFile("2022-H1", "04063"))];
    const asked = [...books, ...books].map((book) => engine.recognize(book));
    const answers = await Promise.all(books.map((book) => makeEngine().recognize(book)));
    expect(await Promise.all(asked)).toEqual([...answers, ...answers]);
    stop();
  });

  it("fails what is under way when it is stopped, and starts anew by the same plan file", async () => {
    const { started, start } = fakeWorkers();
    const { engine, stop } = connectEngine(start);
    const file = givenPlan(planFiles.truongNguyen);
    expect(await engine.usePlan({ name: "a.json", bytes: new Uint8Array([123]) })).toMatchObject({ kind: "faulty" });
    expect(await engine.usePlan(file)).toMatchObject({ kind: "opened", plan: { isOwn: false } });
    const request = { files: sampleFiles("2022-H1"), book: null, allowsErrors: false, on };
    const going = engine.consolidate(request, (done) => {
      if (done === 2) stop();
    });
    await expect(going).rejects.toMatchObject({ name: "EngineStopped", isFault: false });
    expect(started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect((await engine.plan()).isOwn).toBe(false);
    const plan = await engine.planBook();
    if (!plan) throw new Error("no workbook");
    const held = await engine.usePlanBook(opened({ name: plan.fileName, bytes: plan.bytes }));
    stop();
    expect((await engine.plan()).title).toEqual(held.kind === "opened" ? held.plan.title : "");
    expect((await engine.plan()).isOwn).toBe(false);
    expect(await engine.usePlan(null)).toMatchObject({ plan: { isOwn: true } });
    stop();
    expect((await engine.plan()).isOwn).toBe(true);
    expect(started).toHaveLength(4);
    stop();
    stop();
  });

  it("tells that it fell over instead of keeping everyone waiting", async () => {
    const { started, start } = fakeWorkers();
    const { engine, stop } = connectEngine(start);
    const going = engine.sample();
    await Promise.resolve();
    started[0]?.fail("out of memory");
    await expect(going).rejects.toEqual(new EngineStopped(true, "out of memory"));
    expect((await engine.plan()).isOwn).toBe(true);
    stop();
  });
});
