import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import type { Pane } from "./pane-context";
import { themeFor } from "./theme";

/** Draws the pane into an element of the page; `background` is the colour of the program around it, where it says one. */
export function mountPane(
  element: HTMLElement,
  { pane, background }: { readonly pane: Pane; readonly background: string | undefined },
): void {
  const root = createRoot(element);
  // A transition is drawn in slices, between which the page answers.
  startTransition(() => root.render(<App pane={pane} theme={themeFor(background)} />));
}
