import { expose, releaseProxy, type Endpoint, type ProxyMethods } from "comlink";
import type { Engine } from "./engine";

/** Answers for an engine at one end of a wall; without an end named, as the worker that this runs in. */
export function exposeEngine(engine: Engine, end?: Endpoint): void {
  const answers: Engine = {
    ...engine,
    consolidate: async (request, onProgress) => {
      try {
        return await engine.consolidate(request, onProgress);
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
