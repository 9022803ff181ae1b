import { proxy, wrap } from "comlink";
import type { Snapshot } from "../../core/snapshot";
import { sheetsInPieces } from "./book-pieces";
import type { Engine, PlanFile } from "../engine";
import type { EngineWall, HandedBook } from "./engine-wall";

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
  readonly remote: EngineWall;
  /** Hands a workbook over, unless it was the last, and asks about it before another can be handed over. */
  readonly askAbout: <Outcome>(book: Snapshot, question: AboutIt<Outcome>) => Promise<Outcome>;
  readonly ended: Promise<never>;
  readonly end: (reason: EngineStopped) => void;
  /** The plan file is handed over before anything else is asked. */
  readonly ready: Promise<unknown>;
}

type AboutIt<Outcome> = (remote: EngineWall, book: HandedBook) => Promise<Outcome>;

/** Starts the engine in a Web Worker of its own when it is first asked something. */
export function connectEngine(startWorker: () => Worker): ConnectedEngine {
  let running: Running | null = null;
  /** What the plan in use came from; the program's own is null. */
  let plan: PlanFile | Snapshot | null = null;

  function start(): Running {
    const worker = startWorker();
    const { promise: ended, reject } = deferred();
    const remote: EngineWall = wrap<EngineWall>(worker);
    const end = (reason: EngineStopped): void => {
      worker.terminate();
      if (running?.ended === ended) running = null;
      reject(reason);
    };
    worker.addEventListener("error", (event) => end(new EngineStopped(true, event.message)));
    worker.addEventListener("messageerror", () => end(new EngineStopped(true, "a message could not be read")));
    const askAbout = inTurn(remote);
    const ready = plan === null ? Promise.resolve() : usedAgain({ remote, askAbout }, plan);
    return { remote, askAbout, ended, end, ready: Promise.race([ready, ended]) };
  }

  async function ask<Outcome>(question: (running: Running) => Promise<Outcome>): Promise<Outcome> {
    running ??= start();
    const { ended, ready } = running;
    const asked = running;
    await ready;
    return Promise.race([question(asked), ended]);
  }

  const about = <Outcome>(book: Snapshot, question: AboutIt<Outcome>): Promise<Outcome> =>
    ask(({ askAbout }) => askAbout(book, question));

  const engine: Engine = {
    usePlan: async (file) => {
      const outcome = await ask(({ remote }) => remote.usePlan(file));
      if (outcome.kind === "opened") plan = file;
      return outcome;
    },
    usePlanBook: async (book) => {
      const outcome = await about(book, (remote, handed) => remote.usePlanBook(handed));
      if (outcome.kind === "opened") plan = book;
      return outcome;
    },
    plan: () => ask(({ remote }) => remote.plan()),
    planBook: () => ask(({ remote }) => remote.planBook()),
    recognize: (book) => about(book, (remote, handed) => remote.recognize(handed)),
    check: (book, on) => about(book, (remote, handed) => remote.check(handed, on)),
    mendAll: (book, on) => about(book, (remote, handed) => remote.mendAll(handed, on)),
    mendOne: (book, wanted) => about(book, (remote, handed) => remote.mendOne(handed, wanted)),
    explain: (book, explanation) => about(book, (remote, handed) => remote.explain(handed, explanation)),
    compute: (book) => about(book, (remote, handed) => remote.compute(handed)),
    seal: (book, on) => about(book, (remote, handed) => remote.seal(handed, on)),
    // The bytes are copied, not handed over: the person may consolidate the same files again.
    consolidate: ({ book, ...request }, onProgress) => {
      const question = (remote: EngineWall, handed: HandedBook | null) =>
        remote.consolidate({ ...request, book: handed }, proxy(onProgress));
      return book ? about(book, question) : ask(({ remote }) => question(remote, null));
    },
    summary: (book) => about(book, (remote, handed) => remote.summary(handed)),
    summaryBook: () => ask(({ remote }) => remote.summaryBook()),
    report: (book, manner) => about(book, (remote, handed) => remote.report(handed, manner)),
    answers: (book, manner) => about(book, (remote, handed) => remote.answers(handed, manner)),
    withoutAnswers: (book) => about(book, (remote, handed) => remote.withoutAnswers(handed)),
    feedback: (manner) => ask(({ remote }) => remote.feedback(manner)),
    nextForms: (book, language) => about(book, (remote, handed) => remote.nextForms(handed, language)),
    trace: (book, at) => about(book, (remote, handed) => remote.trace(handed, at)),
    sayUnreadable: (file) => ask(({ remote }) => remote.sayUnreadable(file)),
    form: (of) => ask(({ remote }) => remote.form(of)),
    sample: () => ask(({ remote }) => remote.sample()),
    samples: (period) => ask(({ remote }) => remote.samples(period)),
  };
  return { engine, stop: () => running?.end(new EngineStopped(false, "stopped")) };
}

function usedAgain(
  { remote, askAbout }: Pick<Running, "remote" | "askAbout">,
  plan: PlanFile | Snapshot,
): Promise<unknown> {
  if ("bytes" in plan) return remote.usePlan(plan);
  return askAbout(plan, (one, handed) => one.usePlanBook(handed));
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

/** Workbooks are handed over one after the other: the engine keeps the last one alone. */
function inTurn(remote: EngineWall): Running["askAbout"] {
  let there: { readonly book: Snapshot; readonly handed: HandedBook } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function handOver(book: Snapshot): Promise<HandedBook> {
    if (there?.book === book) return there.handed;
    there = null;
    for (const pieces of sheetsInPieces(book)) await remote.take(pieces);
    const { file, names } = book;
    const handed = await remote.taken({ file, names });
    there = { book, handed };
    return handed;
  }

  return async (book, question) => {
    const posted = turn.then(async () => ({ answer: question(remote, await handOver(book)) }));
    turn = posted.catch(() => undefined);
    return (await posted).answer;
  };
}
