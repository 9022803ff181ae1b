import { legacyText } from "../form/said";
import { mayBeUnicode } from "../legacy/decode-legacy";
import type { Plan } from "../plan/plan";
import { legacyFieldText, unitsNamed } from "./read-cover";
import type { CellReading, CoverReading, TableReading } from "./reading";

/** What a legacy font shows of a text (law RD4). */
export interface ShownByFont {
  readonly text: string;
  /** The text could be Unicode as well, in a font that does not suit it: nothing but the font speaks for the encoding. */
  readonly isDoubtful: boolean;
}

/** The text that a cell in a legacy font shows; null where it is Unicode. */
export function shownByFont({ found, legacyFont, content }: CellReading): ShownByFont | null {
  const { value } = found;
  const text = legacyText({ value, legacyFont }, content);
  if (typeof value !== "string" || text === null) return null;
  return { text, isDoubtful: content === "text" && mayBeUnicode(value) };
}

/** The text that a field of Bìa in a legacy font shows; null where it is Unicode. */
export function fieldShownByFont(plan: Plan, { found, legacyFont }: CoverReading): ShownByFont | null {
  const value = found?.value ?? null;
  const text = legacyFieldText(plan, { value, legacyFont });
  if (typeof value !== "string" || text === null) return null;
  return { text, isDoubtful: mayBeUnicode(value) && unitsNamed(plan, text).length === 0 };
}

/** Whether a sheet holds text of which only a person can say what it is. */
export function hasDoubtfulText({ rows }: TableReading): boolean {
  return [...rows.values()].some(({ cells }) => [...cells.values()].some((cell) => shownByFont(cell)?.isDoubtful));
}
