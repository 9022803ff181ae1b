import { proxy, wrap } from "comlink";
import type { Engine, PlanFile } from "./engine";

/** The engine behind its wall, and the way to stop what it is doing. */
export interface ConnectedEngine {
  readonly engine: Engine;
  /** Ends the work under way: its calls fail with EngineStopped. The next call starts anew, by the same plan file. */
  readonly stop: () => void;
}

/** The work was stopped, or the engine fell over; `isFault` tells which. */
export class EngineStopped extends Error {
  constructor(
    readonly isFault: boolean,
    detail: string,
  ) {
    super(detail);
    this.name = "EngineStopped";
  }
}

/** A worker at work: `ended` is rejected when it is stopped or falls over. */
interface Running {
  readonly remote: Engine;
  readonly ended: Promise<never>;
  readonly end: (reason: EngineStopped) => void;
  /** The plan file is handed over before anything else is asked. */
  readonly ready: Promise<unknown>;
}

/** Starts the engine in a Web Worker of its own when it is first asked something. */
export function connectEngine(startWorker: () => Worker): ConnectedEngine {
  let running: Running | null = null;
  let plan: PlanFile | null = null;

  function start(): Running {
    const worker = startWorker();
    const { promise: ended, reject } = deferred();
    const remote: Engine = wrap<Engine>(worker);
    const end = (reason: EngineStopped): void => {
      worker.terminate();
      if (running?.ended === ended) running = null;
      reject(reason);
    };
    worker.addEventListener("error", (event) => end(new EngineStopped(true, event.message)));
    worker.addEventListener("messageerror", () => end(new EngineStopped(true, "a message could not be read")));
    const ready = plan === null ? Promise.resolve() : remote.usePlan(plan);
    return { remote, ended, end, ready: Promise.race([ready, ended]) };
  }

  async function ask<Outcome>(question: (remote: Engine) => Promise<Outcome>): Promise<Outcome> {
    running ??= start();
    const { remote, ended, ready } = running;
    await ready;
    return Promise.race([question(remote), ended]);
  }

  const engine: Engine = {
    usePlan: async (file) => {
      const outcome = await ask((remote) => remote.usePlan(file));
      if (outcome.kind === "opened") plan = file;
      return outcome;
    },
    plan: () => ask((remote) => remote.plan()),
    recognize: (book) => ask((remote) => remote.recognize(book)),
    check: (book, on) => ask((remote) => remote.check(book, on)),
    mendAll: (book, on) => ask((remote) => remote.mendAll(book, on)),
    mendOne: (book, wanted) => ask((remote) => remote.mendOne(book, wanted)),
    explain: (book, explanation) => ask((remote) => remote.explain(book, explanation)),
    compute: (book) => ask((remote) => remote.compute(book)),
    seal: (book, on) => ask((remote) => remote.seal(book, on)),
    // The bytes are copied, not handed over: the person may consolidate the same files again.
    consolidate: (request, onProgress) => ask((remote) => remote.consolidate(request, proxy(onProgress))),
    summary: (book) => ask((remote) => remote.summary(book)),
    summaryBook: () => ask((remote) => remote.summaryBook()),
    trace: (book, at) => ask((remote) => remote.trace(book, at)),
    sayUnreadable: (file) => ask((remote) => remote.sayUnreadable(file)),
    form: (of) => ask((remote) => remote.form(of)),
    sample: () => ask((remote) => remote.sample()),
    samples: (period) => ask((remote) => remote.samples(period)),
  };
  return { engine, stop: () => running?.end(new EngineStopped(false, "stopped")) };
}

function deferred(): { readonly promise: Promise<never>; readonly reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Where nothing is under way, nobody has to hear of the end.
  promise.catch(() => undefined);
  return { promise, reject };
}
