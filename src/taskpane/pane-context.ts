import { createContext, useContext, useSyncExternalStore } from "react";
import type { Phrase } from "../core/language";
import type { Operations } from "./operations";
import type { PaneState } from "./state";
import type { Store } from "./store";

/** What every panel is given. */
export interface Pane {
  readonly store: Store;
  readonly operations: Operations;
}

const context = createContext<Pane | null>(null);
export const PaneProvider = context.Provider;

function usePane(): Pane {
  const pane = useContext(context);
  if (!pane) throw new Error("A panel stands outside of the pane.");
  return pane;
}

export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.state);
}

export function useOperations(): Operations {
  return usePane().operations;
}

/** Says a phrase in the pane's language; who only speaks is not drawn anew for every other change. */
export function useWords(): (phrase: Phrase) => string {
  const { store } = usePane();
  const language = useSyncExternalStore(store.subscribe, () => store.state().language);
  return (phrase) => phrase[language];
}
