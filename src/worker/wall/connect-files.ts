import { wrap } from "comlink";
import type { Files } from "../../workbook/file/files";
import { ComingBook } from "./book-pieces";
import type { Coming, FilesWall } from "./files-wall";

/** Files behind the wall of a worker, which starts when it is first asked something; one that fell over is started anew. */
export function connectFiles(startWorker: () => Worker): Files {
  let running: Running | null = null;

  function start(): Running {
    const worker = startWorker();
    const ended = new Promise<never>((_, reject) => {
      const end = (detail: string): void => {
        worker.terminate();
        // What a worker says late ends none that was started since.
        if (running?.worker === worker) running = null;
        reject(new Error(`the worker for files fell over: ${detail}`));
      };
      worker.addEventListener("error", ({ message }) => end(message));
      worker.addEventListener("messageerror", () => end("a message could not be read"));
    });
    // Where nothing is under way, nobody has to hear of the end.
    ended.catch(() => undefined);
    return { worker, remote: wrap<FilesWall>(worker), ended };
  }

  async function ask<Outcome>(question: (remote: FilesWall) => Promise<Outcome>): Promise<Outcome> {
    running ??= start();
    const { remote, ended } = running;
    return Promise.race([question(remote), ended]);
  }

  return {
    open: (name, given) =>
      ask(async (remote) => {
        const opened = await remote.open(name, given);
        if ("reason" in opened) return opened;
        const { book, bytes, charts } = await received(remote, opened);
        return { name, bytes, snapshot: book.snapshot(opened.head), looks: book.looks(), charts: charts ?? new Map() };
      }),
    patch: (file, rounds) =>
      ask(async (remote) => {
        const patched = await remote.patch(file, rounds);
        if ("reason" in patched) return patched;
        const { book, bytes, charts } = await received(remote, patched);
        const drawn = charts && { looks: book.looks(), charts };
        return { bytes, snapshot: book.snapshot(patched.head), drawn };
      }),
  };
}

/** All that is still coming; between two messages the page answers. */
async function received(
  remote: FilesWall,
  { coming, ...rest }: Coming,
): Promise<Pick<Coming, "bytes" | "charts"> & { readonly book: ComingBook }> {
  const book = new ComingBook();
  for (let next = await remote.next(coming); next; next = await remote.next(coming)) {
    if (next.of === "sheets") book.addSheets(next.pieces);
    else book.addLooks(next.pieces);
  }
  return { ...rest, book };
}

interface Running {
  readonly worker: Worker;
  readonly remote: FilesWall;
  readonly ended: Promise<never>;
}
