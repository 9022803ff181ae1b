import { expose, releaseProxy, type Endpoint, type ProxyMethods } from "comlink";
import type { Snapshot } from "../../core/snapshot";
import { ComingBook } from "./book-pieces";
import type { Engine } from "../engine";
import type { EngineWall, HandedBook } from "./engine-wall";

/** Answers for an engine at one end of a wall; without an end named, as the worker that this runs in. */
export function exposeEngine(engine: Engine, end?: Endpoint): void {
  let coming = new ComingBook();
  let last: HandedBook & { readonly book: Snapshot | null } = { handed: 0, book: null };

  /** Throws a RangeError for a workbook that was forgotten, which whoever asks in turn never does. */
  function held({ handed }: HandedBook): Snapshot {
    if (last.handed !== handed || !last.book) throw new RangeError(`The workbook ${handed} is not here.`);
    return last.book;
  }

  const answers: EngineWall = {
    ...engine,
    take: (pieces) => {
      coming.addSheets(pieces);
      return Promise.resolve();
    },
    taken: (head) => {
      last = { handed: last.handed + 1, book: coming.snapshot(head) };
      coming = new ComingBook();
      return Promise.resolve({ handed: last.handed });
    },
    usePlanBook: (book) => engine.usePlanBook(held(book)),
    recognize: (book) => engine.recognize(held(book)),
    check: (book, on) => engine.check(held(book), on),
    mendAll: (book, on) => engine.mendAll(held(book), on),
    mendOne: (book, wanted) => engine.mendOne(held(book), wanted),
    explain: (book, explanation) => engine.explain(held(book), explanation),
    compute: (book) => engine.compute(held(book)),
    seal: (book, on) => engine.seal(held(book), on),
    summary: (book) => engine.summary(held(book)),
    report: (book, manner) => engine.report(held(book), manner),
    answers: (book, manner) => engine.answers(held(book), manner),
    withoutAnswers: (book) => engine.withoutAnswers(held(book)),
    nextForms: (book, language) => engine.nextForms(held(book), language),
    trace: (book, at) => engine.trace(held(book), at),
    consolidate: async ({ book, ...request }, onProgress) => {
      try {
        return await engine.consolidate({ ...request, book: book && held(book) }, onProgress);
      } finally {
        release(onProgress);
      }
    },
  };
  expose(answers, end);
}

/** What was handed over to be called back keeps a line open until it is given up. */
function release(callback: unknown): void {
  // Comlink's stand-in has it without saying so; a plain function has none.
  (callback as Partial<ProxyMethods>)[releaseProxy]?.();
}
