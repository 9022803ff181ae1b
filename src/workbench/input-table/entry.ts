import type { CellValue } from "../../core/cell";
import type { Language } from "../../core/language";

/** A value as a person would type it, in their language: "12,5" in Vietnamese, dates as dd/mm/yyyy. */
export function entryOf(value: CellValue, language: Language): string {
  if (value === null) return "";
  if (typeof value === "number") return language === "vi" ? String(value).replace(".", ",") : String(value);
  if (typeof value !== "object") return String(value);
  if ("error" in value) return value.error;
  const [day = ""] = value.date.split("T");
  return day.split("-").reverse().join("/");
}
