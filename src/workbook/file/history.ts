import type { Phrase } from "../../core/language";
import type { OpenedFile } from "./files";

/** A state of a file; `name` is what led to it: "Gõ vào ô F8". */
export interface Step extends OpenedFile {
  readonly did: Phrase;
}

/** What undo and redo go through; every state is kept whole, so that undo gives back the very bytes that were there. */
export interface History {
  /** The oldest first. */
  readonly past: readonly Step[];
  readonly present: Step;
  /** The next to be redone first. */
  readonly future: readonly Step[];
}

/** Bytes of files are kept up to this many; the oldest states are given up first. */
const mostBytes = 200_000_000;
const mostSteps = 200;

export function begin(file: OpenedFile): History {
  return { past: [], present: { ...file, did: { vi: "", en: "" } }, future: [] };
}

/** What was undone before can no longer be redone. */
export function advance({ past, present }: History, next: Step): History {
  return { past: bounded([...past, present]), present: next, future: [] };
}

/** The present state holds something else, without a step of its own. */
export function amend(history: History, { bytes, snapshot }: Pick<OpenedFile, "bytes" | "snapshot">): History {
  return { ...history, present: { ...history.present, bytes, snapshot } };
}

/** The state before; null where there is none. */
export function back({ past, present, future }: History): History | null {
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : null;
}

/** The state that was undone last; null where there is none. */
export function forth({ past, present, future }: History): History | null {
  const [next, ...later] = future;
  return next ? { past: [...past, present], present: next, future: later } : null;
}

function bounded(past: readonly Step[]): readonly Step[] {
  let bytes = 0;
  let from = past.length;
  while (from > 0 && past.length - from < mostSteps) {
    bytes += past[from - 1]?.bytes.length ?? 0;
    if (bytes > mostBytes) break;
    from -= 1;
  }
  return past.slice(from);
}
