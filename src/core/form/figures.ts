import type { Said } from "./said";

/** What a figure cell gives to arithmetic: numbers as they stand, nil as 0, anything else nothing. */
export function numberIn(said: Said): number | null {
  if (said.kind === "number") return said.number;
  return said.kind === "nil" ? 0 : null;
}

/** What a yes/no cell gives: 1, 0 or nothing. */
export function answerIn(said: Said): number | null {
  return said.kind === "answer" ? Number(said.isYes) : null;
}

/** A sum as SUM gives it, or null where there is nothing to add. */
export function sumOf(figures: readonly (number | null)[]): number | null {
  const there = figures.filter((figure) => figure !== null);
  return there.length === 0 ? null : there.reduce((sum, figure) => sum + figure, 0);
}

/** An empty result of a formula is the empty text (law AR10). */
export function orBlank(figure: number | null): number | "" {
  return figure ?? "";
}
