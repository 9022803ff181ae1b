import { useEffect } from "react";
import type { Bench } from "./bench";
import { useBench } from "./bench-context";

/** Ctrl (or Command) with S, O, Z and Y; where text is being typed, undoing is the text's. */
export function useFileKeys(): void {
  const bench = useBench();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = actOf(event, bench);
      // The grid has taken it already.
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      void act();
    };
    globalThis.addEventListener("keydown", press);
    return () => globalThis.removeEventListener("keydown", press);
  }, [bench]);
}

type Act = () => unknown;

function actOf(event: KeyboardEvent, { save, undo, redo, state }: Bench): Act | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || state().question !== null) return null;
  const key = event.key.toLowerCase();
  if (key === "s") return save;
  if (key === "o") return () => document.getElementById("open-file")?.click();
  if (isTyping(event.target)) return null;
  if (key === "y" || (key === "z" && event.shiftKey)) return redo;
  return key === "z" ? undo : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input, textarea, select") || target.isContentEditable;
}
