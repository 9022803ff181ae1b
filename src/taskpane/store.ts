import { reduce, type Action, type PaneState } from "./state";

/** The pane's state outside React, so that the ribbon's buttons reach it too. */
export interface Store {
  readonly state: () => PaneState;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeStore(initial: PaneState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Until the pane's state is such. */
export function until({ state, subscribe }: Store, isSo: (state: PaneState) => boolean): Promise<void> {
  if (isSo(state())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (!isSo(state())) return;
      stop();
      resolve();
    });
  });
}
