/** Starts the engine's worker from a file beside the page. The workbench, which may have no server, has a way of its own. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url));
}
