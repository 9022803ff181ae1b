import { createContext, useContext, useSyncExternalStore } from "react";
import type { Language, Phrase } from "../core/language";
import type { Bench } from "./bench";
import type { BenchState } from "./bench-state";

const context = createContext<Bench | null>(null);
export const BenchProvider = context.Provider;

export function useBench(): Bench {
  const bench = useContext(context);
  if (!bench) throw new Error("A part of the workbench stands outside of it.");
  return bench;
}

export function useBenchState(): BenchState {
  const { subscribe, state } = useBench();
  return useSyncExternalStore(subscribe, state);
}

/** The pane's: it is chosen in its settings. */
export function useLanguage(): Language {
  const { subscribe, state } = useBench();
  const { store } = useSyncExternalStore(subscribe, () => state().pane);
  return useSyncExternalStore(store.subscribe, () => store.state().language);
}

/** Says a phrase in the language that was chosen in the pane. */
export function useSay(): (phrase: Phrase) => string {
  const language = useLanguage();
  return (phrase) => phrase[language];
}
