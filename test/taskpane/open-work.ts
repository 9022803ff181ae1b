import type { Snapshot } from "../../src/core/snapshot";
import { makeOperations, type Operations } from "../../src/taskpane/operations";
import { initialState, type Notice } from "../../src/taskpane/state";
import { makeStore, type Store } from "../../src/taskpane/store";
import { openLiveMemory, type LiveMemory } from "../../src/workbook/memory";
import { WorkbookTrouble, type LiveWorkbook } from "../../src/workbook/workbook";
import type { Engine } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";

/** What the pane does, without its page, beside a workbook in memory. */
export interface OpenWork {
  readonly book: LiveMemory;
  readonly store: Store;
  readonly operations: Operations;
  readonly said: () => Pick<Notice, "tone"> & { readonly text: string };
  readonly sheets: () => Promise<string[]>;
}

interface Trial {
  readonly engine?: Engine;
  readonly stopEngine?: () => void;
  /** What this workbook does otherwise than the one in memory. */
  readonly otherwise?: (book: LiveMemory) => Partial<LiveWorkbook>;
}

export function openWork(
  snapshot: Snapshot,
  { engine = makeEngine(), stopEngine = () => undefined, otherwise = () => ({}) }: Trial = {},
): OpenWork {
  const book = openLiveMemory(snapshot);
  const store = makeStore(initialState({ language: "en", showsMarks: false }));
  const desk = {
    workbook: { ...book, ...otherwise(book) },
    engine,
    stopEngine,
    today: () => "2022-06-16",
    keep: () => undefined,
    finishTyping: () => Promise.resolve(),
    handOver: () => Promise.resolve("downloads" as const),
  };
  return {
    book,
    store,
    operations: makeOperations(desk, store),
    said: () => {
      const { notice } = store.state();
      if (!notice) throw new Error("Nothing was said.");
      return { tone: notice.tone, text: notice.text.en };
    },
    sheets: async () => (await book.read()).sheets.map(({ name }) => name),
  };
}

/** An engine as it is behind its wall: what it was asked before it stopped is forgotten. */
export function mortalEngine(): { readonly engine: Engine; readonly die: () => void } {
  let alive = makeEngine();
  const asked: ProxyHandler<Engine> = { get: (_, name: keyof Engine) => alive[name] };
  return { engine: new Proxy(alive, asked), die: () => (alive = makeEngine()) };
}

/** A promise, and the way to keep it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export function beingEdited(): Promise<never> {
  return Promise.reject(new WorkbookTrouble("cell-is-being-edited", { sheet: null, isUnsure: false, detail: "" }));
}
