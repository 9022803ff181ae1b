import { useSyncExternalStore } from "react";

/** Whether a media query fits the window now. */
export function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = globalThis.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => globalThis.matchMedia(query).matches,
  );
}
