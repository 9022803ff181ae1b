import { serialDate } from "../../src/workbook/xlsx/date-serial";
import { isDateFormat } from "../../src/workbook/xlsx/number-format";
import { isCellError, type RawValue } from "./cells";

/** What a cell shows, near enough: days, months and years, thousands, decimals and percent; other formats as General. */
export function showValue(value: RawValue, format: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (isDateFormat(-1, format)) return shownDate(value, format) ?? String(value);
  const match = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (!match) return String(value);
  const digits = (match[3] === undefined ? value : value * 100).toFixed(match[2]?.length ?? 0);
  const [whole = "", part] = digits.split(".");
  const grouped = match[1] === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${part === undefined ? "" : `.${part}`}${match[3] ?? ""}`;
}

function shownDate(serial: number, format: string): string | null {
  const iso = serialDate(serial);
  if (iso === null) return null;
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  const [hour = "", minute = "", second = ""] = (iso.slice(11) || "00:00:00").split(":");
  const marks: Readonly<Record<string, string>> = { yyyy: year, yy: year.slice(2), ss: second, hh: hour, dd: day };
  return format.replace(/hh?:mm/g, `${hour}:${minute}`).replace(/yyyy|yy|ss|hh|dd|mm|d|m/g, (mark) => {
    if (mark === "mm") return month;
    return marks[mark] ?? String(Number(mark === "d" ? day : month));
  });
}
