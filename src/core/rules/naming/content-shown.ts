import type { CellContent } from "../../edit";
import type { Phrase } from "../../language";
import { shownDay } from "../../plan/day";
import { shown } from "../../show-number";
import { excerpt } from "./excerpt";

/** What stands in a cell, as messages write it: its formula, else its value; null where nothing does. */
export function contentShown({ value, formula }: CellContent): Phrase | null {
  if (formula !== undefined) return both(excerpt(`=${formula}`, 80));
  if (value === null || value === "") return null;
  if (typeof value === "number") return shown(value, 6);
  if (typeof value !== "object") return both(typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : excerpt(value));
  return "error" in value ? both(excerpt(value.error, 20)) : shownDay(value.date.slice(0, 10));
}

function both(text: string): Phrase {
  return { vi: text, en: text };
}
