import { legacyText } from "../form/said";
import type { Plan } from "../plan/plan";
import { legacyFieldText } from "./read-cover";
import type { CellReading, CoverReading } from "./reading";

/** The text that a cell in a legacy font shows; null where it is Unicode (law RD4). */
export function shownByFont({ found, legacyFont, content }: CellReading): string | null {
  return legacyText({ value: found.value, legacyFont }, content);
}

/** The text that a field of Bìa in a legacy font shows; null where it is Unicode (law RD4). */
export function fieldShownByFont(plan: Plan, { found, legacyFont }: CoverReading): string | null {
  return found ? legacyFieldText(plan, { value: found.value, legacyFont }) : null;
}
