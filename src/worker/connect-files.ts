import { wrap } from "comlink";
import type { Files } from "../workbook/file/files";

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
    return { worker, remote: wrap<Files>(worker), ended };
  }

  async function ask<Outcome>(question: (remote: Files) => Promise<Outcome>): Promise<Outcome> {
    running ??= start();
    const { remote, ended } = running;
    return Promise.race([question(remote), ended]);
  }

  return {
    open: (name, bytes) => ask((remote) => remote.open(name, bytes)),
    patch: (file, rounds) => ask((remote) => remote.patch(file, rounds)),
  };
}

interface Running {
  readonly worker: Worker;
  readonly remote: Files;
  readonly ended: Promise<never>;
}
