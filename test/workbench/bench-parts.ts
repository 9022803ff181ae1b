import type { BenchTools } from "../../src/workbench/bench";
import type { Keeper, KeptWork } from "../../src/workbench/keep/kept-work";
import { makeEngine } from "../../src/worker/make-engine";

/** What the workbench works with in tests: the real engine, one day, and files that arrive among the downloads. */
export function deskOfDay(): BenchTools["desk"] {
  return {
    engine: makeEngine(),
    stopEngine: () => undefined,
    today: () => "2022-06-16",
    keep: () => undefined,
    handOver: () => Promise.resolve("downloads"),
  };
}

export type KeptWorks = Map<string, Pick<KeptWork, "name" | "bytes">>;

/** Keeps the open work under "mine". */
export function keeperIn(kept: KeptWorks, left: readonly KeptWork[] = []): Keeper {
  return {
    keep: (work) => Promise.resolve(void kept.set("mine", work)),
    clear: () => Promise.resolve(void kept.delete("mine")),
    left: () => Promise.resolve(left),
    discard: () => Promise.resolve(),
  };
}
