import { isThere, skippedFor, type Figure, type FigureAt } from "./figure-at";
import type { Skipped } from "../rule";

/** Two figures that are to be compared; what is found or skipped is told at the first. */
export interface Pair {
  readonly one: Figure;
  readonly other: Figure;
}

/** Which of the two a report may leave blank without a question about it. */
export type MayBeBlank = "neither" | "one" | "other" | "either";

/**
 * The two figures; or the third outcome, where one of them cannot be used; or null where nothing is asked: a cell that
 * the form has not, both blank, or a blank that may be.
 */
export function pairOf(
  one: FigureAt | null,
  other: FigureAt | null,
  mayBeBlank: MayBeBlank = "neither",
): Pair | Skipped | null {
  if (!one || !other) return null;
  if (isThere(one) && isThere(other)) return { one, other };
  const unreadable = [one, other].filter(({ lacks }) => lacks === "figure-is-unreadable");
  if (unreadable.length > 0) return skippedFor(one, unreadable);
  return isOwed(one, mayBeBlank === "other" || mayBeBlank === "either" ? null : other) ||
    isOwed(other, mayBeBlank === "one" || mayBeBlank === "either" ? null : one)
    ? skippedFor(one, [one, other])
    : null;
}

/** A figure is there, and the one beside it, which may not be blank, is not. */
function isOwed(there: FigureAt, blank: FigureAt | null): boolean {
  return isThere(there) && blank !== null;
}

export function isPair(outcome: Pair | Skipped | null): outcome is Pair {
  return outcome !== null && "one" in outcome;
}
