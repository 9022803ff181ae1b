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

/** More digits than a number keeps. */
const mostDigits = 15;

/**
 * What an entry puts into a cell. It is a number only where it can mean one thing (law RD3); text stays text and never
 * becomes a formula (law ED7).
 */
export function readEntry(
  entry: string,
  { format, language }: { readonly format: string | undefined; readonly language: Language },
): CellValue {
  const text = entry.trim().normalize("NFC");
  if (text === "") return null;
  if (format === "@") return text;
  return dateIn(text) ?? numberIn(text, language) ?? text;
}

function numberIn(text: string, language: Language): number | null {
  const [group, mark] = language === "vi" ? [".", ","] : [",", "."];
  const [, sign = "", integer = "", decimals] =
    new RegExp(`^(-?)([\\d${group}]+)(?:\\${mark}(\\d+))?$`).exec(text) ?? [];
  const groups = integer.split(group);
  const isGrouped =
    groups.length > 2 && groups.every((part, index) => (index === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(part));
  if (!isGrouped && !/^(0|[1-9]\d*)$/.test(integer)) return null;
  const digits = groups.join("");
  if (digits.length + (decimals?.length ?? 0) > mostDigits) return null;
  return Number(`${sign}${digits}${decimals === undefined ? "" : `.${decimals}`}`);
}

function dateIn(text: string): CellValue {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year === "") return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const daysIn = [
    31,
    y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (d < 1 || d > (daysIn[m - 1] ?? 0)) return null;
  return { date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}
