import type { Phrase } from "../language";

/** A day as ISO `yyyy-mm-dd`, from an ISO date or from "18/6/2022" as Vietnam types it; null for whatever is no real day. */
export function dayIn(text: string): string | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  const [, day, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text.trim()) ?? [];
  const [y, m, d] = [year ?? isoYear, month ?? isoMonth, day ?? isoDay].map(Number);
  if (!y || !m || !d || m > 12 || d > daysOf(y, m)) return null;
  return [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** How many days one ISO day is behind another; below 0 where it is before it. */
export function daysBetween(from: string, to: string): number {
  return daysFrom(to) - daysFrom(from);
}

/** Days on the Gregorian calendar, counted from a March so that the leap day comes last. */
function daysFrom(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + Math.floor((153 * months + 2) / 5) + day;
}

const englishMonths = "January February March April May June July August September October November December".split(
  " ",
);

/** An ISO day as people write it: "18/06/2022", "18 June 2022". */
export function shownDay(iso: string): Phrase {
  const [year = "", month = "", day = ""] = iso.split("-");
  return { vi: `${day}/${month}/${year}`, en: `${Number(day)} ${englishMonths[Number(month) - 1] ?? ""} ${year}` };
}
